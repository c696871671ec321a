import type { Queryable } from '../../schema/index.ts';
import type { PurchaseGroup, SpendGroup } from '../../statistics/index.ts';

/** Customers of one history, with the sum of their mean values and what they ordered after the days a model was fitted on. */
export interface HistoryGroup extends PurchaseGroup {
  /** Σ over the customers of the mean value of a repeat order day, in minor units. */
  meanSum: number;
  /** Repeat order days after `fittedTo`; 0 where everything was fitted. */
  later: number;
}

/** One row a customer: what the models need of them, up to the shop's last day and up to an earlier one ($2). */
const CUSTOMERS = `select min(j.ordered_on) as first_on, max(j.ordered_on) as last_on, max(j.ordered_on) filter (where j.ordered_on <= $2::date) as then_on,
    count(*) filter (where j.valid_first_of_day) - 1 as repeats,
    count(*) filter (where j.valid_first_of_day and j.ordered_on <= $2::date) - 1 as then_repeats,
    coalesce(sum(j.items_minor + j.freight_minor) filter (where j.valid_prev_on is not null), 0)::float8 as minor
  from journey.order_journey j where j.shop = $1 and j.identified and j.valid group by j.customer_id`;

interface Row {
  part: 'now' | 'then' | 'spend';
  repeats: number;
  last: number;
  age: number;
  customers: number;
  mean_sum: number;
  later: number;
}

export interface Histories {
  now: HistoryGroup[];
  then: HistoryGroup[];
  spend: SpendGroup[];
}

const groupOf = ({ repeats, last, age, customers, mean_sum: meanSum, later }: Row): HistoryGroup => ({
  repeats,
  last,
  age,
  customers,
  meanSum,
  later,
});

/** One pass over the orders; values of repeat orders are put together within a hundredth of each other. */
export async function readHistories(
  db: Queryable,
  { shop, asOf, fittedTo }: { shop: string; asOf: string; fittedTo: string },
): Promise<Histories> {
  const { rows } = await db.query<Row>(
    `/* purchase histories */ with c as materialized (${CUSTOMERS})
     select 'now' as part, repeats::integer as repeats, last_on - first_on as last, $3::date - first_on as age, count(*)::integer as customers,
       coalesce(sum(minor / nullif(repeats, 0)), 0) as mean_sum, 0 as later from c group by 2, 3, 4
     union all
     select 'then', then_repeats::integer, then_on - first_on, $2::date - first_on, count(*)::integer, 0, sum(repeats - then_repeats)::integer
     from c where first_on <= $2::date group by 2, 3, 4
     union all
     select 'spend', repeats::integer, 0, round(ln(minor / repeats) * 100)::integer, count(*)::integer, sum(minor / repeats), 0
     from c where repeats > 0 and minor > 0 group by 2, 4`,
    [shop, fittedTo, asOf],
  );
  const of = (part: Row['part']) => rows.filter((row) => row.part === part);
  return {
    now: of('now').map(groupOf),
    then: of('then').map(groupOf),
    spend: of('spend').map(({ repeats, mean_sum: sum, customers }) => ({
      purchases: repeats,
      mean: sum / customers,
      customers,
    })),
  };
}

/** First order days and repeat order days, day by day. */
export async function readArrivals(
  db: Queryable,
  shop: string,
): Promise<{ day: string; first: number; again: number }[]> {
  const { rows } = await db.query<{ day: string; first: number; again: number }>(
    `/* arrivals */ select j.ordered_on::text as day, count(*) filter (where j.valid_prev_on is null)::integer as first,
       count(*) filter (where j.valid_prev_on is not null)::integer as again
     from journey.order_journey j where j.shop = $1 and j.identified and j.valid_first_of_day group by j.ordered_on order by j.ordered_on`,
    [shop],
  );
  return rows;
}

/** Of some customers of a shop; who has no valid order is not among them. */
export async function readHistoriesOf(
  db: Queryable,
  { shop, asOf, customers }: { shop: string; asOf: string; customers: readonly string[] },
): Promise<({ customerId: string } & { repeats: number; last: number; age: number; meanMinor: number })[]> {
  const { rows } = await db.query<{
    customerId: string;
    repeats: number;
    last: number;
    age: number;
    meanMinor: number;
  }>(
    `/* histories of customers */ select customer_id as "customerId", repeats, last, age, coalesce(minor / nullif(repeats, 0), 0) as "meanMinor"
     from (select j.customer_id, (count(*) filter (where j.valid_first_of_day) - 1)::integer as repeats, max(j.ordered_on) - min(j.ordered_on) as last, $2::date - min(j.ordered_on) as age,
         coalesce(sum(j.items_minor + j.freight_minor) filter (where j.valid_prev_on is not null), 0)::float8 as minor
       from journey.order_journey j where j.customer_id = any($3::uuid[]) and j.shop = $1 and j.identified and j.valid group by j.customer_id) c`,
    [shop, asOf, customers],
  );
  return rows;
}
