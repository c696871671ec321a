import pg from 'pg';
import type { Queryable } from '../../schema/index.ts';
import { raw } from '../sql.ts';
import { ripeningOfAll } from './ripening.ts';
import { byFact, columnsRead, type OfFact } from './rows.ts';
import { buildStatement, createStatement, textOf, type Rollup } from './rollup.ts';
import { staleNames } from './stale.ts';

/** Whoever publishes holds it: what is made anew meanwhile would miss what he is about to write. */
export const PUBLISH_LOCK = 7_270_003;
const ROWS = 'pg_temp.whole_rows';

/** Into a new table that takes the old one's place: readers wait for the swap only, and nothing is left to be vacuumed. */
function swapIn(rollup: Rollup): string[] {
  const made: Rollup = { ...rollup, table: `${rollup.table}___new` };
  const name = rollup.table.replace('mart.', '');
  return [
    createStatement(made),
    textOf(buildStatement(made, raw(ROWS))),
    `drop table ${rollup.table}`,
    `alter table ${made.table} rename to ${name}`,
    `alter index ${made.table}_pkey rename to ${name}_pkey`,
    `analyze ${rollup.table}`,
  ];
}

/** One text, so one transaction, on a pool as on a client. */
async function fillScript(db: Queryable, group: OfFact): Promise<string> {
  const { fact, rollups } = group;
  const names = rollups.map(({ table }) => pg.escapeLiteral(table)).join(', ');
  return [
    `create temp table ${ROWS} on commit drop as select ${await columnsRead(db, group)} from ${fact.relation}`,
    `analyze ${ROWS}`,
    ...rollups.flatMap(swapIn),
    ...ripeningOfAll(fact, ROWS),
    `drop table ${ROWS}`,
    `update ops.rollups set stale_since = null, built_at = now() where name in (${names})`,
  ].join(';\n');
}

/** Makes rollups anew from every row of their facts. */
export async function fillWhole(db: Queryable, which: readonly Rollup[]): Promise<void> {
  for (const group of byFact(which)) await db.query(await fillScript(db, group));
}

const notMeanwhile = `do $$ begin
  if not pg_try_advisory_xact_lock(${PUBLISH_LOCK}) then raise 'somebody publishes' using errcode = 'lock_not_available'; end if;
end $$`;

/**
 * Makes anew what publishes left stale, a fact a transaction. Where somebody publishes meanwhile the rest is left to him, who comes
 * here after his commit. Returns what it made.
 */
export async function completeStale(db: Queryable, which: readonly Rollup[]): Promise<string[]> {
  const made: string[] = [];
  for (const { fact } of byFact(which)) {
    const stale = await staleNames(db);
    const mine = which.filter((rollup) => rollup.fact === fact);
    if (!mine.some(({ table }) => stale.has(table))) continue;
    const script = await fillScript(db, { fact, rollups: mine });
    try {
      await db.query(`${notMeanwhile};\nset local jit = off;\n${script}`);
    } catch (error) {
      if ((error as { code?: string }).code === '55P03') return made;
      throw error;
    }
    made.push(...mine.map(({ table }) => table));
  }
  return made;
}
