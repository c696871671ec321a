import type { Dimension } from '../../vocabulary/index.ts';
import type { Fact } from '../facts.ts';
import { eligible } from '../feeds/needs.ts';
import { isAdditive, type AdditiveMetric } from '../measures.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import type { DailyRollup } from '../rollups/daily.ts';
import { join, literal, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { bucketOf } from './buckets.ts';
import { rowsIn, upToAsOf } from './fact-rows.ts';
import { allOf, passes } from './filters.ts';
import { columnsOfRollup, numbersFromRollup, numbersFromRows, packed, type Reading } from './reading.ts';
import { scannedFact, scannedRollup } from './scanned.ts';
import { passesOf } from './spans.ts';

const keyIn =
  (question: Question, slice: Dimension | undefined) =>
  (index: number): Sql => {
    const name = question.by[index];
    return name === 'SHOP' ? sql`r.shop` : name !== undefined && name === slice ? sql`r.value` : sql`''`;
  };

const ownFilters = (question: Question, name: Dimension | undefined) =>
  question.filters.filter((filter) => filter.dimension === name);

const isCutOnlyBy = ({ by }: Question, slice: Dimension | undefined): boolean =>
  slice !== undefined && by.length === 1 && by[0] === slice;

/** Months where they are whole, days beside them: put together before they are added up. */
function cellsOf(
  rollup: DailyRollup,
  slice: Dimension | undefined,
  question: Question,
  window: Window,
  columns: Sql,
  shown?: Sql,
): Sql {
  const today = upToAsOf(rollup.clock, 'r', sql`r.day`);
  const parts = passesOf(question, window, rollup.clock.upToAsOf).map(({ span, conditions }) => {
    const all = [
      sql`r.dimension = ${literal(slice ?? '')}`,
      sql`r.span = ${literal(span)}`,
      ...passes(sql`r.shop`, ownFilters(question, 'SHOP')),
      ...(slice ? passes(sql`r.value`, ownFilters(question, slice)) : []),
      ...(shown ? [sql`r.value in (${shown})`] : []),
      ...conditions(sql`r.day`),
      ...(span === 'day' ? today.conditions : []),
    ];
    return sql`select r.shop, r.value, r.day, ${columns} from ${raw(rollup.table)} r${span === 'day' ? today.join : sql``}
where ${allOf(all)}`;
  });
  return join(parts, '\nunion all\n');
}

export function fromDailyRollup(
  rollup: DailyRollup,
  slice: Dimension | undefined,
  tallies: readonly (Tally & AdditiveMetric)[],
): Reading {
  const columns = raw(
    columnsOfRollup(tallies, rollup)
      .map((name) => `r.${name}`)
      .join(', '),
  );
  return {
    tallies,
    scanned(question, window) {
      const codes = slice ? passes(sql`r.value`, ownFilters(question, slice)) : [];
      return passesOf(question, window, rollup.clock.upToAsOf).map(({ span, period }) => {
        const key = [sql`r.dimension = ${literal(slice ?? '')}`, sql`r.span = ${literal(span)}`, ...codes];
        return scannedRollup(rollup.table, question, { ...window, ...period }, { key });
      });
    },
    weigh(question, window, tally) {
      if (!isCutOnlyBy(question, slice) || !isAdditive(tally)) return undefined;
      const own = raw(
        columnsOfRollup([tally], rollup)
          .map((name) => `r.${name}`)
          .join(', '),
      );
      const [counted, outOf] = numbersFromRollup(tally, rollup, eligible(question, tally, 'r'));
      return sql`select r.value as k1, '' as k2, coalesce(${outOf ? sql`${outOf}, ` : sql``}${counted}, 0)::float8 as weight
from (
${cellsOf(rollup, slice, question, window, own)}
) r group by 1`;
    },
    select(question, window, shown) {
      const key = keyIn(question, slice);
      const slices = isCutOnlyBy(question, slice) ? shown : undefined;
      return sql`select ${bucketOf(question, window, sql`r.day`)} as bucket, ${key(0)} as k1, ${key(1)} as k2, ${packed(tallies.map((tally) => numbersFromRollup(tally, rollup, eligible(question, tally, 'r'))))} as numbers
from (
${cellsOf(rollup, slice, question, window, columns, slices)}
) r group by 1, 2, 3`;
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
