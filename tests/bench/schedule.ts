// npm run bench -- schedule [minutes, default 10]: two workers on one schedule while processes are killed or sleep past their
// lease. Every window must be loaded once. Ends with one line of JSON; exit code 1 when anything was violated.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '@rapport/bin/postgres';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { Soak } from '../schedule/soak.ts';
import { testServerUrl } from '../testkit/config.ts';

const NAME = 'rapport_bench_schedule';
const minutes = Number(process.argv[2] ?? 10);
const say = (line: string): void => void process.stderr.write(`${line}\n`);

async function bench(serverUrl: string): Promise<boolean> {
  const admin = openPool(serverUrl, { max: 1 });
  await admin.query(`drop database if exists ${NAME} with (force)`);
  await admin.query(`create database ${NAME}`);
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  await migrate(url.href);
  const pool = openPool(url.href, { max: 2 });
  try {
    await ensureRollups(pool);
    const verdict = await new Soak({ url: url.href, pool }, say).run(minutes);
    process.stdout.write(`${JSON.stringify(verdict)}\n`);
    return Object.values(verdict.violations).every((found) => found === 0);
  } finally {
    await pool.end();
    await admin.query(`drop database if exists ${NAME} with (force)`);
    await admin.end();
  }
}

async function main(): Promise<boolean> {
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

process.exitCode = (await main()) ? 0 : 1;
