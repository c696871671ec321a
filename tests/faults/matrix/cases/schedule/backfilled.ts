import { createApiKey, startApi } from '@rapport/api';
import { readBackfill, startBackfill } from '@rapport/etl';
import { BackfillProcess } from '../../../../backfill/backfills.ts';
import type { ScheduledShops } from '../../../../schedule/scheduled-shop.ts';
import { ask } from '../../../../testkit/demo-house.ts';
import type { Arena } from '../../arena/arena.ts';
import type { House } from '../../arena/house.ts';
import { check } from '../../check/check.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { Bazaar, csvOf, roles } from '../../shop/bazaar.ts';
import { verified } from '../tries.ts';
import { SOURCE } from './daily.ts';

const FIRST = Date.UTC(2022, 10, 1);
const WEEK = 7 * 86_400_000;
const WEEKS = 104;
const ORDERS = 300;
const QUIET_QUESTIONS = 300;

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Two years of weeks, a folder each. */
function deliverWeeks(house: House, seed: number): void {
  const shop = new Bazaar(seed, ORDERS);
  for (let week = 0; week < WEEKS; week++) {
    const rows = shop.next();
    const start = FIRST + week * WEEK;
    for (const role of roles) {
      const name = role === 'payments' ? 'payments.csv' : `${role}-${week}.csv`;
      if (rows[role].length > 0) house.put(`${dayOf(start)}/${name}`, csvOf(role, rows[role]), { time: start + WEEK });
    }
  }
}

/** Asks another question each time, since an answer given before costs nothing; milliseconds each. */
async function timesOf(asked: () => Promise<unknown>, until: () => boolean): Promise<number[]> {
  const times: number[] = [];
  while (!until() || times.length === 0) {
    const began = performance.now();
    await asked();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b);
}

const p99 = (times: readonly number[]): number => times[Math.floor(times.length * 0.99)] ?? 0;

function asking(url: string, key: string): () => Promise<unknown> {
  let n = 0;
  return () => {
    const to = dayOf(Date.UTC(2024, 1, 1) + (n++ % 900) * 3_600_000 * 24);
    const question = `{ metrics(metrics: [ON_TIME_DELIVERY_RATE, GMV], period: {from: "2024-01-01", to: "${to}"}) { series { points { value sample } } } }`;
    return ask(url, key, question);
  };
}

async function backfilled(arena: Arena, seed: number): Promise<string[]> {
  arena.bazaarAs(SOURCE, `schedule: { cron: '15 3 * * *', from: '{date}' }`);
  const house = await arena.house();
  deliverWeeks(house, seed);
  const api = await startApi({ databaseUrl: house.url, port: 0, log: () => {} });
  try {
    const { key } = await createApiKey(house.pool, { role: 'analyst', label: 'faults' });
    const asked = asking(api.url, key);
    let count = 0;
    const quiet = await timesOf(asked, () => ++count > QUIET_QUESTIONS);
    const last = dayOf(FIRST + WEEKS * WEEK - 1);
    const id = await startBackfill(house.pool, {
      source: SOURCE,
      first: dayOf(FIRST),
      last,
      step: 'week',
      folder: '{date}',
      actor: 'cli faults',
    });
    const { home, inbox: deliveries } = house.delivery;
    const process = new BackfillProcess(house, { home, deliveries, sources: arena.sources } as ScheduledShops, id);
    let over = false;
    const watching = setInterval(
      () => void readBackfill(house.pool, id).then(({ state }) => (over ||= state !== 'running')),
      200,
    );
    const busy = await timesOf(asked, () => over);
    clearInterval(watching);
    await process.kill();
    const ratio = p99(busy) / p99(quiet);
    arena.remark(
      `p99 of the API: ${p99(quiet).toFixed(0)} ms quiet, ${p99(busy).toFixed(0)} ms during the backfill of ${WEEKS} weeks: ratio ${ratio.toFixed(2)} (bar: 2), ${busy.length} questions`,
    );
    const { state } = await readBackfill(house.pool, id);
    return [
      ...expected('the backfill', state, 'done'),
      ...(await check(house, house.sent)),
      ...(await verified(house)),
    ];
  } finally {
    await api.close();
  }
}

export const backfillBesideReaders: FaultCase = {
  group: 'schedule',
  name: 'a backfill of two years while the API serves',
  expects: 'loaded exactly; p99 of the API at most twice that of quiet (reported)',
  heavy: true,
  long: true,
  run: backfilled,
};
