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

/**
 * One row a group, stratum and day. Who comes back after the curve's end has only been observed until then.
 */
export async function readCells(
  db: Queryable,
  { shop, cut, index }: { shop: string; cut: SecondOrderCut; index: IndexOrders },
): Promise<Cell[]> {
  const { groups, alike } = cuts[cut];
  const { rows } = await db.query<Cell>(
    `/* second orders */ select code, stratum, settled, day, event, count(*)::integer as n from (
       select g.code, ${alike} as stratum,
         j.ordered_on + $3::integer <= s.as_of as settled, least(j.valid_next_on - j.ordered_on, s.as_of - j.ordered_on, $2::integer + 1) as day,
         coalesce(j.valid_next_on - j.ordered_on <= least(s.as_of - j.ordered_on, $2::integer), false) as event
       from journey.order_journey j join core.shops s on s.shop = j.shop
       cross join lateral (${groups}) g
       where j.shop = $1 and j.identified and j.valid_first_of_day and j.ordered_on <= s.as_of ${starts[index]}) o
     group by 1, 2, 3, 4, 5`,
    [shop, CURVE_DAYS, WITHIN_DAYS],
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
