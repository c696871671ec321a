import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { hashes, provenance, sameAs } from '../../check/dump.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { Bazaar, csvOf, roles, type Rows } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

/** I3: once, and three times. */
async function sameFileAgain(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const before = await hashes(house);
  const found: string[] = [];
  for (let n = 0; n < 3; n++) found.push(...expected('the same files again', (await house.load()).said, 'unchanged'));
  return [...found, ...sameAs('I3 tables changed', before, await hashes(house)), ...(await wholeAndSteady(house))];
}

/** Beside the first one, and alone after a later delivery. */
async function sameContentNewName(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const items = house.delivery.read('items-1.csv');
  house.put('items-1-copy.csv', items);
  const found = expected('the same content under a new name', (await house.load()).said, 'unchanged');
  house.deliver(shop.next());
  await mustLoad(house);
  const before = await hashes(house, provenance);
  house.delivery.clear();
  house.put('items-7.csv', items);
  await house.load();
  return [
    ...found,
    ...sameAs('I3 tables changed by old content', before, await hashes(house, provenance)),
    ...(await wholeAndSteady(house)),
  ];
}

async function sameNameNewContent(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const next = shop.next();
  house.put('orders-1.csv', csvOf('orders', next.orders));
  house.put('items-1.csv', csvOf('items', next.items));
  await mustLoad(house);
  return wholeAndSteady(house);
}

/** Each window holds the half of the one before it. */
async function overlapping(arena: Arena, seed: number): Promise<string[]> {
  const house = await arena.house();
  const whole = new Bazaar(seed, arena.size).next();
  const windows = 5;
  for (let n = 0; n < windows; n++) {
    const part: Partial<Rows> = { payments: whole.payments };
    for (const role of roles) {
      const step = Math.ceil(whole[role].length / windows);
      if (role !== 'payments') part[role] = whole[role].slice(Math.max(0, (n - 1) * step), (n + 1) * step);
    }
    house.deliver(part);
    if (n % 2 === 0) await mustLoad(house);
  }
  await house.load();
  return wholeAndSteady(house);
}

async function corrections(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const found: string[] = [];
  for (let n = 0; n < 3; n++) {
    house.deliver(shop.next());
    await mustLoad(house);
    found.push(...(await wholeAndSteady(house)));
  }
  const gone = await house.rows('select from core.payments where deleted_at is not null limit 1');
  return [...found, ...expected('payments that are gone are marked', gone.length, 1)];
}

/** Days come in any order, one of them not at all until all others are there. */
async function outOfOrder(arena: Arena, seed: number): Promise<string[]> {
  const house = await arena.house();
  const shop = new Bazaar(seed, arena.size);
  const dice = new Dice(seed, 'order');
  const days = Array.from({ length: 5 }, (_, at) => ({ at, rows: shop.next() }));
  for (const { at, rows } of dice.shuffled(days)) {
    for (const role of roles) {
      const time = Date.UTC(2024, 6, 1 + at);
      const name = role === 'payments' ? 'payments.csv' : `${role}-${at}.csv`;
      if (rows[role].length > 0) house.put(name, csvOf(role, rows[role]), { time });
    }
    await mustLoad(house);
  }
  return wholeAndSteady(house);
}

/** What happened 90 days ago and is heard of now changes the journeys and figures of then. */
async function late(arena: Arena, seed: number): Promise<string[]> {
  const house = await arena.house();
  const whole = new Bazaar(seed, arena.size).next();
  const dice = new Dice(seed, 'late');
  const [now, later] = [{ ...whole }, { payments: whole.payments } as Partial<Rows>];
  for (const role of ['parcels', 'reviews', 'items', 'orders'] as const) {
    const isLate = new Set(whole[role].map((row) => row['id']).filter(() => dice.often(0.2)));
    now[role] = whole[role].filter((row) => !isLate.has(row['id']));
    later[role] = whole[role].filter((row) => isLate.has(row['id']));
  }
  house.deliver(now);
  await mustLoad(house);
  house.deliver(later);
  await mustLoad(house);
  return wholeAndSteady(house);
}

async function childFirst(arena: Arena, seed: number): Promise<string[]> {
  const house = await arena.house();
  const { orders, ...children } = new Bazaar(seed, arena.size).next();
  house.deliver(children);
  await mustLoad(house);
  const found = await wholeAndSteady(house);
  const [alone] = await house.rows<{ n: number }>('select count(*)::int as n from core.order_items');
  found.push(...expected('lines published without their order', alone?.n, 0));
  house.deliver({ orders });
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

const group = 'delivery';
const right = 'what is published is the latest of everything sent, exactly';
export const deliveries: FaultCase[] = [
  { group, name: 'the same file, the same name, three times', expects: 'unchanged', run: sameFileAgain },
  { group, name: 'the same content, a new name', expects: 'nothing changes', run: sameContentNewName },
  { group, name: 'the same name, new content', expects: right, run: sameNameNewContent },
  { group, name: 'overlapping windows', expects: right, run: overlapping },
  { group, name: 'corrections and deletions', expects: right, run: corrections },
  { group, name: 'days out of order, and one missing', expects: right, run: outOfOrder },
  {
    group,
    name: 'events 90 days late',
    expects: 'journeys and rollups of then are what they would have been',
    run: late,
  },
  { group, name: 'child before parent', expects: 'it waits, counts nowhere, and heals', run: childFirst },
];
