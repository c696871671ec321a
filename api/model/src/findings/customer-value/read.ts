import type { Queryable } from '../../schema/index.ts';
import type { PurchaseGroup, SpendGroup } from '../../statistics/index.ts';

/** Customers of one history, with the sum of their mean values and what they ordered after the days a model was fitted on. */
export interface HistoryGroup extends PurchaseGroup {
  /** Σ over the customers of the mean value of a repeat order day, in minor units. */
  meanSum: number;
  /** Repeat order days after `fittedTo`; 0 where everything was fitted. */
  later: number;
}

/** Another order day before it or after it. */
const BACK = '(j.valid_prev_on is not null or j.valid_next_on is not null)';
const identified = 'from journey.order_journey j where j.shop = $1 and j.identified';

/** One row a customer who came back: what the models need of them, up to the shop's last day and up to an earlier one ($2). */
const REPEATERS = `select min(j.ordered_on) as first_on, max(j.ordered_on) as last_on, max(j.ordered_on) filter (where j.ordered_on <= $2::date) as then_on,
    count(*) filter (where j.valid_first_of_day) - 1 as repeats,
    count(*) filter (where j.valid_first_of_day and j.ordered_on <= $2::date) - 1 as then_repeats,
    coalesce(sum((j.items_minor + j.freight_minor)::float8) filter (where j.valid_prev_on is not null), 0) as minor
  ${identified} and j.valid and ${BACK} group by j.customer_id`;

/** One row a day: first order days, those of customers who never came again, and repeat order days. Whoever came once needs no row of their own. */
const DAYS = `select j.ordered_on, count(*) filter (where j.valid_prev_on is null) as first, count(*) filter (where not ${BACK}) as once, count(*) filter (where j.valid_prev_on is not null) as again
  ${identified} and j.valid_first_of_day group by j.ordered_on`;

interface Row {
  part: 'now' | 'then' | 'spend' | 'day';
  repeats: number;
  last: number;
  age: number;
  customers: number;
  mean_sum: number;
  later: number;
}

/** First order days and repeat order days of a day, so many days before the shop's last one. */
export interface Arrivals {
  back: number;
  first: number;
  again: number;
}

export interface Histories {
  now: HistoryGroup[];
  then: HistoryGroup[];
  spend: SpendGroup[];
  arrivals: Arrivals[];
}

const groupOf = ({ repeats, last, age, customers, mean_sum: meanSum, later }: Row): HistoryGroup => ({
  repeats,
  last,
  age,
  customers,
  meanSum,
  later,
});

/** Values of repeat orders are put together within a hundredth of each other. */
export async function readHistories(
  db: Queryable,
  { shop, asOf, fittedTo }: { shop: string; asOf: string; fittedTo: string },
): Promise<Histories> {
  const { rows } = await db.query<Row>(
    `/* purchase histories */ with c as materialized (${REPEATERS}), d as materialized (${DAYS})
     select 'now' as part, repeats::integer as repeats, last_on - first_on as last, $3::date - first_on as age, count(*)::integer as customers,
       sum(minor / repeats) as mean_sum, 0 as later from c group by 2, 3, 4
     union all
     select 'now', 0, 0, $3::date - ordered_on, once::integer, 0, 0 from d where once > 0
     union all
     select 'then', then_repeats::integer, then_on - first_on, $2::date - first_on, count(*)::integer, 0, sum(repeats - then_repeats)::integer
     from c where first_on <= $2::date group by 2, 3, 4
     union all
     select 'then', 0, 0, $2::date - ordered_on, once::integer, 0, 0 from d where once > 0 and ordered_on <= $2::date
     union all
     select 'spend', repeats::integer, 0, round(ln(minor / repeats) * 100)::integer, count(*)::integer, sum(minor / repeats), 0
     from c where minor > 0 group by 2, 4
     union all
     select 'day', 0, 0, $3::date - ordered_on, first::integer, 0, again::integer from d`,
    [shop, fittedTo, asOf],
  );
  const parts = Map.groupBy(rows, ({ part }) => part);
  const of = (part: Row['part']): Row[] => parts.get(part) ?? [];
  return {
    now: of('now').map(groupOf),
    then: of('then').map(groupOf),
    spend: of('spend').map(({ repeats, mean_sum: sum, customers }) => ({
      purchases: repeats,
      mean: sum / customers,
      customers,
    })),
    arrivals: of('day').map(({ age, customers, later }) => ({ back: age, first: customers, again: later })),
  };
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
