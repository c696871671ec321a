import type { Queryable } from '@rapport/model/schema';
import { money, moneyOrNull } from '../../platform/graphql/money.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { knownValue } from '../dimensions/index.ts';
import type { CompensationSpread } from './spread.type.ts';

interface SpreadRow {
  failure: string;
  currency: string;
  failures: number;
  compensated: number;
  granted: number;
  median: number | null;
  low: number | null;
  high: number | null;
  total: number;
}

/** Over the orders of a period: what went wrong with them, and what was granted for it, at any time. Failures of fewer orders than `fewest` are left out. */
export async function readSpread(
  db: Queryable,
  { period, shop, fewest }: { period: { from: string; to: string }; shop?: string | null; fewest: number },
): Promise<CompensationSpread[]> {
  assertInOrder('period', period.from, period.to);
  const { rows } = await db.query<SpreadRow>(
    `/* compensation spread */ with chosen as (select j.customer_id, j.order_id, j.currency, j.failures from journey.order_journey j
       where j.ordered_on between $1::date and $2::date and j.shop = coalesce($3, j.shop)),
     failed as (select o.customer_id, o.order_id, o.currency, unnest(o.failures) as failure from chosen o),
     paid as (select o.customer_id, o.order_id, o.currency, x.failure, sum(x.amount_minor)::bigint as minor from chosen o
       join core.compensations x on x.customer_id = o.customer_id and x.order_id = o.order_id and x.deleted_at is null group by 1, 2, 3, 4)
     select coalesce(f.failure, p.failure) as failure, coalesce(f.currency, p.currency)::text as currency, count(f.failure)::integer as failures,
       (count(p.failure) filter (where f.failure is not null))::integer as compensated, count(p.failure)::integer as granted,
       round(percentile_cont(0.5) within group (order by p.minor))::bigint as median, round(percentile_cont(0.1) within group (order by p.minor))::bigint as low,
       round(percentile_cont(0.9) within group (order by p.minor))::bigint as high, coalesce(sum(p.minor), 0)::bigint as total
     from failed f full join paid p on p.customer_id = f.customer_id and p.order_id = f.order_id and p.failure = f.failure
     group by 1, 2 having greatest(count(f.failure), count(p.failure)) >= $4::integer order by count(f.failure) desc, 1, 2`,
    [period.from, period.to, shop ?? null, fewest],
  );
  return rows.map(({ failure, currency, failures, compensated, granted, median, low, high, total }) => ({
    failure: knownValue('FAILURE', failure),
    failures,
    compensated,
    share: failures === 0 ? null : compensated / failures,
    granted,
    medianAmount: moneyOrNull(median, currency),
    p10: moneyOrNull(low, currency),
    p90: moneyOrNull(high, currency),
    total: money(total, currency),
  }));
}
