import { contractOf } from './kit/feeds/contracts.ts';
import { addressOf, translateDatabaseError } from './kit/errors/database-error.ts';
import { createLandingTable, dropLanding } from './kit/landing/tables.ts';
import { Connections, requireSchema } from './kit/run/connections.ts';
import { holdSource } from './kit/run/run.ts';
import { describeColumns } from './kit/stage/feed-sql.ts';
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
}

export function listSources(): SourceList {
  const library = sourceLibrary();
  const list: SourceList = { sources: [], broken: [], presets: library.presetNames() };
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

/** Checks a source folder against the contracts: YAML, files, and every feed's SQL by asking PostgreSQL what it selects. */
export async function checkSource({
  databaseUrl,
  source: name,
}: {
  databaseUrl: string;
  source: string;
}): Promise<SourceSummary> {
  const source = sourceLibrary().read(name);
  const connections = new Connections(databaseUrl);
  try {
    const db = await connections.open('source check', source.zone);
    await requireSchema(db);
    await holdSource(db, source.name);
    await dropLanding(db, source);
    for (const role of Object.keys(source.files)) await createLandingTable(db, source, role);
    for (const feed of source.feeds) await describeColumns(db, feed, contractOf(feed.feed));
    await dropLanding(db, source);
    return {
      name,
      shop: source.shop.code,
      files: Object.values(source.files).map(({ file }) => file),
      feeds: source.feeds.map(({ feed }) => feed),
    };
  } catch (error) {
    throw translateDatabaseError(error, addressOf(databaseUrl));
  } finally {
    await connections.closeAll();
  }
}
