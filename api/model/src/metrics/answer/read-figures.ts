import type { Queryable } from '../../schema/index.ts';
import { readingsOf, type Planned } from '../compile/readings.ts';
import { statementOf } from '../compile/statement.ts';
import type { Asked } from '../estimate/asked.ts';
import { brokenOff, refuseCostly } from '../estimate/bound.ts';
import { estimateReads, type Reads } from '../estimate/reads.ts';
import { planFor, rollupRead } from '../planner/plan.ts';
import { countUse } from '../rollups/use.ts';
import { toQuery } from '../sql.ts';
import { talliesOf } from '../tallies.ts';
import { readAnswer, type Tables } from './rows.ts';

interface Figures extends Asked {
  reads: Reads;
  tables: Tables;
}

/** Estimates, then reads; what would cost too much, and what PostgreSQL breaks off over facts, is refused in words. */
async function tablesOf(db: Queryable, asked: Asked, most: number): Promise<{ tables: Tables; reads: Reads }> {
  const { question, readings } = asked;
  const { sql, params } = toQuery(statementOf(question, readings));
  try {
    const reads = await estimateReads(db, question, readings);
    refuseCostly(asked, reads, most);
    return { reads, tables: readAnswer(question, readings, (await db.query(sql, params)).rows) };
  } catch (error) {
    throw brokenOff(asked, error) ?? error;
  }
}

const NONE: ReadonlySet<string> = new Set();

/**
 * Plans, estimates and reads. The statement also tells which rollups are stale: where it read one of them, its figures are thrown away
 * and the question is planned again without these.
 */
export async function readFigures(
  db: Queryable,
  asking: Pick<Asked, 'request' | 'read' | 'question'>,
  mostFactRows: number,
  stale: ReadonlySet<string> = NONE,
): Promise<Figures> {
  const { question } = asking;
  const planned = question.metrics.flatMap((metric) =>
    talliesOf(metric).map((tally): Planned => ({ tally, plan: planFor(tally, question, stale) })),
  );
  const readings = readingsOf(planned);
  const asked: Asked = { ...asking, planned, readings };
  const { tables, reads } = await tablesOf(db, asked, mostFactRows);
  const readStale = planned.some(({ plan }) => tables.stale.has(rollupRead(plan) ?? ''));
  if (readStale) return readFigures(db, asking, mostFactRows, tables.stale);
  countUse(question, planned);
  return { ...asked, reads, tables };
}
