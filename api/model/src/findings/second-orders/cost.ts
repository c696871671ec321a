import type { Queryable } from '../../schema/index.ts';
import { studentMean, type Interval, type Moments } from '../../statistics/index.ts';
import type { Difference, LateCost } from './types.ts';

/** The last quarter of the calendar that is over on a day; `2026-10-31` → 1 July to 30 September. */
export function lastQuarter(asOf: string): { from: string; to: string } {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  const next = new Date(`${asOf}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  // A quarter that ends on this very day is over.
  const begin = next.getUTCMonth() % 3 === 0 && next.getUTCDate() === 1 ? month + 1 : month;
  const first = Math.floor((begin - 1) / 3) * 3 - 3;
  const day = (months: number, days: number) => new Date(Date.UTC(year, months, days)).toISOString().slice(0, 10);
  return { from: day(first, 1), to: day(first + 3, 0) };
}

/** What a repeat order of the 365 days up to today is worth: items and freight, in minor units. */
export async function readOrderWorth(db: Queryable, { shop, asOf }: { shop: string; asOf: string }): Promise<Moments> {
  const { rows } = await db.query<Moments>(
    `/* worth of a repeat order */ select count(*)::float8 as n, coalesce(sum(v), 0)::float8 as sum, coalesce(sum(v * v), 0)::float8 as squares
     from (select (j.items_minor + j.freight_minor)::float8 as v from journey.order_journey j
       where j.shop = $1 and j.identified and j.valid and j.valid_prev_on is not null and j.ordered_on between $2::date - 364 and $2::date) o`,
    [shop, asOf],
  );
  return rows[0] ?? { n: 0, sum: 0, squares: 0 };
}

/** First valid orders of a stretch of days that came late. */
export async function countLateFirst(
  db: Queryable,
  { shop, from, to }: { shop: string; from: string; to: string },
): Promise<number> {
  const { rows } = await db.query<{ n: number }>(
    `/* late first orders */ select count(*)::integer as n from journey.order_journey j
     where j.shop = $1 and j.ordered_on between $2::date and $3::date and j.identified and j.valid_first_of_day and j.valid_prev_on is null and j.lateness = 'late'`,
    [shop, from, to],
  );
  return rows[0]?.n ?? 0;
}

/** Of two estimates that know nothing of each other: variances of a product to first order (Goodman 1960). */
export function product(a: number, ofA: Interval, b: number, ofB: Interval): Interval {
  const half = Math.hypot(b * ((ofA.high - ofA.low) / 2), a * ((ofB.high - ofB.low) / 2));
  return { low: a * b - half, high: a * b + half, method: 'product' };
}

export function lateCost(
  difference: Difference,
  worth: Moments,
  quarter: { from: string; to: string; late: number },
): LateCost | null {
  const orderInterval = studentMean(worth);
  if (quarter.late === 0 || !orderInterval) return null;
  const { late } = quarter;
  const lost = -difference.value * late;
  const lostInterval = {
    ...difference.interval,
    low: -difference.interval.high * late,
    high: -difference.interval.low * late,
  };
  const orderMinor = worth.sum / worth.n;
  const worthInterval = product(lost, lostInterval, orderMinor, orderInterval);
  return { ...quarter, lost, lostInterval, orderMinor, orderInterval, worthMinor: lost * orderMinor, worthInterval };
}
