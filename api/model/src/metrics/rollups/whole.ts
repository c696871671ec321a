import pg from 'pg';
import type { Queryable } from '../../schema/index.ts';
import { raw } from '../sql.ts';
import { ripeningOfAll } from './ripening.ts';
import { byFact, columnsRead, toldFacts, untold, type OfFact } from './rows.ts';
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

/** One text, so one transaction, on a pool as on a client. Where nothing was told when it was written, it makes sure that this still holds. */
async function fillScript(db: Queryable, group: OfFact, isTold: boolean): Promise<string> {
  const { fact, rollups } = group;
  const names = rollups.map(({ table }) => pg.escapeLiteral(table)).join(', ');
  const fresh = `update ops.rollups set stale_since = null, built_at = now() where name in (${names})`;
  if (!isTold)
    return [
      ...rollups.map(({ table }) => `delete from ${table} where ${untold(fact)}`),
      `${fresh} and (${untold(fact)})`,
    ].join(';\n');
  return [
    `create temp table ${ROWS} on commit drop as select ${await columnsRead(db, group)} from ${fact.relation}`,
    `analyze ${ROWS}`,
    ...rollups.flatMap(swapIn),
    'select scoped.close_rollups()',
    ...ripeningOfAll(fact, ROWS),
    `drop table ${ROWS}`,
    fresh,
  ].join(';\n');
}

/** Makes rollups anew from every row of their facts. */
export async function fillWhole(db: Queryable, which: readonly Rollup[]): Promise<void> {
  const groups = byFact(which);
  const told = await toldFacts(db, groups);
  for (const group of groups) await db.query(await fillScript(db, group, told.has(group.fact)));
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
  const stale = await staleNames(db);
  const groups = byFact(which).filter(({ rollups }) => rollups.some(({ table }) => stale.has(table)));
  if (groups.length === 0) return made;
  const told = await toldFacts(db, groups);
  for (const group of groups) {
    const script = await fillScript(db, group, told.has(group.fact));
    try {
      await db.query(`${notMeanwhile};\nset local jit = off;\n${script}`);
    } catch (error) {
      if ((error as { code?: string }).code === '55P03') return made;
      throw error;
    }
    made.push(...group.rollups.map(({ table }) => table));
  }
  return made;
}
