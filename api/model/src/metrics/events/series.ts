import type { LocalizedText } from '../../vocabulary/index.ts';
import { daysOf, publicEvents, type PublicEvent } from './public-dates.ts';

/** An event with the day that each of its occurrences is counted from: day 0, in order of time. */
export interface EventSeries {
  code: string;
  label: LocalizedText;
  /** A shop asked tells it; else only the public calendar does. */
  told: boolean;
  days: readonly string[];
}

/** One row of a shop's calendar: one occurrence. */
export interface Occurrence {
  shop: string;
  code: string;
  labelEn: string | null;
  labelZh: string | null;
  startsOn: string;
  endsOn: string;
}

/** `D11-2025`, `double11_2025` and `2025 double11` are occurrences of one event: the code without its year. */
export const stemOf = (code: string): string => {
  const stem = code.replace(/(^|[^0-9])(19|20)\d{2}(?![0-9])/, '$1').replace(/^[-_ ./:]+|[-_ ./:]+$/g, '');
  return (stem === '' ? code : stem).toUpperCase();
};

function labelOf(occurrences: readonly Occurrence[], code: string): LocalizedText {
  const last = occurrences.at(-1);
  const named = [last?.labelEn, last?.labelZh].map((text) => {
    const plain = text?.replace(/\s*(19|20)\d{2}\s*年?\s*/, ' ').trim();
    return plain === '' ? undefined : plain;
  });
  const en = named[0] ?? named[1] ?? code;
  return { en, zh: named[1] ?? en };
}

/**
 * The public event a series is: called so, and every occurrence holds its year's public day. Then it is counted from that day, as a
 * promotion's first day moves from year to year while 11.11 stays.
 */
const publicOf = (occurrences: readonly Occurrence[], stem: string): PublicEvent | undefined =>
  publicEvents.find(
    (event) =>
      [stem, ...occurrences.flatMap(({ labelEn, labelZh }) => [labelEn ?? '', labelZh ?? ''])].some((text) =>
        event.called.test(text),
      ) &&
      occurrences.every(({ startsOn, endsOn }) =>
        [startsOn, endsOn].some((end) => {
          const day = event.in(Number(end.slice(0, 4)));
          return day !== undefined && startsOn <= day && day <= endsOn;
        }),
      ),
  );

const starts = (occurrences: readonly Occurrence[]): string[] =>
  [...new Set(occurrences.map(({ startsOn }) => startsOn))].sort();

/** Shops that tell the same event on the same days share a series; where their days differ, each has its own. */
function ownSeries(stem: string, occurrences: readonly Occurrence[]): EventSeries[] {
  const byShop = Map.groupBy(occurrences, ({ shop }) => shop);
  const days = new Set([...byShop.values()].map((rows) => starts(rows).join()));
  if (days.size === 1)
    return [{ code: stem, label: labelOf(occurrences, stem), told: true, days: starts(occurrences) }];
  return [...byShop].map(([shop, rows]) => ({
    code: `${shop.toUpperCase()}:${stem}`,
    label: labelOf(rows, stem),
    told: true,
    days: starts(rows),
  }));
}

/** What the shops tell, and of the public calendar what they leave out. */
export function seriesOf(calendar: readonly Occurrence[]): EventSeries[] {
  const rows = calendar.toSorted((a, b) => (a.startsOn < b.startsOn ? -1 : 1));
  const told = new Map<string, EventSeries>();
  const own = [...Map.groupBy(rows, ({ code }) => stemOf(code))].flatMap(([stem, occurrences]) => {
    const known = publicOf(occurrences, stem);
    if (!known) return ownSeries(stem, occurrences);
    told.set(known.code, {
      code: known.code,
      label: labelOf(occurrences, stem),
      told: true,
      days: daysOf(known),
    });
    return [];
  });
  return [
    ...publicEvents.map(
      (event) => told.get(event.code) ?? { code: event.code, label: event.label, told: false, days: daysOf(event) },
    ),
    ...own,
  ];
}
