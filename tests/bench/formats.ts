// npm run bench -- formats [megabytes of each packed file, default 200]: lands large packed files of every format and watches
// the memory of the process that does. Ends with one line of JSON a format; exit code 1 when any took more than 300 MB.
import { execFileSync } from 'node:child_process';
import { chmodSync, createWriteStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip, createZstdCompress } from 'node:zlib';
import { openEmbedded } from '@rapport/bin/postgres';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { ingest } from '@rapport/etl';
import { processEnvironment } from '../faults/config.ts';
import { Workshop } from '../formats/sources.ts';
import { testServerUrl } from '../testkit/config.ts';

const NAME = 'rapport_bench_formats';
const MOST_MB = 300;
const megabytes = Number(process.argv[2] ?? 200) || 200;
const columns = { id: 'text', person: 'text', at: 'timestamp', note: 'text' };

/** Rows that do not pack well, so that a packed megabyte is some two megabytes of text. */
function row(n: number): string[] {
  const mix = (seed: number) =>
    Math.imul(n + seed, 0x9e3779b1 + seed * 2)
      .toString(36)
      .replace('-', '');
  return [mix(1) + mix(2) + mix(3), `c${mix(4)}`, `2025-0${(n % 9) + 1}-1${n % 10} 10:00:00`, `备注${mix(5)}${mix(6)}`];
}

const toJson = (n: number) =>
  JSON.stringify(Object.fromEntries(row(n).map((text, at) => [Object.keys(columns)[at], text])));

const formats: Record<string, { file: string; rows?: string; head: string; line(n: number): string; tail: string }> = {
  csv: { file: 'big.csv.gz', head: 'id,person,at,note\n', line: (n) => `${row(n).join(',')}\n`, tail: '' },
  ndjson: { file: 'big.ndjson.zst', head: '', line: (n) => `${toJson(n)}\n`, tail: '' },
  json: {
    file: 'big.json.gz',
    rows: 'data.rows[]',
    head: '{"data":{"rows":[',
    line: (n) => `${n === 0 ? '' : ','}${toJson(n)}`,
    tail: ']}}',
  },
};

async function write(path: string, format: (typeof formats)[string]): Promise<void> {
  const file = createWriteStream(path);
  function* text(): Generator<string> {
    yield format.head;
    for (let n = 0; file.bytesWritten < megabytes * 1e6; n += 1000)
      yield Array.from({ length: 1000 }, (_, at) => format.line(n + at)).join('');
    yield format.tail;
  }
  await pipeline(Readable.from(text()), path.endsWith('.gz') ? createGzip({ level: 1 }) : createZstdCompress(), file);
}

async function measure(url: string, name: string): Promise<number> {
  const format = formats[name];
  if (!format) throw new Error(`no format ${name}`);
  const workshop = new Workshop();
  const { file, rows } = format;
  workshop.source(`big_${name}`, {
    files: {
      few: { file: 'few.csv', columns: { code: 'text' } },
      big: { file, columns, lookup: true, ...(rows ? { rows } : {}) },
    },
    feeds: {
      regions: {
        from: 'few',
        sql: 'select file_id, record_no, code as external_id, (select count(*) from {big})::text as label_en from {few}',
      },
    },
  });
  writeFileSync(join(workshop.delivery, 'few.csv'), 'code\none\n');
  await write(join(workshop.delivery, file), format);
  const packed = statSync(join(workshop.delivery, file)).size;
  const args = [...process.execArgv, import.meta.filename, 'load', url, `big_${name}`, workshop.delivery];
  const env = { ...processEnvironment(), RAPPORT_SOURCES: workshop.folder };
  const found = JSON.parse(execFileSync(process.execPath, args, { env, encoding: 'utf8' })) as Measured;
  for (const folder of [workshop.folder, workshop.delivery]) rmSync(folder, { recursive: true, force: true });
  process.stdout.write(`${JSON.stringify({ format: file, packedMb: Math.round(packed / 1e6), ...found })}\n`);
  return found.peakMb;
}

interface Measured {
  records: number;
  seconds: number;
  peakMb: number;
}

/** In a process of its own, which has done nothing else. */
async function load(databaseUrl: string, source: string, from: string): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-home-'));
  let peak = 0;
  let records = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 20);
  const began = performance.now();
  await ingest({ databaseUrl, source, from, home, onProgress: (event) => (records = event.records) });
  clearInterval(watch);
  rmSync(home, { recursive: true, force: true });
  const seconds = Number(((performance.now() - began) / 1000).toFixed(1));
  process.stdout.write(JSON.stringify({ records, seconds, peakMb: Math.round(peak / 1e6) } satisfies Measured));
}

async function bench(serverUrl: string): Promise<boolean> {
  const admin = openPool(serverUrl, { max: 1 });
  await admin.query(`drop database if exists ${NAME} with (force)`);
  await admin.query(`create database ${NAME}`);
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  await migrate(url.href);
  const pool = openPool(url.href, { max: 1 });
  try {
    await ensureRollups(pool);
    let most = 0;
    for (const name of Object.keys(formats)) most = Math.max(most, await measure(url.href, name));
    return most <= MOST_MB;
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

const [task, ...given] = process.argv.slice(2);
if (task === 'load') await load(given[0] ?? '', given[1] ?? '', given[2] ?? '');
else process.exitCode = (await main()) ? 0 : 1;
