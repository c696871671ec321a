import { Popover } from '@mantine/core';
import { useState } from 'react';

import type { RailKind } from '../../card/Rail.tsx';
import { comparedSoFar, sameWeekdaysLastYear } from '../../filters/periods.ts';
import { eventKey, type CompareKey } from '../../filters/search.ts';
import { useComparableEvents } from '../../filters/use-comparable-events.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useFormat } from '../../format/index.ts';
import { useText } from '../../i18n/index.ts';
import { Chip } from './Chip.tsx';
import classes from './MoreComparisons.module.css';

/** Events farther from a period than others are seldom what it is read by. */
const OFFERED = 5;

interface Offer {
  key: CompareKey;
  rail: RailKind;
  label: string;
  /** As a chip. */
  short: string;
  days: string;
}

function useOffers(): Offer[] {
  const { asked, asOf, shop, compareKeys } = useFilters();
  const { t, pick } = useText();
  const format = useFormat();
  const events = useComparableEvents(asked, shop).data ?? [];
  const weekdays = comparedSoFar(asked, sameWeekdaysLastYear(asked), asOf);
  const chosen = (code: string) => compareKeys.includes(eventKey(code));
  return [
    {
      key: 'weekdays',
      rail: 'weekdays',
      label: t('shell.sameWeekdays'),
      short: t('shell.sameWeekdaysShort'),
      days: format.dayRange(weekdays.from, weekdays.to),
    },
    ...events
      .filter((event, index) => event.inside || index < OFFERED || chosen(event.code))
      .map(({ code, label, earlierDay, compared }): Offer => ({
        key: eventKey(code),
        rail: 'event',
        label: t('shell.sameEvent', { event: pick(label), year: earlierDay.slice(0, 4) }),
        short: `${pick(label)} ${earlierDay.slice(0, 4)}`,
        days: format.dayRange(compared.from, compared.to),
      })),
  ];
}

/** The same weekdays, and the same days of an event near the period; those chosen stand as chips before the offer. */
export function MoreComparisons({ onToggle }: { onToggle(key: CompareKey): void }) {
  const { compareKeys } = useFilters();
  const { t } = useText();
  const [open, setOpen] = useState(false);
  const offers = useOffers();
  return (
    <>
      {offers
        .filter(({ key }) => compareKeys.includes(key))
        .map(({ key, rail, label, short, days }) => (
          <Chip
            key={key}
            rail={rail}
            lead={t('shell.vs')}
            aria-pressed
            title={`${label}: ${days}`}
            onClick={() => onToggle(key)}
          >
            {short}
          </Chip>
        ))}
      <Popover opened={open} onChange={setOpen} position="bottom-start" trapFocus>
        <Popover.Target>
          <Chip dashed aria-label={t('shell.compareWith')} aria-expanded={open} onClick={() => setOpen(!open)}>
            + {t('shell.vs')}
          </Chip>
        </Popover.Target>
        <Popover.Dropdown className={classes.drop}>
          <ul>
            {offers.map(({ key, label, days }) => (
              <li key={key}>
                <button type="button" aria-pressed={compareKeys.includes(key)} onClick={() => onToggle(key)}>
                  {label}
                  <small>{days}</small>
                </button>
              </li>
            ))}
          </ul>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}
