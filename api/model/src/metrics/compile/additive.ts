import type { Dimension } from '../../vocabulary/index.ts';
import type { Fact } from '../facts.ts';
import { eligible } from '../feeds/needs.ts';
import type { AdditiveMetric } from '../measures.ts';
import type { Question } from '../planner/request.ts';
import type { DailyRollup } from '../rollups/daily.ts';
import { literal, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { bucketOf, within } from './buckets.ts';
import { rowsIn, upToAsOf } from './fact-rows.ts';
import { allOf, passes } from './filters.ts';
import { numbersFromRollup, numbersFromRows, packed, type Reading } from './reading.ts';
import { scannedFact, scannedRollup } from './scanned.ts';

const keyIn =
  (question: Question, slice: Dimension | undefined) =>
  (index: number): Sql => {
    const name = question.by[index];
    return name === 'SHOP' ? sql`r.shop` : name !== undefined && name === slice ? sql`r.value` : sql`''`;
  };

export function fromDailyRollup(
  rollup: DailyRollup,
  slice: Dimension | undefined,
  tallies: readonly (Tally & AdditiveMetric)[],
): Reading {
  return {
    tallies,
    scanned(question, window) {
      const codes = slice ? question.filters.filter((filter) => filter.dimension === slice) : [];
      const key = [sql`r.dimension = ${literal(slice ?? '')}`, ...passes(sql`r.value`, codes)];
      return [scannedRollup(rollup.table, question, window, { key })];
    },
    select(question, window) {
      const day = sql`r.day`;
      const key = keyIn(question, slice);
      const today = upToAsOf(rollup.clock, 'r', day);
      const own = (name: Dimension | undefined) => question.filters.filter((filter) => filter.dimension === name);
      const conditions = [
        sql`r.dimension = ${literal(slice ?? '')}`,
        within(question, window, day),
        ...passes(sql`r.shop`, own('SHOP')),
        ...(slice ? passes(sql`r.value`, own(slice)) : []),
        ...today.conditions,
      ];
      return sql`select ${bucketOf(question, window, day)} as bucket, ${key(0)} as k1, ${key(1)} as k2, ${packed(tallies.map((tally) => numbersFromRollup(tally, rollup, eligible(question, tally, 'r'))))} as numbers
from ${raw(rollup.table)} r${today.join}
where ${allOf(conditions)} group by 1, 2, 3`;
    },
  };
}

export function fromFacts(fact: Fact, clock: string, tallies: readonly (Tally & AdditiveMetric)[]): Reading {
  return {
    tallies,
    scanned: (question, window) => [scannedFact(fact, clock, question, window)],
    select(question, window) {
      const rows = rowsIn(fact, clock, question, window);
      return sql`select ${rows.bucket} as bucket, ${rows.k1} as k1, ${rows.k2} as k2, ${packed(tallies.map((tally) => numbersFromRows(tally, rows.lines, eligible(question, tally))))} as numbers
${rows.from()} group by 1, 2, 3`;
    },
  };
}
