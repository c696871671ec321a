import type { Queryable } from '../../schema/index.ts';
import type { Observed } from '../../statistics/index.ts';
import { cuts } from './cuts.ts';
import type { IndexOrders, SecondOrderCut } from './types.ts';

/** By when a second order counts. */
export const WITHIN_DAYS = 90;
/** Days after an order that curves go. */
export const CURVE_DAYS = 365;

/** Orders of one group and one stratum: days until the next valid order day, or until they were last observed. */
export interface Cell extends Observed {
  code: string;
  stratum: string;
  /** The 90 days within which a second order counts are over. */
  settled: boolean;
}

const starts: Readonly<Record<IndexOrders, string>> = { first: 'and j.valid_prev_on is null', every: '' };

const untils: Readonly<Record<'curve' | 'mark', { day: string; event: string; where: string }>> = {
  // Who comes back after the curve's end has only been observed until then.
  curve: {
    day: `least(j.valid_next_on - j.ordered_on, $2::date - j.ordered_on, ${CURVE_DAYS + 1})`,
    event: `coalesce(j.valid_next_on - j.ordered_on <= least($2::date - j.ordered_on, ${CURVE_DAYS}), false)`,
    where: '',
  },
  mark: {
    day: `${WITHIN_DAYS}`,
    event: `coalesce(j.valid_next_on - j.ordered_on <= ${WITHIN_DAYS}, false)`,
    where: `and j.ordered_on + ${WITHIN_DAYS} <= $2::date`,
  },
};

/** The first days of the quarters of a shop's history. */
function quarters(from: string, to: string): string[] {
  const first = new Date(from);
  const [year, quarter] = [first.getUTCFullYear(), Math.floor(first.getUTCMonth() / 3)];
  const day = (nth: number): string => new Date(Date.UTC(year, (quarter + nth) * 3, 1)).toISOString().slice(0, 10);
  const days: string[] = [];
  for (let nth = 0; day(nth) <= to; nth += 1) days.push(day(nth));
  return days;
}

interface Observing {
  shop: string;
  days: Pick<ShopDays, 'from' | 'asOf'>;
  cut: SecondOrderCut;
  index: IndexOrders;
  /** `curve`: every day up to its end; `mark`: whether they were back by the last of the days that count, of orders whose days are over. */
  until: 'curve' | 'mark';
}

/** One row a group, stratum and day. Orders are counted by what tells them apart first: the rest is made of the counts. */
export async function readCells(db: Queryable, { shop, days, cut, index, until }: Observing): Promise<Cell[]> {
  const { told, groups, alike } = cuts[cut];
  const { day, event, where } = untils[until];
  const apart = {
    ...told,
    ...alike,
    settled: `j.ordered_on + ${WITHIN_DAYS} <= $2::date`,
    day: `(${day})::integer`,
    event,
  };
  const stratum = Object.keys(alike).map((name) => `coalesce(c.${name}::text, '')`);
  const { rows } = await db.query<Cell>(
    `/* second orders */ select g.code, concat_ws('|', ${stratum.join(', ')}) as stratum, c.settled, c.day, c.event, sum(c.n)::integer as n from (
       select ${Object.entries(apart)
         .map(([name, sql]) => `${sql} as ${name}`)
         .join(', ')}, count(*) as n
       from journey.order_journey j
       where j.shop = $1 and j.identified and j.valid_first_of_day and j.ordered_on <= $2::date ${starts[index]} ${where}
       group by ${Object.keys(apart)
         .map((_, at) => at + 1)
         .join(', ')}) c
     cross join lateral (${groups}) g
     group by 1, 2, 3, 4, 5`,
    [shop, days.asOf, ...('quarter' in alike ? [quarters(days.from, days.asOf)] : [])],
  );
  return rows;
}

export interface ShopDays {
  currency: string;
  from: string;
  asOf: string;
}

/** Null for a shop that is not there, or has no order yet. */
export async function readShopDays(db: Queryable, shop: string): Promise<ShopDays | null> {
  const { rows } = await db.query<ShopDays>(
    `/* days of a shop */ select s.currency::text as currency, s.as_of::text as "asOf",
       (select min(j.ordered_on)::text from journey.order_journey j where j.shop = s.shop) as "from"
     from core.shops s where s.shop = $1 and s.as_of is not null`,
    [shop],
  );
  return rows[0]?.from ? rows[0] : null;
}
