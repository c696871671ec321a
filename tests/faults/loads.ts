import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest, type IngestError, type IngestOptions, type IngestReport } from '@rapport/etl';
import { completeRollups, ensureRollups } from '@rapport/model/metrics';
import { openPool } from '@rapport/model/schema';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { processEnvironment } from './config.ts';

const home = mkdtempSync(join(tmpdir(), 'rapport-home-'));

/** An empty, migrated database with its rollups. */
export async function emptyHouse(): Promise<TestDatabase> {
  const database = await testDatabase();
  await ensureRollups(database.pool);
  return database;
}

export function ingestOnly(
  databaseUrl: string,
  from: string,
  options: Partial<IngestOptions> = {},
): Promise<IngestReport> {
  return ingest({ databaseUrl, source: 'olist', from, home, trigger: 'cli', ...options });
}

/** A load as the command does it: what it left stale is made anew after its commit. */
export async function load(
  databaseUrl: string,
  from: string,
  options: Partial<IngestOptions> = {},
): Promise<IngestReport> {
  const report = await ingestOnly(databaseUrl, from, options);
  if (report.state !== 'committed') return report;
  const pool = openPool(databaseUrl, { max: 1 });
  await completeRollups(pool).finally(() => pool.end());
  return report;
}

/** The error of a load that must fail. */
export async function refusal(
  databaseUrl: string,
  from: string,
  options: Partial<IngestOptions> = {},
): Promise<IngestError> {
  try {
    await load(databaseUrl, from, options);
  } catch (error) {
    return error as IngestError;
  }
  throw new Error('the load went through');
}

/** A load in a process of its own that stops at a stage; resolves when it is there. */
export function loadUntil(stage: string, databaseUrl: string, from: string, source = 'olist'): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'load-process.ts');
  const env = { ...processEnvironment(), RAPPORT_PAUSE_AT: stage };
  const child = spawn(process.execPath, ['--import', './bin/register.mjs', script, databaseUrl, from, home, source], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes(`paused at ${stage}`)) resolve(child);
    });
    child.on('exit', (code) => reject(new Error(`the load ended with ${code} before ${stage}: ${said}`)));
  });
}

export async function kill(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit');
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await gone;
}
