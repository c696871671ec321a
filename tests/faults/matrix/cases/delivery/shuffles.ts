import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { check } from '../../check/check.ts';
import { hashes, provenance, sameAs } from '../../check/dump.ts';
import type { FaultCase } from '../../fault-case.ts';
import { Bazaar, csvOf, roles, type Role, type Row } from '../../shop/bazaar.ts';
import { mustLoad } from '../tries.ts';

const DELIVERIES = 3;
const ORDERS = 12;

interface Piece {
  name: string;
  text: string;
  time: number;
}

/** I7: the same files in any order of arrival, each loaded by itself, end in the same tables. */
async function shuffled(arena: Arena, seed: number): Promise<string[]> {
  const shop = new Bazaar(seed, ORDERS);
  const pieces: Piece[] = [];
  const piece = (role: Role, number: number, rows: readonly Row[]): void => {
    const time = Date.UTC(2024, 6, 1, pieces.length);
    if (rows.length > 0)
      pieces.push({
        name: role === 'payments' ? 'payments.csv' : `${role}-${number}.csv`,
        text: csvOf(role, rows),
        time,
      });
  };
  for (let n = 0; n < DELIVERIES; n++) {
    const rows = shop.next();
    for (const role of roles) piece(role, n, rows[role]);
  }
  let first: Map<string, string> | null = null;
  const found: string[] = [];
  for (let n = 0; n < arena.extent.shuffles; n++) {
    const house = await arena.house();
    for (const { name, text, time } of new Dice(seed * 1000 + n, 'shuffle').shuffled(pieces)) {
      house.delivery.clear();
      house.put(name, text, { time });
      await mustLoad(house);
    }
    const dump = await hashes(house, provenance);
    first ??= dump;
    found.push(
      ...sameAs(`I7 shuffle ${n + 1} of seed ${seed} differs`, first, dump),
      ...(await check(house, house.sent)),
    );
    await arena.leave(house);
  }
  arena.remark(`${arena.extent.shuffles} orders of arrival of ${pieces.length} files`);
  return found;
}

export const shuffles: FaultCase = {
  group: 'delivery',
  name: 'the same files in shuffled orders of arrival',
  expects: 'the same tables, whatever the order',
  heavy: true,
  long: true,
  run: shuffled,
};
