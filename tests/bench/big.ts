// npm run bench -- big [gigabytes, default 2] [csv gz, default both]: a shop's order export of that size, wide as exports of shop back
// ends are, goes through `rapport ingest` into an empty house on a server of its own, to its end. Watches the memory of the command.
// Ends with one line of JSON a file; exit code 1 when any took more than 300 MB.
import { spawn } from 'node:child_process';
import {
  chmodSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { openEmbedded } from '@rapport/bin/postgres';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { processEnvironment } from '../faults/config.ts';
import { root } from '../setup/run-rapport.ts';

const MOST_MB = 300;
const LOOK_MS = 100;
const gigabytes = Number(process.argv[2] ?? 2) || 2;
const files = process.argv.slice(3).length > 0 ? process.argv.slice(3) : ['csv', 'gz'];

const text = (n: number, length: number): string => {
  let made = '';
  for (let at = 1; made.length < length; at++)
    made += Math.imul(n + at, 0x9e3779b1)
      .toString(36)
      .replace('-', ' ');
  return made.slice(0, length);
};

/** 3,000 bytes, of which the shop's own columns are the smaller part. */
function row(n: number): string {
  const day = new Date(Date.UTC(2023, 0, 1) + (n % 1_000_000) * 90_000).toISOString().slice(0, 19).replace('T', ' ');
  const note = n % 3 === 0 ? `"${text(n, 60)}, ""备注"" ${text(n + 7, 120)}"` : text(n, 180);
  return `o${n},c${n % 700_000},${n % 40 === 0 ? 'canceled' : 'delivered'},${day},r${n % 30},1380000${String(n % 10_000).padStart(4, '0')},${text(n + 3, 90)},${note},${text(n + 5, 2_600)}\n`;
}

async function write(path: string): Promise<void> {
  function* rows(): Generator<string> {
    yield 'id,customer,status,at,region,phone,address,note,items\n';
    for (let n = 0, bytes = 0; bytes < gigabytes * 1e9; n += 500) {
      const some = Array.from({ length: 500 }, (_, at) => row(n + at)).join('');
      bytes += Buffer.byteLength(some);
      yield some;
    }
  }
  const packing = path.endsWith('.gz') ? [createGzip({ level: 1 })] : [];
  await pipeline([Readable.from(rows(), { objectMode: false }), ...packing, createWriteStream(path)]);
}

/** What a person would declare: two columns are personal, two are not read. */
function declare(folder: string): void {
  mkdirSync(join(folder, 'big'), { recursive: true });
  writeFileSync(
    join(folder, 'big', 'source.yaml'),
    `name: big
shop: { code: big, title: { en: Big, zh: 大店 }, zone: Asia/Shanghai, currency: CNY }
files:
  orders:
    file: orders.csv*
    delivery: delta
    columns: { id: text, customer: text, status: text, at: timestamp, region: text, phone: text, address: text, note: text }
    personal: { phone: hash, address: encrypt }
    ignored: [items]
feeds:
  orders: { from: orders }
`,
  );
  writeFileSync(
    join(folder, 'big', 'orders.sql'),
    `select file_id, record_no, id as external_id, customer as customer_ref, status, at as ordered_at, region as region_code from landing.big__orders\n`,
  );
}

const memoryOf = (pid: number): number => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024;
  } catch {
    return 0; // it has ended
  }
};

/** The command itself, as a person starts it; the highest memory the kernel saw of it. */
async function ingest(env: Record<string, string>, from: string): Promise<{ peak: number; report: Report }> {
  const command = [...process.execArgv, 'bin/rapport.ts', 'ingest', 'big', '--from', from, '--json'];
  const child = spawn(process.execPath, command, { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let peak = 0;
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const watch = setInterval(() => (peak = Math.max(peak, memoryOf(child.pid ?? 0))), LOOK_MS);
  const code = await new Promise((resolve) => child.once('close', resolve));
  clearInterval(watch);
  if (code !== 0) throw new Error(`rapport ingest ended with ${String(code)}`);
  return { peak, report: JSON.parse(said.trim().split('\n').at(-1) ?? '') as Report };
}

interface Report {
  seconds: number;
  stages: { stage: string; seconds: number }[];
  feeds: { read: number; inserted: number }[];
}

async function measure(kind: string, url: string, folder: string): Promise<boolean> {
  const delivery = join(folder, `delivery-${kind}`);
  mkdirSync(delivery, { recursive: true });
  const path = join(delivery, kind === 'gz' ? 'orders.csv.gz' : 'orders.csv');
  await write(path);
  const megabytes = Math.round(statSync(path).size / 1e6);
  const env = { DATABASE_URL: url, RAPPORT_HOME: join(folder, 'home'), RAPPORT_SOURCES: join(folder, 'sources') };
  const { peak, report } = await ingest({ ...processEnvironment(), ...env }, delivery);
  rmSync(delivery, { recursive: true });
  const peakMb = Math.round(peak / 1e6);
  const stages = Object.fromEntries(report.stages.map(({ stage, seconds }) => [stage, Math.round(seconds)]));
  const rows = report.feeds[0]?.inserted ?? 0;
  process.stdout.write(
    `${JSON.stringify({ file: kind, megabytes, rows, seconds: Math.round(report.seconds), stages, peakMb, mostMb: MOST_MB })}\n`,
  );
  return peakMb <= MOST_MB;
}

async function bench(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-big-'));
  chmodSync(folder, 0o711); // the server runs as nobody when started as root
  declare(join(folder, 'sources'));
  const server = await openEmbedded({ home: join(folder, 'server') });
  const admin = openPool(server.urlOf('postgres'), { max: 1 });
  let kept = true;
  try {
    for (const kind of files) {
      await admin.query(`create database big_${kind}`);
      await migrate(server.urlOf(`big_${kind}`));
      const pool = openPool(server.urlOf(`big_${kind}`), { max: 1 });
      await ensureRollups(pool).finally(() => pool.end());
      kept = (await measure(kind, server.urlOf(`big_${kind}`), folder)) && kept;
      await admin.query(`drop database big_${kind} with (force)`);
    }
    return kept;
  } finally {
    await admin.end();
    await server.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = (await bench()) ? 0 : 1;
