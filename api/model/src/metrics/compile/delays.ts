import { MOST_DELAY } from '../maturity/learn.ts';
import { SEGMENT } from '../maturity/history.ts';
import { ripeningOf } from '../maturity/streams.ts';
import type { Question } from '../planner/request.ts';
import { ordersDaily } from '../rollups/daily.ts';
import { literal, raw, sql, type Sql } from '../sql.ts';
import { bucketOf, shopsOf, within } from './buckets.ts';

const usesSegments = ({ by, filters }: Question): boolean =>
  by.includes(SEGMENT) || filters.some(({ dimension }) => dimension === SEGMENT);

/** What the shops asked have learned of the delays of these metrics, and how old the orders of each bucket are; empty where none ripens. */
export function delaysOf(question: Question): { curves: Sql; arrivals: Sql } {
  const [main] = question.windows;
  const streams = question.metrics.flatMap((metric) => ripeningOf(metric)?.streams ?? []).map(({ id }) => id);
  if (!main || streams.length === 0) return { curves: sql`'[]'::jsonb`, arrivals: sql`'[]'::jsonb` };
  const segments = usesSegments(question) ? sql`` : sql` and c.segment = ''`;
  const orders = raw(ordersDaily.columnOf({ type: 'bigint', total: sql`count(*)` }));
  return {
    curves: sql`(select coalesce(jsonb_agg(jsonb_build_object('shop', c.shop, 'stream', c.stream, 'segment', c.segment, 'known', c.known, 'spread', c.spread)), '[]')
    from ops.delay_curves c join core.shops s on s.shop = c.shop where ${shopsOf(question)} and c.stream = any(${streams}::text[])${segments})`,
    arrivals: sql`(select coalesce(jsonb_agg(jsonb_build_object('shop', a.shop, 'bucket', a.bucket, 'age', a.age, 'orders', a.orders)), '[]') from (
    select r.shop, to_char(${bucketOf(question, main, sql`r.day`)}, 'YYYY-MM-DD') as bucket, least(s.as_of - r.day, ${literal(String(MOST_DELAY + 1))}::int) as age, sum(r.${orders}) as orders
    from ${raw(ordersDaily.table)} r join core.shops s on s.shop = r.shop
    where r.dimension = '' and r.span = 'day' and ${within(question, main, sql`r.day`)} and r.day <= s.as_of and ${shopsOf(question)} group by 1, 2, 3) a)`,
  };
}
