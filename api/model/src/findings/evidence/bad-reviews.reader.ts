import type { Period } from '../../metrics/index.ts';
import type { Queryable } from '../../schema/index.ts';

/** Days before and after a bad review became visible. */
export const AROUND = 14;

export interface AroundBadReviews {
  reviews: number;
  before: number;
  after: number;
  /** What the days after would have brought, had these products sold as all others did. */
  expected: number;
}

/**
 * Lines ordered of a product in the 14 days before and after a review of one or two stars became visible, where none had in the 14 days
 * before it. What was to be expected after: the lines before, times what all lines of the shop did in the same days.
 */
export async function readAroundBadReviews(
  db: Queryable,
  shop: string,
  { from, to }: Period,
): Promise<AroundBadReviews> {
  const { rows } = await db.query<AroundBadReviews>(
    `/* orders around bad reviews */
     with sold as materialized (
       select product_external_id as product, ordered_on as day, count(*)::int as lines from journey.item_facts
       where shop = $1 and product_external_id is not null and ordered_on between $2::date - $4::int and $3::date group by 1, 2),
     bad as (
       select product_external_id as product, shown_on as day,
         lag(shown_on) over (partition by product_external_id order by shown_on) as earlier
       from (select distinct product_external_id, shown_on from journey.review_journey
             where shop = $1 and score <= 2 and product_external_id is not null and shown_on between $2::date - $4::int and $3::date) d),
     event as (select product, day from bad where day between $2::date and $3::date - $4::int and (earlier is null or earlier < day - $4::int)),
     marked as (
       select product, day, lines, false as event from sold
       union all select product, day, 0, true from event),
     around as (
       select day, event,
         coalesce(sum(lines) over (partition by product order by day range between $4::int * interval '1 day' preceding and interval '1 day' preceding), 0) as before,
         coalesce(sum(lines) over (partition by product order by day range between interval '1 day' following and $4::int * interval '1 day' following), 0) as after
       from marked),
     shop_day as (
       select day,
         sum(sum(lines)) over (order by day range between $4::int * interval '1 day' preceding and interval '1 day' preceding) as all_before,
         sum(sum(lines)) over (order by day range between interval '1 day' following and $4::int * interval '1 day' following) as all_after
       from marked group by day),
     whole as (select a.before, a.after, d.all_before, d.all_after from around a join shop_day d using (day) where a.event)
     select count(*)::int as reviews, coalesce(sum(before), 0)::int as before, coalesce(sum(after), 0)::int as after,
       coalesce(sum(before * all_after / nullif(all_before, 0)), 0)::float8 as expected
     from whole`,
    [shop, from, to, AROUND],
  );
  return rows[0] ?? { reviews: 0, before: 0, after: 0, expected: 0 };
}
