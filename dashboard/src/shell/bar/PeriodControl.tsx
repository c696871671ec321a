import { Popover } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { lazy, Suspense, useState } from 'react';

import { presets, samePeriod, soFar, type PresetName } from '../../filters/periods.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { usePagePeriod } from '../../filters/use-page-period.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { Period } from '../../metric/types.ts';
import { Chip } from './Chip.tsx';
import classes from './PeriodControl.module.css';
import type { Range } from './RangeCalendar.tsx';

const RangeCalendar = lazy(() => import('./RangeCalendar.tsx'));

const order: readonly PresetName[] = [
  'Complete',
  'MonthSoFar',
  'QuarterSoFar',
  'YearSoFar',
  'Days30',
  'Days90',
  'Quarter',
  'LastYear',
  'All',
];

export function PeriodControl() {
  const { period, own, choose: set } = usePagePeriod();
  const format = useFormat();
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const phone = useMediaQuery('(max-width: 720px)');
  const choose = (chosen: Period, name?: PresetName) => {
    set(name === 'Complete' ? undefined : chosen);
    setOpen(false);
  };
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
      <Popover.Target>
        <Chip
          rail={own ? undefined : 'now'}
          lead={own ? t('shell.rowsOf') : undefined}
          aria-label={`${t(own ? 'shell.rowsPeriod' : 'shell.period')}: ${format.dayRange(period.from, period.to)}`}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {format.dayRange(period.from, period.to, phone)}
        </Chip>
      </Popover.Target>
      <Popover.Dropdown className={classes.drop}>
        <PeriodMenu onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

function PeriodMenu({ onChoose }: { onChoose(period: Period, name?: PresetName): void }) {
  const { complete, firstDay, asOf } = useShop();
  const { period, asked } = usePagePeriod();
  const format = useFormat();
  const { t, lang } = useText();
  const [range, setRange] = useState<Range>([period.from, period.to]);
  const ready = presets(complete, firstDay, asOf);
  const rangeOf = ({ from, to }: Period) => format.dayRange(from, to, true);
  const pick = (next: Range) => {
    setRange(next);
    if (next[0] !== null && next[1] !== null) onChoose({ from: next[0], to: next[1] });
  };
  return (
    <div className={classes.menu}>
      <ul className={classes.presets} aria-label={t('shell.presets')}>
        {order
          .filter((name) => ready[name].from <= ready[name].to)
          .map((name) => (
            <li key={name}>
              <button
                type="button"
                aria-pressed={samePeriod(ready[name], asked)}
                onClick={() => onChoose(ready[name], name)}
              >
                <span>{t(`shell.preset${name}`)}</span>
                <small>{rangeOf(soFar(ready[name], asOf))}</small>
              </button>
            </li>
          ))}
      </ul>
      <div>
        <Suspense fallback={<div className={classes.room} />}>
          <RangeCalendar lang={lang} range={range} firstDay={firstDay} asOf={asOf} onRange={pick} />
        </Suspense>
        <p className={classes.note}>{t('shell.periodNote', { day: format.day(asOf) })}</p>
      </div>
    </div>
  );
}
