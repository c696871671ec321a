import { Link } from '@tanstack/react-router';

import { Card } from '../../card/Card.tsx';
import { Pill, type PillTone } from '../../card/Pill.tsx';
import { Rows } from '../../card/Rows.tsx';
import { Answered } from '../../card/States.tsx';
import { figureColumn, textColumn, type ChartTable } from '../../charts/index.ts';
import { useFormat, type Formatter } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import type { LocalizedText } from '../../metric/types.ts';
import classes from './alarms.module.css';
import { usualText } from './usual.ts';
import type { AlarmLine, useAlarms } from './use-alarms.ts';

const tones: Record<AlarmLine['state'], PillTone> = {
  OPEN: 'bad',
  RECOVERED: 'good',
  NEW_LEVEL: 'warn',
  WITHDRAWN: 'flat',
};

export function AlarmList({ query, opened }: { query: ReturnType<typeof useAlarms>; opened: string | undefined }) {
  const { t } = useText();
  const words = useWords();
  const cells = useCells(opened);
  const columns = words.heads.map((label, at) => ({ label, right: at === 2 || at === 3 }));
  const alarms = query.data?.alarms ?? [];
  return (
    <Card title={t('alarms.list')} sub={t('alarms.listSub')} table={tableOf(alarms, words)} file="alarms">
      <Answered query={query} height={240}>
        {() => (
          <Rows
            columns={columns}
            rows={alarms.map((alarm) => ({ key: alarm.id, cells: cells(alarm) }))}
            empty={t('alarms.none')}
          />
        )}
      </Answered>
    </Card>
  );
}

function useWords() {
  const { t, pick } = useText();
  const format = useFormat();
  return {
    pick,
    format,
    heads: [t('alarms.days'), t('alarms.what'), t('alarms.observed'), t('alarms.expected'), t('alarms.state')],
    whole: t('alarms.whole'),
    state: (state: AlarmLine['state']) => t(`alarms.state${state}`),
  };
}

type Words = ReturnType<typeof useWords>;

const sliceText = ({ slice }: AlarmLine, whole: string, pick: (text: LocalizedText) => string): string =>
  slice.length === 0 ? whole : slice.map(({ label }) => pick(label)).join(' × ');

const daysText = ({ startedOn, lastOn }: AlarmLine, format: Formatter): string => format.dayRange(startedOn, lastOn);

function useCells(opened: string | undefined) {
  const words = useWords();
  return (alarm: AlarmLine) => [
    <span key="days" className={classes.days}>
      {daysText(alarm, words.format)}
    </span>,
    <Link
      key="what"
      to="/alarms"
      search={(search) => ({ ...search, alarm: alarm.id })}
      className={classes.open}
      aria-current={alarm.id === opened || undefined}
      data-testid="alarm-row"
    >
      {words.pick(alarm.watchTitle)} · {sliceText(alarm, words.whole, words.pick)}
    </Link>,
    words.format.count(alarm.observed),
    usualText(alarm.expected, words.format),
    <Pill key="state" tone={tones[alarm.state]}>
      {words.state(alarm.state)}
    </Pill>,
  ];
}

const tableOf = (alarms: readonly AlarmLine[], words: Words): ChartTable => ({
  columns: words.heads.map((label, at) => (at === 2 || at === 3 ? figureColumn(label) : textColumn(label))),
  rows: alarms.map((alarm) => {
    const what = `${words.pick(alarm.watchTitle)} · ${sliceText(alarm, words.whole, words.pick)}`;
    const state = words.state(alarm.state);
    return {
      cells: [
        daysText(alarm, words.format),
        what,
        words.format.count(alarm.observed),
        usualText(alarm.expected, words.format),
        state,
      ],
      raw: [`${alarm.startedOn}/${alarm.lastOn}`, what, alarm.observed ?? null, alarm.expected, state],
    };
  }),
});
