import type pg from 'pg';
import { contractOf } from './kit/feeds/contracts.ts';
import { addressOf, translateDatabaseError } from './kit/errors/database-error.ts';
import { createLandingTable, dropLanding } from './kit/landing/tables.ts';
import { Connections, requireSchema } from './kit/run/connections.ts';
import { holdSource } from './kit/run/run.ts';
import { describeColumns } from './kit/stage/feed-sql.ts';
import { reachOf, type MetricReach } from './scaffold/metric-reach.ts';
import { marksOf, type Mark } from './scaffold/marks.ts';
import type { Source } from './kit/source/source.ts';
import { sourceLibrary } from './sources/library.ts';

export interface SourceSummary {
  name: string;
  shop: string;
  files: string[];
  feeds: string[];
}

export interface SourceList {
  sources: SourceSummary[];
  /** Folders that cannot be read, with the reason; they hold up nobody but themselves. */
  broken: { name: string; problem: string }[];
  /** What "source new --preset" copies. */
  presets: string[];
  /** RAPPORT_SOURCES names a folder that is not there. */
  lost: boolean;
}

export function listSources(): SourceList {
  const library = sourceLibrary();
  const list: SourceList = { sources: [], broken: [], presets: library.presetNames(), lost: library.isLost };
  for (const name of library.names()) {
    try {
      const { shop, files, feeds } = library.read(name);
      list.sources.push({
        name,
        shop: shop.code,
        files: Object.values(files).map(({ file }) => file),
        feeds: feeds.map(({ feed }) => feed),
      });
    } catch (error) {
      list.broken.push({ name, problem: (error as Error).message });
    }
  }
  return list;
}

export interface CheckedFeed {
  feed: string;
  /** Fields of the contract that its SQL selects. */
  given: string[];
  /** Optional fields that it leaves empty. */
  absent: string[];
}

export interface SourceCheck extends SourceSummary {
  contracts: CheckedFeed[];
  /** Declared columns that no SQL reads, by role. */
  unused: { role: string; columns: string[] }[];
  /** What a person should look at or must settle. */
  marks: Mark[];
  metrics: MetricReach;
}

/** Checks a source folder against the contracts: YAML, files, and every feed's SQL by asking PostgreSQL what it selects. */
export async function checkSource({
  databaseUrl,
  source: name,
}: {
  databaseUrl: string;
  source: string;
}): Promise<SourceCheck> {
  const source = sourceLibrary().read(name);
  const connections = new Connections(databaseUrl);
  try {
    const db = await connections.open('source check', source.zone);
    await requireSchema(db);
    await holdSource(db, source.name);
    const given = await describeFeeds(db, source);
    return {
      name,
      shop: source.shop.code,
      files: Object.values(source.files).map(({ file }) => file),
      feeds: source.feeds.map(({ feed }) => feed),
      contracts: source.feeds.map(({ feed }) => {
        const fields = Object.keys(contractOf(feed).columns);
        const has = given.get(feed) ?? new Set();
        return { feed, given: fields.filter((one) => has.has(one)), absent: fields.filter((one) => !has.has(one)) };
      }),
      unused: unusedColumns(source),
      marks: marksOf(source.folder),
      metrics: reachOf(source, given),
    };
  } catch (error) {
    throw translateDatabaseError(error, addressOf(databaseUrl));
  } finally {
    await connections.closeAll();
  }
}

async function describeFeeds(db: pg.Client, source: Source): Promise<Map<string, Set<string>>> {
  await dropLanding(db, source);
  try {
    for (const role of Object.keys(source.files)) await createLandingTable(db, source, role);
    const given = new Map<string, Set<string>>();
    for (const feed of source.feeds) given.set(feed.feed, await describeColumns(db, feed, contractOf(feed.feed)));
    return given;
  } finally {
    await dropLanding(db, source);
  }
}

/** By name in the SQL: one that stands there by chance is taken for used, which errs towards silence. */
function unusedColumns({ files, feeds }: Source): SourceCheck['unused'] {
  return Object.entries(files).flatMap(([role, { columns }]) => {
    const texts = feeds.filter(({ reads }) => reads.includes(role)).map(({ sql }) => sql.replaceAll(/--.*$/gm, ''));
    if (texts.length === 0) return [];
    const isRead = (name: string) =>
      texts.some((sql) => sql.split(/[^\p{L}\p{N}_]+/u).includes(name) || sql.includes(`"${name}"`));
    const unused = Object.keys(columns).filter((name) => !isRead(name));
    return unused.length > 0 ? [{ role, columns: unused }] : [];
  });
}
