import type pg from 'pg';
import { migrate, openPool } from '@rapport/model/schema';
import type { Config } from '../config.ts';
import { openEmbedded } from '../postgres/index.ts';
import { countRollups } from '../readers/server.reader.ts';

export interface Database {
  url: string;
  pool: pg.Pool;
  embedded: boolean;
  /** For a server of this home: false when another process serves it already. */
  claimServing(): Promise<boolean>;
  close(): Promise<void>;
}

/** Schema and rollups at the version of this code; returns what was done. */
export async function bringUpToDate(database: Database): Promise<{ migrations: string[]; rollups: string[] }> {
  const { ensureRollups, learnDelays, noteAllFeeds } = await import('@rapport/model/metrics');
  const migrations = await migrate(database.url);
  const rollups = await ensureRollups(database.pool);
  if (migrations.length + rollups.length > 0) await noteAllFeeds(database.pool);
  await learnDelays(database.pool);
  return { migrations, rollups };
}

/** Migrated, and its rollups made: a process killed between the two leaves the second to the next one. */
async function isReady(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ ready: boolean }>("select to_regclass('ops.rollups') is not null as ready");
  return rows[0]?.ready === true && (await countRollups(pool)) > 0;
}

async function ofUrl(url: string): Promise<Database> {
  const pool = openPool(url, { application: 'rapport cli', max: 4 });
  await pool.query('select 1').catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  return { url, pool, embedded: false, claimServing: async () => true, close: () => pool.end() };
}

async function ofHome(config: Config, notice: (text: string) => void): Promise<Database> {
  const server = await openEmbedded({ home: config.home, user: config.postgresUser, notice });
  const pool = openPool(server.url, { application: 'rapport cli', max: 4 });
  const database: Database = {
    url: server.url,
    pool,
    embedded: true,
    claimServing: server.claimServing,
    close: async () => {
      await pool.end();
      await server.leave();
    },
  };
  try {
    if (!(await isReady(pool))) await bringUpToDate(database);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/** The configured database: DATABASE_URL, or the embedded server of this home (joined or started, migrated when new). */
export function openDatabase(config: Config, notice: (text: string) => void): Promise<Database> {
  return config.databaseUrl === null ? ofHome(config, notice) : ofUrl(config.databaseUrl);
}
