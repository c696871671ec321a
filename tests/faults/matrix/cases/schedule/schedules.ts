import { migrate } from '@rapport/model/schema';
import type { Arena } from '../../arena/arena.ts';
import { check } from '../../check/check.ts';
import { Poller } from '../../check/poller.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { mustLoad, prepared, verified, wholeAndSteady } from '../tries.ts';
import { until, waits } from '../database/harmed.ts';
import { DailyShop, noon } from './daily.ts';

const DAYS = [2, 3, 4];
const LEASE_MS = 30_000;
/** One that is waited for. */
const SHORT_LEASE_MS = 4_000;
const loaded = DAYS.map((day) => `loaded ${day}`);

/** Each window once, in order, and the tables as the checker reckons them. */
async function settled(daily: DailyShop): Promise<string[]> {
  return [
    ...expected('windows', await daily.windows(), loaded),
    ...expected('the order of publishing', await daily.published(), DAYS.map(String)),
    ...(await check(daily.house, daily.house.sent)),
    ...(await verified(daily.house)),
  ];
}

async function race(arena: Arena, seed: number): Promise<string[]> {
  const daily = await DailyShop.open(arena, seed);
  try {
    for (const day of DAYS) daily.deliver(day);
    const poller = await Poller.start(daily.house.url);
    const both = [daily.worker(noon(4), LEASE_MS), daily.worker(noon(4), LEASE_MS)];
    await daily.loaded(DAYS.length);
    const codes = await Promise.all(both.map((one) => one.end('SIGTERM')));
    const { violations } = await poller.stop();
    const found = violations.filter((one) => !one.startsWith('I4 a reader saw what is neither'));
    return [...found, ...expected('exit codes', codes, [0, 0]), ...(await settled(daily))];
  } finally {
    daily.end();
  }
}

/** The sleeper holds its source's turn and everybody's publishing when it is put to sleep. */
async function asleep(arena: Arena, seed: number): Promise<string[]> {
  const daily = await DailyShop.open(arena, seed);
  const { house } = daily;
  const gate = await house.pool.connect();
  try {
    for (const day of DAYS) daily.deliver(day);
    await gate.query('begin; lock table core.reviews in share mode');
    const sleeper = daily.worker(noon(4), SHORT_LEASE_MS);
    await until(() => waits(house, 'core.reviews'));
    sleeper.child.kill('SIGSTOP');
    await gate.query('rollback');
    const awake = daily.worker(noon(4), SHORT_LEASE_MS);
    await daily.loaded(DAYS.length);
    sleeper.child.kill('SIGCONT');
    await sleeper.until('load.taken_over');
    const codes = await Promise.all([sleeper, awake].map((one) => one.end('SIGTERM')));
    const dead = await house.rows(`select error_code from ops.runs where state = 'failed'`);
    return [
      ...expected('exit codes', codes, [0, 0]),
      ...expected('failed runs', dead, [{ error_code: 'process_died' }]),
      ...(await settled(daily)),
    ];
  } finally {
    gate.release(true);
    daily.end();
  }
}

async function downForDays(arena: Arena, seed: number): Promise<string[]> {
  const daily = await DailyShop.open(arena, seed);
  for (const day of DAYS) daily.deliver(day);
  const summary = await daily.workOnce(noon(4));
  return [...expected('windows loaded', [summary.loaded, summary.failed], [DAYS.length, 0]), ...(await settled(daily))];
}

/** `rapport migrate`, and a change to a table that the load is writing, as migrations make them. */
async function migration(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  house.deliver(shop.next());
  const gate = await house.pool.connect();
  await gate.query('begin; lock table core.reviews in share mode');
  const load = house.load();
  await until(() => waits(house, 'core.reviews'));
  const migrated = migrate(house.url);
  const altered = house.pool.query('alter table core.orders add column tried text');
  await until(() => waits(house, 'core.orders'));
  await gate.query('rollback');
  gate.release();
  const [{ said, message }, applied] = await Promise.all([load, migrated, altered]);
  const found = [
    ...expected(`the load (${message})`, said, 'committed'),
    ...expected('migrations applied', applied, []),
  ];
  house.deliver(shop.next());
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

const group = 'schedule';
export const schedules: FaultCase[] = [
  { group, name: 'two schedulers race', expects: 'each window is loaded once, in order', run: race },
  {
    group,
    name: 'one paused past its lease, and resumed',
    expects: 'the other one loads its window; its own commit is refused',
    run: asleep,
  },
  { group, name: 'down for three days', expects: 'what was missed is loaded in order', run: downForDays },
  { group, name: 'a migration during a load', expects: 'both come through, one after the other', run: migration },
];
