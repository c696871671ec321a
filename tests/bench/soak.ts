// npm run bench -- soak [--minutes 30] [--orders 20000] [--database name]: the API at 60 % of its peak, asked what the dashboard asks and for pages of
// orders, while its memory is measured. Exit code 1 where it grows by 1 MB a minute or more, or anything was answered with 5xx.
import { execFile } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { createApiKey } from '@rapport/api';
import { loaded, quantile, started, type Program } from './api/asking.ts';
import { dashboardBodies } from './api/dashboard.ts';
import { filled, onServer } from './api/house.ts';

const { values: options } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    orders: { type: 'string', default: '20000' },
    database: { type: 'string' },
  },
});
const MINUTES = Number(options.minutes);
const MINUTE = 60_000;
const CLIENTS = 16;
const OF_PEAK = 0.6;
/** Caches fill, programs are compiled, the heap finds its size: growth is looked for behind that. */
const WARM = Math.min(5, MINUTES / 3);
const MOST_MB_A_MINUTE = 1;
const SAMPLE_MS = 5000;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function megabytesOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout.trim()) / 1024;
}

interface Sample {
  minute: number;
  megabytes: number;
}

/** Megabytes a minute, by least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const mean = (of: (sample: Sample) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [x, y] = [mean(({ minute }) => minute), mean(({ megabytes }) => megabytes)];
  const spread = mean(({ minute }) => (minute - x) ** 2);
  return spread === 0 ? Number.NaN : mean(({ minute, megabytes }) => (minute - x) * (megabytes - y)) / spread;
}

interface Asked {
  statuses: Map<number, number>;
  took: number[];
}

/** So many a second, whether the ones before were answered or not. */
async function asking(program: Program, bodies: readonly string[], perSecond: number, until: number): Promise<Asked> {
  const asked: Asked = { statuses: new Map(), took: [] };
  const under = new Set<Promise<void>>();
  const ask = async (body: string): Promise<void> => {
    const sent = performance.now();
    const { status } = await program.post(body);
    asked.statuses.set(status, (asked.statuses.get(status) ?? 0) + 1);
    asked.took.push(performance.now() - sent);
  };
  const began = performance.now();
  for (let no = 0; performance.now() < until; no += 1) {
    await sleep(Math.max(0, began + (no * 1000) / perSecond - performance.now()));
    const one = ask(bodies[no % bodies.length]!);
    under.add(one);
    void one.finally(() => under.delete(one));
  }
  await Promise.all(under);
  return asked;
}

async function watched(program: Program, until: number): Promise<Sample[]> {
  const began = performance.now();
  const samples: Sample[] = [];
  while (performance.now() < until) {
    await sleep(SAMPLE_MS);
    samples.push({ minute: (performance.now() - began) / MINUTE, megabytes: await megabytesOf(program.pid) });
  }
  return samples;
}

async function soak(serverUrl: string): Promise<void> {
  const shop = await filled(serverUrl, Number(options.orders), options.database);
  try {
    const { key } = await createApiKey(shop.pool, { role: 'analyst', label: 'soak' });
    const { rows } = await shop.pool.query<{ asOf: string }>(
      `select as_of as "asOf" from core.shops where shop = 'demo'`,
    );
    const page =
      '{ orders(first: 20, where: {shop: "demo"}) { nodes { id customer { id } items { id } shipments { id } } } }';
    const bodies = [...dashboardBodies('demo', rows[0]!.asOf), JSON.stringify({ query: page })];
    const program = await started('own-process.ts', shop.url, { authorization: `Bearer ${key}` });
    const peak = await loaded(program, bodies, CLIENTS, 15_000);
    const perSecond = OF_PEAK * peak.perSecond;
    say(`peak ${peak.perSecond.toFixed(0)} requests/s; ${MINUTES} minutes at ${perSecond.toFixed(0)}`);
    const until = performance.now() + MINUTES * MINUTE;
    const [samples, asked] = await Promise.all([watched(program, until), asking(program, bodies, perSecond, until)]);
    await program.stop();
    const warm = samples.filter(({ minute }) => minute >= WARM);
    const slope = slopeOf(warm);
    const failed = [...asked.statuses].filter(([status]) => status >= 500).reduce((sum, [, count]) => sum + count, 0);
    const told = [...asked.statuses].map(([status, count]) => `${count} × ${status}`).join(', ');
    const p99 = quantile(asked.took, 0.99);
    say(
      `memory ${warm[0]?.megabytes.toFixed(0)} → ${warm.at(-1)?.megabytes.toFixed(0)} MB, ${slope.toFixed(2)} MB a minute (less than ${MOST_MB_A_MINUTE})`,
    );
    say(`answers ${told}; p50 ${quantile(asked.took, 0.5).toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; 5xx: ${failed}`);
    const held = slope < MOST_MB_A_MINUTE && failed === 0;
    say(held ? 'Every bar is held.' : 'Missed.');
    process.exitCode = held ? 0 : 1;
  } finally {
    await shop.drop();
  }
}

await onServer(soak);
