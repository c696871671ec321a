import { rowsIn } from '../compile/fact-rows.ts';
import type { Metric } from '../catalogue.ts';
import { eligibleRows } from '../feeds/needs.ts';
import { thingsOf } from '../measures.ts';
import type { Question } from '../planner/request.ts';
import { sql, type Sql } from '../sql.ts';

/** What one row brings to a definition: is it looked at, how much above the line, how much below. */
interface Row {
  among: Sql;
  above: Sql;
  below: Sql;
}

function rowOf(metric: Metric): Row | null {
  if (metric.kind === 'ratio' || metric.kind === 'rate')
    return { among: sql`(${thingsOf(metric.whole)}) > 0`, above: thingsOf(metric.part), below: thingsOf(metric.whole) };
  if (metric.kind === 'mean')
    return { among: sql`(${thingsOf(metric.whole)}) > 0`, above: metric.amount.value, below: thingsOf(metric.whole) };
  if (metric.kind === 'count')
    return { among: sql`(${thingsOf(metric.count)}) > 0`, above: thingsOf(metric.count), below: sql`1` };
  return metric.kind === 'sum' ? { among: sql`true`, above: metric.amount.value, below: sql`1` } : null;
}

/** Can two versions of such a metric be held against each other row by row? */
export const isHeldByRow = (metric: Metric): boolean => rowOf(metric) !== null;

const tellers = (metric: Metric): Sql => eligibleRows(metric, 'j') ?? sql`true`;

/**
 * Both definitions over the rows of the fact, by bucket: the sums of each over all the rows it looks at and over those that both do,
 * and how many rows that is.
 */
export function heldAgainst(before: Metric, after: Metric, question: Question): Sql {
  const [main] = question.windows;
  const [one, other] = [rowOf(before), rowOf(after)];
  if (!main || !one || !other) throw new Error(`${before.id} cannot be held against itself row by row.`);
  const rows = rowsIn(before.fact, before.clock, question, main);
  return sql`select to_char(t.bucket, 'YYYY-MM-DD') as bucket, array[
  coalesce(sum(t.above1) filter (where t.in1), 0), coalesce(sum(t.below1) filter (where t.in1), 0), coalesce(sum(t.above2) filter (where t.in2), 0), coalesce(sum(t.below2) filter (where t.in2), 0),
  coalesce(sum(t.above1) filter (where t.in1 and t.in2), 0), coalesce(sum(t.below1) filter (where t.in1 and t.in2), 0), coalesce(sum(t.above2) filter (where t.in1 and t.in2), 0), coalesce(sum(t.below2) filter (where t.in1 and t.in2), 0),
  count(*) filter (where t.in1 and t.in2), count(*) filter (where t.in1 and not t.in2), count(*) filter (where t.in2 and not t.in1)]::float8[] as numbers
from (
select ${rows.bucket} as bucket, coalesce((${one.among}) and ${tellers(before)}, false) as in1, (${one.above}) as above1, (${one.below}) as below1,
  coalesce((${other.among}) and ${tellers(after)}, false) as in2, (${other.above}) as above2, (${other.below}) as below2
${rows.from()}
) t group by 1`;
}
