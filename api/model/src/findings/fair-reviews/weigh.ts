import type { Queryable } from '../../schema/index.ts';
import { KEPT, pointsOf, reasons } from './reasons.ts';

/** Two counts are told apart by their roots, whose spread is the same at every size (Anscombe, Biometrika 35, 1948): 3 is one in a thousand. */
const isMore = (seen: string, expected: string): string => `2 * (sqrt(${seen}) - sqrt(${expected} + 0.375)) >= 3`;
/** Days are numbers: a window of dates adds an interval to each of its rows anew. */
const around = (days: number): string => `order by day range between ${days} preceding and ${days} following`;

/** First reviews that somebody wrote. Without a product, those of the order's first merchant stand together. */
const written = `
  written as materialized (
    select r.customer_id, r.id, r.shop collate "C" as shop, r.score, sign(r.score - 3)::integer as side, (r.answered_at at time zone s.zone)::date - date '2000-01-01' as day,
      coalesce(r.product_id::text, o.merchants[1]) collate "C" as target, coalesce(w.sketch, '{}') as sketch,
      coalesce(c.registered_at between o.ordered_at - interval '1 day' and o.ordered_at and o.prev_on is null and o.next_on is null, false) as new_account,
      coalesce(case when r.answered_at < o.delivered_at then r.score >= 4 else r.answered_at < o.delivered_at + interval '1 day' end, false) as too_fast
    from core.reviews r
    join core.shops s on s.shop = r.shop
    join journey.order_journey o on o.customer_id = r.customer_id and o.order_id = r.order_id
    left join core.customers c on c.customer_id = r.customer_id
    left join journey.text_words w on w.customer_id = r.customer_id and w.kind = 'review' and w.id = r.id
    where r.deleted_at is null and coalesce(r.source, 'written') <> 'default' and r.follow_up_of is null and r.answered_at is not null
  )`;

/** How many reviews of the side came in the three days around, and how many the product's and the shop's own pace would have brought. */
const paced = `
  paced as (
    select customer_id, id, shop, score, side, new_account, too_fast, count(*) over (partition by shop, target, side ${around(1)}) as in_burst,
      (count(*) over (partition by shop, target, side ${around(45)}) - count(*) over (partition by shop, target, side ${around(4)})) * 3 / 82.0 as usual,
      count(*) over (partition by shop, side ${around(1)})::float8 as shop_in_burst,
      (count(*) over (partition by shop, side ${around(45)}) - count(*) over (partition by shop, side ${around(4)})) * 3 / 82.0 as shop_usual,
      count(*) over (partition by shop, target) - 1 as others, sum(score) over (partition by shop, target) - score as others_stars,
      count(*) filter (where sketched) over (partition by shop, target ${around(7)}) - 1 as near_reviews,
      count(*) filter (where sketched) over (partition by shop, target) as of_target, count(*) filter (where sketched) over (partition by shop) as of_shop
    from (select customer_id, id, shop, score, side, day, target, new_account, too_fast, sketch <> '{}' as sketched from written where target is not null) t
  ), expected as (
    select p.*, usual * greatest(1, shop_in_burst / greatest(shop_usual, 1)) as expected from paced p
  )`;

/** A review has as many copies as its second-best band tells: two of four bands agree where texts are nearly alike. */
const copied = `
  bands as (select w.shop, w.target, w.id, w.day, b.band, b.nth from written w, unnest(w.sketch) with ordinality b(band, nth) where w.target is not null),
  near as (
    select id, count(*) over (partition by shop, target, nth, band ${around(7)}) - 1 as copies,
      count(*) over (partition by shop, nth, band) - count(*) over (partition by shop, target, nth, band) as elsewhere
    from bands
  ), copies as (
    select id, (array_agg(copies order by copies desc))[2] as copies, (array_agg(elsewhere order by copies desc))[2] as elsewhere
    from near where copies >= 3 group by id having count(*) >= 2
  )`;

const told = `
  told as (
    select e.customer_id, e.id, e.shop, coalesce(c.copies, 0)::integer as copies, e.in_burst::integer as in_burst, e.expected::real as expected,
      array_remove(array[
        case when c.copies >= 3 and ${isMore('c.copies', 'e.near_reviews * c.elsewhere / greatest(e.of_shop - e.of_target, 1)::float8')} then 'copied' end,
        case when e.in_burst >= 4 and ${isMore('e.in_burst', 'e.expected')} and e.side <> 0 then 'burst' end,
        case when e.new_account then 'new_account' end,
        case when e.too_fast then 'too_fast' end,
        case when e.others >= 10 and abs(e.score - e.others_stars / greatest(e.others, 1)::float8) >= 1.5 then 'deviates' end
      ]::text[], null) as reasons
    from expected e left join copies c on c.id = e.id
  ), weighed as (
    select t.*, (select coalesce(sum(case reason ${reasons.map(({ code }) => `when '${code}' then ${pointsOf(code)}`).join(' ')} end), 0) from unnest(t.reasons) reason)::smallint as suspicion from told t
  )`;

/** After a load: weighs reviews where texts have changed since that was last done to its end. */
export async function weighReadReviews(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ state: string }>(
    '/* reviews to weigh */ select state::text as state from ops.words_read where not reviews_weighed',
  );
  const [read] = rows;
  if (!read) return 0;
  const weighed = await weighReviews(db);
  await db.query('update ops.words_read set reviews_weighed = true where state = $1', [read.state]);
  return weighed;
}

/** What is odd about each review, worked out anew from all that stand. Only what differs is written. Returns how many rows changed. */
export async function weighReviews(db: Queryable): Promise<number> {
  const { rows } = await db.query<{ changed: number }>(
    `/* weigh reviews */ with ${written}, ${paced}, ${copied}, ${told},
     odd as materialized (select * from weighed where suspicion >= ${KEPT} and reasons && array['copied', 'burst']),
     gone as (delete from journey.review_signals g where not exists (select from odd o where o.customer_id = g.customer_id and o.id = g.review_id) returning 1),
     kept as (
       insert into journey.review_signals as g (customer_id, review_id, shop, suspicion, reasons, copies, in_burst, expected)
       select customer_id, id, shop, suspicion, reasons, copies, case when 'burst' = any(reasons) then in_burst else 0 end, expected from odd
       on conflict (customer_id, review_id) do update set shop = excluded.shop, suspicion = excluded.suspicion, reasons = excluded.reasons,
         copies = excluded.copies, in_burst = excluded.in_burst, expected = excluded.expected
       where (g.suspicion, g.reasons, g.copies, g.in_burst, g.expected) is distinct from (excluded.suspicion, excluded.reasons, excluded.copies, excluded.in_burst, excluded.expected)
       returning 1)
     select (select count(*) from gone) + (select count(*) from kept) as changed`,
  );
  return rows[0]?.changed ?? 0;
}
