import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type pg from 'pg';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingest } from '@rapport/etl';
import { demoSources, generateShop } from '@rapport/etl/demo';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { testServerUrl } from '../../testkit/config.ts';

interface Filled {
  url: string;
  pool: pg.Pool;
  /** Lets go of it; what was not asked for by name is dropped. */
  drop(): Promise<void>;
}

/** A generated shop in a database, filled only where it is not there yet. `kept`: it stays under this name. */
export async function filled(serverUrl: string, orders: number, kept: string | undefined): Promise<Filled> {
  const name = kept ?? `rapport_bench_api_${orders}`;
  const admin = openPool(serverUrl, { max: 1 });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [name]);
  if (!rowCount) {
    await admin.query(`create database ${name}`);
    await migrate(url.href);
    const fresh = openPool(url.href, { max: 1 });
    await ensureRollups(fresh);
    await fresh.end();
    const home = mkdtempSync(join(tmpdir(), 'rapport-bench-api-'));
    const shop = join(home, 'shop');
    await generateShop({ orders, seed: 'api', out: shop });
    for (const source of demoSources)
      await ingest({ databaseUrl: url.href, source, from: join(shop, source), home, trigger: 'cli' });
    rmSync(home, { recursive: true, force: true });
  }
  const pool = openPool(url.href, { max: 2 });
  await pool.query('vacuum analyze');
  return {
    url: url.href,
    pool,
    drop: async () => {
      await pool.end();
      if (kept === undefined) await admin.query(`drop database if exists ${name} with (force)`);
      await admin.end();
    },
  };
}

/** The server that is named, or one of this bench's own. */
export async function onServer(bench: (serverUrl: string) => Promise<void>): Promise<void> {
  if (testServerUrl) return bench(testServerUrl);
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-server-'));
  chmodSync(home, 0o711); // the server runs as nobody when started as root
  const server = await openEmbedded({ home });
  try {
    return await bench(server.urlOf('postgres'));
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}
