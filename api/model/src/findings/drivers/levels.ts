import { labelsOf } from '../../metrics/index.ts';
import type { Queryable } from '../../schema/index.ts';
import { wilson } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { levelsOf, OTHERS } from './design.ts';
import { factors } from './factors/index.ts';
import type { Sample } from './sample.ts';
import type { Choice, DriverLevel, Quantity } from './types.ts';

type Column = Sample['columns'][number];

const yes: LocalizedText = { en: 'Yes', zh: '是' };
const no: LocalizedText = { en: 'No', zh: '否' };
const others: LocalizedText = { en: 'All others', zh: '其他' };
const none: LocalizedText = { en: 'None', zh: '无' };
const several: LocalizedText = { en: 'Several at once', zh: '跨多个' };
const fifths: readonly LocalizedText[] = [
  { en: 'Lowest fifth', zh: '最低五分之一' },
  { en: 'Second fifth', zh: '次低五分之一' },
  { en: 'Middle fifth', zh: '中间五分之一' },
  { en: 'Fourth fifth', zh: '次高五分之一' },
  { en: 'Highest fifth', zh: '最高五分之一' },
];

interface Band {
  label: LocalizedText;
  holds: (value: number | string) => boolean;
}

function fifthsOf(values: readonly number[]): Band[] {
  const sorted = Float64Array.from(values).toSorted();
  const edge = (nth: number): number => sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * nth) / 5))]!;
  const edges = [-Infinity, ...[1, 2, 3, 4].map(edge), Infinity];
  return fifths
    .map((label, nth) => ({ label, low: edges[nth]!, high: edges[nth + 1]! }))
    .filter(({ low, high }) => low < high)
    .map(({ label, low, high }) => ({ label, holds: (value) => Number(value) >= low && Number(value) < high }));
}

function bandsOf({ bands }: Quantity, values: Column['values']): Band[] {
  if (bands === 'fifths') return fifthsOf(values.filter((value) => typeof value === 'number'));
  return bands.map(({ from, label }, nth) => {
    const below = bands[nth + 1]?.from ?? Infinity;
    return { label, holds: (value) => Number(value) < below && (nth === 0 || Number(value) >= from) };
  });
}

async function namedLevels(
  db: Queryable,
  shop: string,
  { dimension }: Choice,
  values: Column['values'],
): Promise<Band[]> {
  const levels = levelsOf(values);
  const own = levels.filter((level) => level !== OTHERS);
  const names = await labelsOf(db, dimension, shop, own);
  const apart = new Set(own);
  const label = (level: string): LocalizedText =>
    level === '' ? none : level === '+' ? several : (names.get(level) ?? { en: level, zh: level });
  return levels.map((level) =>
    level === OTHERS
      ? { label: others, holds: (value) => !apart.has(String(value)) }
      : { label: label(level), holds: (value) => value === level },
  );
}

function shownLevels(db: Queryable, shop: string, { factor, values }: Column): Promise<Band[]> {
  const declared = factors[factor];
  if (declared.kind === 'choice') return namedLevels(db, shop, declared, values);
  const flags = [
    { label: no, holds: (value: number | string) => value === 0 },
    { label: yes, holds: (value: number | string) => value === 1 },
  ];
  return Promise.resolve(declared.kind === 'flag' ? flags : bandsOf(declared, values));
}

/** How often the outcome came at each level of a factor, nothing else held equal. Levels of fewer than `fewest` orders keep their counts to themselves. */
export async function driverLevels(
  db: Queryable,
  shop: string,
  column: Column,
  hits: Uint8Array,
  fewest: number,
): Promise<DriverLevel[]> {
  const shown = await shownLevels(db, shop, column);
  const levels = shown.map(({ label }) => ({ label, orders: 0, hits: 0 }));
  for (const [row, value] of column.values.entries()) {
    if (value === null || (column.applies && !column.applies[row])) continue;
    const at = shown.findIndex(({ holds }) => holds(value));
    if (at === -1) continue;
    levels[at]!.orders++;
    levels[at]!.hits += hits[row]!;
  }
  return levels
    .filter(({ orders }) => orders > 0)
    .map(({ label, orders, hits: of }) =>
      orders < fewest
        ? { label, orders: 0, hits: 0, share: null, interval: null }
        : { label, orders, hits: of, share: of / orders, interval: wilson(of, orders) },
    );
}
