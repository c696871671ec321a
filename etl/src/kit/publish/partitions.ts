import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

/** Attaching asks for a moment in which nobody reads the default partition; readers must not queue up behind the question. */
const LOCK_MS = 100;
const PATIENCE_MS = 60_000;
const LOCK_NOT_AVAILABLE = '55P03';
const DEADLOCK = '40P01';

/**
 * Makes the months that new events need, before the publishing transaction writes them, on a connection of its own: each month is
 * there or not, and readers of the table go on. Runs under the publishing lock, so no other load makes the same month.
 */
export async function makeMonths(side: pg.Client, source: Source, { contract, feed }: ClassifiedFeed): Promise<void> {
  const { table, at } = contract;
  if (at === null) return;
  const { rows } = await side.query<{ name: string; from: string; to: string }>(
    `select * from (
       select $1::text || to_char(month, '_YYYY_MM') as name, month::text || '+00' as from, (month + interval '1 month')::text || '+00' as to
       from (select distinct date_trunc('month', ${at} at time zone 'UTC') as month from ${workTable.changes(source, feed.feed)} where op in ('insert', 'move') offset 0) m
     ) wanted where to_regclass(name) is null order by name`,
    [table],
  );
  for (const month of rows) await attach(side, { table, at, ...month });
}

interface Month {
  table: string;
  at: string;
  name: string;
  from: string;
  to: string;
}

async function attach(side: pg.Client, month: Month): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (let pause = 10; ; pause = Math.min(pause * 2, 1000)) {
    try {
      await side.query(attachSql(month));
      return;
    } catch (error) {
      await side.query('rollback');
      const { code } = error as { code?: string };
      if (code !== LOCK_NOT_AVAILABLE && code !== DEADLOCK) throw error;
      if (Date.now() > until) throw new IngestError('month_not_made', { month: month.name }, { cause: error });
    }
    await sleep(pause);
  }
}

/** Rows of the month that stand in the default partition come along; as a rule there are none. */
function attachSql({ table, at, name, from, to }: Month): string {
  return `begin;
    set local lock_timeout = ${LOCK_MS};
    create table ${name} (like ${table} including all);
    with strays as (delete from ${table}_default where ${at} >= timestamptz '${from}' and ${at} < timestamptz '${to}' returning *)
      insert into ${name} select * from strays;
    alter table ${table} attach partition ${name} for values from ('${from}') to ('${to}');
    commit`;
}
