import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import type { FeedContract } from '../feeds/contract.ts';
import type { SourceFeed } from '../source/source.ts';

/** Asks PostgreSQL for the columns of the SQL without running it; unknown and missing ones are named. */
export async function describeColumns(db: pg.Client, feed: SourceFeed, contract: FeedContract): Promise<Set<string>> {
  const { fields } = await runFeedSql(db, feed, `select * from (${feed.sql}\n) s limit 0`);
  const given = new Set(fields.map(({ name }) => name));
  const fail = (problem: string) =>
    new IngestError('feed_columns', {
      file: feed.sqlFile,
      feed: feed.feed,
      known: Object.keys(contract.columns),
      problem,
    });
  for (const name of ['file_id', 'record_no'])
    if (!given.delete(name)) throw fail(`It must select ${name} of its landing table.`);
  const unknown = [...given].filter((name) => !contract.columns[name]);
  if (unknown.length > 0)
    throw fail(`It selects ${unknown.map((name) => `"${name}"`).join(', ')}, which the feed does not have.`);
  const missing = Object.entries(contract.columns).filter(([name, { required }]) => required && !given.has(name));
  if (missing.length > 0)
    throw fail(`It does not select ${missing.map(([name]) => `"${name}"`).join(', ')}, which the feed requires.`);
  return given;
}

/** Runs a statement around the feed's own SQL; its mistakes are told by its file and line. */
export async function runFeedSql(db: pg.Client, feed: SourceFeed, sql: string): Promise<pg.QueryResult> {
  try {
    return await db.query(sql);
  } catch (error) {
    const state = (error as { code?: string }).code ?? '';
    if (!/^(42|22|21|0A)/.test(state)) throw error;
    const { message, position } = error as { message: string; position?: string };
    const start = sql.indexOf(feed.sql);
    const at = Number(position ?? 0) - 1;
    const line =
      start >= 0 && at >= start && at < start + feed.sql.length ? sql.slice(start, at).split('\n').length : null;
    throw new IngestError(
      'feed_sql',
      { file: feed.sqlFile, line, problem: `PostgreSQL says: ${withoutValues(state, message)}` },
      { cause: error },
    );
  }
}

/** What a cell said may be personal and is no part of the message; a column declared with its type is judged cell by cell. */
function withoutValues(state: string, message: string): string {
  if (!state.startsWith('22')) return message;
  const rule = message.replaceAll(/: "[^]*"/g, '').replaceAll(/"[^]*"/g, '"…"');
  return `${rule}. A cell does not have the type it is read as: declare its column with that type in source.yaml, and such records are quarantined one by one`;
}
