import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import type { FeedContract } from '../feeds/contract.ts';
import { placeIn } from '../source/read-source.ts';
import type { SourceFeed } from '../source/source.ts';

/** Asks PostgreSQL for the columns of the SQL without running it; unknown and missing ones are named. */
export async function describeColumns(db: pg.Client, feed: SourceFeed, contract: FeedContract): Promise<Set<string>> {
  const { fields } = await runFeedSql(db, feed, `select * from (${feed.sql}\n) s limit 0`);
  const given = new Set(fields.map(({ name }) => name));
  const fail = (problem: string, named?: string) =>
    new IngestError('feed_columns', {
      file: feed.sqlFile,
      ...placeIn(feed.sql, placeOfName(feed.sql, named)),
      feed: feed.feed,
      known: Object.keys(contract.columns),
      problem,
    });
  for (const name of ['file_id', 'record_no'])
    if (!given.delete(name)) throw fail(`It must select ${name} of its landing table.`);
  const unknown = [...given].filter((name) => !contract.columns[name]);
  if (unknown.length > 0)
    throw fail(
      `It selects ${unknown.map((name) => `"${name}"`).join(', ')}, which the feed does not have.`,
      unknown[0],
    );
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
    throw new IngestError(
      'feed_sql',
      {
        file: feed.sqlFile,
        ...placeOfPosition(sql, feed.sql, Number(position ?? 0)),
        problem: `PostgreSQL says: ${withoutValues(state, message)}`,
      },
      { cause: error },
    );
  }
}

/** Where an output column is named, which is where it stands last. */
function placeOfName(sql: string, name: string | undefined): number | null {
  if (name === undefined) return null;
  const met = [...sql.matchAll(new RegExp(`(?<![\\w"])"?${name.replace(/\W/g, '\\$&')}"?(?![\\w"])`, 'gi'))];
  return met.at(-1)?.index ?? null;
}

/** PostgreSQL counts characters of the whole statement. What it misses behind the feed's SQL is missing at its end. */
function placeOfPosition(statement: string, feedSql: string, position: number): ReturnType<typeof placeIn> {
  const start = statement.indexOf(feedSql);
  const at = [...statement].slice(0, Math.max(position - 1, 0)).join('').length - start;
  if (position === 0 || start < 0 || at < 0 || at > feedSql.length + 2) return placeIn(feedSql, null);
  return placeIn(feedSql, Math.min(at, feedSql.length));
}

/** What a cell said may be personal and is no part of the message; a column declared with its type is judged cell by cell. */
function withoutValues(state: string, message: string): string {
  if (!state.startsWith('22')) return message;
  const rule = message.replaceAll(/: "[^]*"/g, '').replaceAll(/"[^]*"/g, '"…"');
  return `${rule}. A cell does not have the type it is read as: declare its column with that type in source.yaml, and such records are quarantined one by one`;
}
