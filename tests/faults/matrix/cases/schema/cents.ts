import type { Arena } from '../../arena/arena.ts';
import { checkStory } from '../../check/accounts.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { none } from '../../check/db.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import type { Row } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

/** Enough rows a delivery for a median to say something. */
const ORDERS = 350;
const USUAL_DAYS = 3;

const inFen = (row: Row): Row => ({ ...row, price: String(Math.round(Number(row['price']) * 100)) });

/** After some usual days the prices of one come in fen: every amount is a hundred times what it was. */
async function yuanToFen(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true, size: ORDERS });
  for (let day = 1; day < USUAL_DAYS; day++) {
    house.deliver(shop.next());
    await mustLoad(house);
  }
  const rows = shop.next();
  const sentBefore = house.sent.length;
  house.deliver({ ...rows, items: rows.items.map(inFen) });
  const before = await hashes(house);
  const { said, message } = await house.load();
  const found = expected(`the load (${message})`, said, 'guard_tripped');
  found.push(
    ...sameAs('I4 tables changed by prices in fen', before, await hashes(house)),
    ...(await checkStory(house, { said })),
  );
  const alerts = await house.rows(`select from ops.alerts where kind = 'guard' and recovered_at is null`);
  found.push(...expected('I13 alerts of it', alerts.length, 1));
  house.sent.splice(sentBefore);
  house.delivery.deliverAgain();
  house.deliver(rows);
  await mustLoad(house);
  found.push(
    ...(await none(
      house,
      'I13 alerts that do not recover',
      `select subject from ops.alerts where kind = 'guard' and recovered_at is null`,
    )),
  );
  return [...found, ...(await wholeAndSteady(house))];
}

export const yuanBecomeFen: FaultCase = {
  group: 'schema',
  name: 'yuan → fen (cents)',
  expects: 'guard_tripped by the median, nothing published, an alert; the right file is taken and the alert recovers',
  run: yuanToFen,
};
