import type { Queryable } from '../../schema/index.ts';
import type { Moments } from '../../statistics/index.ts';

export interface FailureMoney {
  code: string;
  orders: number;
  refund: Moments;
  compensation: Moments;
  /** Of orders whose handling cost is known. */
  handling: Moments;
}

interface Row {
  code: string;
  n: number;
  refund: number;
  refund2: number;
  compensation: number;
  compensation2: number;
  handled: number;
  handling: number;
  handling2: number;
}

/** Its handling cost is told, or nothing was handled. */
const HANDLED = '(j.service_cost_minor is not null or (j.cases_count = 0 and j.returns_count = 0))';

/** What orders of some days cost beside the goods, by what went wrong with them; an order counts in each of its failures. */
export async function readFailureMoney(
  db: Queryable,
  { shop, from, to }: { shop: string; from: string; to: string },
): Promise<FailureMoney[]> {
  const { rows } = await db.query<Row>(
    `/* money by failure */ with counted as (
       select j.failures, count(*) as n, sum(j.refunded_minor::float8) as refund, sum(j.refunded_minor::float8 * j.refunded_minor) as refund2,
         sum(j.compensated_minor::float8) as compensation, sum(j.compensated_minor::float8 * j.compensated_minor) as compensation2,
         count(*) filter (where ${HANDLED}) as handled, coalesce(sum(j.service_cost_minor::float8) filter (where ${HANDLED}), 0) as handling,
         coalesce(sum(j.service_cost_minor::float8 * j.service_cost_minor) filter (where ${HANDLED}), 0) as handling2
       from journey.order_journey j where j.shop = $1 and j.ordered_on between $2::date and $3::date and j.valid group by 1)
     select f.code, sum(n)::integer as n, sum(refund) as refund, sum(refund2) as refund2, sum(compensation) as compensation, sum(compensation2) as compensation2,
       sum(handled)::integer as handled, sum(handling) as handling, sum(handling2) as handling2
     from counted c cross join lateral (select unnest(case when c.failures = '{}' then array['none'] else c.failures end) as code) f group by 1`,
    [shop, from, to],
  );
  return rows.map(({ code, n, ...sums }) => ({
    code,
    orders: n,
    refund: { n, sum: sums.refund, squares: sums.refund2 },
    compensation: { n, sum: sums.compensation, squares: sums.compensation2 },
    handling: { n: sums.handled, sum: sums.handling, squares: sums.handling2 },
  }));
}
