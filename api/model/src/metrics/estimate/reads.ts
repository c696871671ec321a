import { z } from 'zod';
import type { Queryable } from '../../schema/index.ts';
import type { RelationRead } from '../answer/types.ts';
import type { Metric } from '../catalogue.ts';
import type { Reading } from '../compile/reading.ts';
import type { Question } from '../planner/request.ts';
import { inlined } from '../sql.ts';
import { talliesOf } from '../tallies.ts';

const explained = z.object({
  rows: z
    .array(z.object({ 'QUERY PLAN': z.array(z.object({ Plan: z.object({ 'Plan Rows': z.number() }) })) }))
    .length(1),
});

/** What each reading of a question goes through; null: unknown. */
export type Reads = readonly (readonly RelationRead[] | null)[];

/** PostgreSQL's own expectation, from the statistics of the columns; nothing is read for it. */
async function expectedRows(db: Queryable, wheres: readonly string[]): Promise<number[]> {
  if (wheres.length === 0) return [];
  const answers: unknown = await db.query(wheres.map((where) => `explain (format json) select ${where}`).join(';\n'));
  const each = z.array(explained).parse(Array.isArray(answers) ? answers : [answers]);
  return each.map(({ rows }) => rows[0]?.['QUERY PLAN'][0]?.Plan['Plan Rows'] ?? 0);
}

/** About how many rows of which relations each reading goes through, over the period and every comparison; null: unknown. */
export async function estimateReads(db: Queryable, question: Question, readings: readonly Reading[]): Promise<Reads> {
  const scanned = readings.map((reading) =>
    reading.scanned ? question.windows.flatMap((window) => reading.scanned?.(question, window) ?? []) : null,
  );
  const expected = await expectedRows(
    db,
    scanned.flatMap((each) => each ?? []).map(({ where }) => inlined(where)),
  );
  let at = 0;
  return scanned.map((each) => {
    if (!each) return null;
    const rows = new Map<string, number>();
    for (const { relation } of each) rows.set(relation, (rows.get(relation) ?? 0) + (expected[at++] ?? 0));
    return [...rows].map(([relation, sum]) => ({ relation, rows: sum }));
  });
}

/** What all readings of a metric go through together. */
export function readsOf(metric: Metric, readings: readonly Reading[], reads: Reads): RelationRead[] {
  const tallies = talliesOf(metric);
  const own = readings.flatMap((reading, index) =>
    tallies.some((tally) => reading.tallies.includes(tally)) ? (reads[index] ?? []) : [],
  );
  return [...Map.groupBy(own, ({ relation }) => relation)].map(([relation, each]) => ({
    relation,
    rows: each.reduce((sum, { rows }) => sum + rows, 0),
  }));
}
