import { verifyRollups } from '@rapport/model/metrics';
import type { Arena } from '../arena/arena.ts';
import type { House } from '../arena/house.ts';
import { check, type CheckOptions } from '../check/check.ts';
import { hashes, sameAs } from '../check/dump.ts';
import { expected } from '../fault-case.ts';
import { Bazaar } from '../shop/bazaar.ts';

export interface Prepared {
  house: House;
  shop: Bazaar;
}

/** A house to which the shop of this seed has sent its first delivery: not loaded yet, or loaded. */
export async function prepared(
  arena: Arena,
  seed: number,
  { loaded = false, size = arena.size } = {},
): Promise<Prepared> {
  const house = await arena.house();
  const shop = new Bazaar(seed, size);
  house.deliver(shop.next());
  if (loaded) await mustLoad(house);
  return { house, shop };
}

export async function mustLoad(house: House, source = 'bazaar'): Promise<void> {
  const { said, message } = await house.load(source);
  if (said !== 'committed') throw new Error(`an undisturbed load ended as ${said}: ${message}`);
}

/** Everything the checker knows, and then a load once more, which must find nothing to do (I3). */
export async function wholeAndSteady(
  house: House,
  { source = 'bazaar', ...options }: CheckOptions & { source?: string } = {},
): Promise<string[]> {
  const found = await check(house, house.sent, options);
  const before = await hashes(house);
  found.push(...expected('I3 the same files again', (await house.load(source)).said, 'unchanged'));
  return [
    ...found,
    ...sameAs('I3 tables changed by the same files again', before, await hashes(house)),
    ...(await verified(house)),
  ];
}

/** What `rapport verify` says: its SQL shares nothing with the loader's either. */
export async function verified(house: House): Promise<string[]> {
  const wrong = await verifyRollups(house.pool);
  return wrong.length === 0 ? [] : [`I6 verify: ${wrong.length}, such as ${JSON.stringify(wrong[0])}`];
}
