import type { Arena } from '../../arena/arena.ts';
import { checkStory } from '../../check/accounts.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import type { FaultCase } from '../../fault-case.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';
import { until, waits } from './harmed.ts';

const GATE = 'core.reviews';
const HELD = 'core.orders';

/**
 * Two that wait for each other: the load holds orders and waits for reviews, somebody holds reviews and waits for orders. The
 * other one looks for deadlocks so seldom that it is the load that finds it, and is ended.
 */
async function deadlock(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  house.deliver(shop.next());
  const before = await hashes(house);
  const other = await house.pool.connect();
  await other.query(`set deadlock_timeout = '60s'`);
  await other.query(`begin; lock table ${GATE} in share mode`);
  const load = house.load();
  await until(() => waits(house, GATE));
  await other.query(`lock table ${HELD} in share mode`);
  const { said, message } = await load;
  await other.query('rollback');
  other.release(true);
  const found = sameAs('I4 tables changed by a load that met a deadlock', before, await hashes(house));
  if (said !== 'database_error' || !message.includes('40P01')) found.push(`the load ended as ${said}: ${message}`);
  found.push(...(await checkStory(house, { said })));
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

/** The second connection gives up by itself, since it may be the first that it waits for; the first one waits for as long as it takes. */
async function lockTimeout(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  house.deliver(shop.next());
  const before = await hashes(house);
  const other = await house.pool.connect();
  await other.query(`begin; lock table core.orders in access exclusive mode`);
  const { said, message } = await house.load();
  await other.query('rollback');
  other.release();
  const found = sameAs('I4 tables changed by a load that gave up waiting', before, await hashes(house));
  if (said !== 'database_error' || !message.includes('55P03')) found.push(`the load ended as ${said}: ${message}`);
  found.push(...(await checkStory(house, { said })));
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

const group = 'database';
const expects = 'the load is ended and says so, nothing is published; a rerun makes everything right';
export const locks: FaultCase[] = [
  { group, name: 'deadlock', expects, run: deadlock },
  { group, name: 'lock timeout', expects, heavy: true, run: lockTimeout },
];
