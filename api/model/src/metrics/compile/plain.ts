import type { MetricRequest } from '../answer/types.ts';
import { eligible } from '../feeds/needs.ts';
import type { Plan } from '../planner/plan.ts';
import { readRequest, type Question } from '../planner/request.ts';
import { inlined, raw, sql, type Sql } from '../sql.ts';
import { talliesOf, type Tally } from '../tallies.ts';
import { rowsIn } from './fact-rows.ts';
import { readingsOf } from './readings.ts';

const overFacts: Plan = { source: { from: 'facts' }, servedBy: '', reason: { en: '', zh: '' } };

/** As a person would write it, without the ranks that the interval needs. */
function percentile(tally: Extract<Tally, { kind: 'percentile' }>, question: Question): Sql {
  const [window] = question.windows as [Question['windows'][number]];
  const rows = rowsIn(tally.fact, tally.clock, question, window);
  const among = eligible(question, tally);
  return sql`select ${rows.bucket} as bucket, ${rows.k1} as k1, ${rows.k2} as k2,
  array[percentile_cont(${raw(String(tally.at))}) within group (order by ${tally.value}), count(*)]::float8[] as numbers
${rows.from([...(among ? [among] : []), sql`(${tally.whole})`])} group by 1, 2, 3`;
}

/**
 * The figures of a question as plain SQL over facts, a statement a tally, for those who want to check or to time what the rollups
 * say: (bucket, k1, k2, numbers), in stored units.
 */
export function plainStatements(request: MetricRequest): string[] {
  const question = readRequest(request);
  const [window] = question.windows as [Question['windows'][number]];
  return question.metrics.flatMap(talliesOf).flatMap((tally) => {
    if (tally.kind === 'percentile') return [inlined(percentile(tally, question))];
    return readingsOf([{ tally, plan: overFacts }]).map((reading) => inlined(reading.select(question, window)));
  });
}
