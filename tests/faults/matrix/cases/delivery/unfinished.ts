import { appendFileSync, renameSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import type { House } from '../../arena/house.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { csvOf } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

const DAY = 86_400_000;

/** A load of what lies there must be refused, whole. */
async function refusedWhole(house: House, code: string): Promise<string[]> {
  const before = await hashes(house);
  const { said, message } = await house.load();
  return [
    ...expected(`the load (${message})`, said, code),
    ...sameAs('I4 tables changed by a refused load', before, await hashes(house)),
  ];
}

/** Somebody writes on while the file is looked at. */
async function growing(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const { orders } = shop.next();
  const text = csvOf('orders', orders);
  const path = join(house.inbox, 'orders-2.csv');
  writeFileSync(path, text.slice(0, text.length / 2));
  const writing = setInterval(() => appendFileSync(path, 'o'), 20);
  const found = await refusedWhole(house, 'file_changed');
  clearInterval(writing);
  house.put('orders-2.csv', text);
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

/** Under the name of a file that is being written it is left alone, until it has its own. */
async function unfinishedName(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const ending = new Dice(seed, 'ending').of(['.part', '.tmp', '.crdownload', '.filepart']);
  const { time } = house.put(`orders-2.csv${ending}`, csvOf('orders', shop.next().orders));
  const sent = house.sent.pop();
  const found = expected('a load beside an unfinished file', (await house.load()).said, 'unchanged');
  renameSync(join(house.inbox, `orders-2.csv${ending}`), join(house.inbox, 'orders-2.csv'));
  if (sent) house.sent.push({ ...sent, name: 'orders-2.csv', time });
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

/** The manifest says how many records there should be. */
async function cutShort(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const { orders } = shop.next();
  const sent = house.put('orders-2.csv', csvOf('orders', orders.slice(0, -1)), { void: true });
  writeFileSync(join(house.inbox, 'orders-2.csv.manifest.json'), JSON.stringify({ rows: orders.length }));
  const found = await refusedWhole(house, 'manifest_mismatch');
  house.sent.splice(house.sent.indexOf(sent), 1);
  house.put('orders-2.csv', csvOf('orders', orders));
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

/** A file dated days ahead would make all that follow it old. One of the next hours is a zone that was left out. */
async function clockAhead(arena: Arena, seed: number): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  house.deliver(shop.next());
  const path = join(house.inbox, 'orders-2.csv');
  const rightTime = statSync(path).mtime;
  const ahead = (Date.now() + (2 + seed) * DAY) / 1000;
  utimesSync(path, ahead, ahead);
  const found = await refusedWhole(house, 'file_time_future');
  utimesSync(path, rightTime, rightTime);
  await mustLoad(house);
  const hours = Date.now() + new Dice(seed, 'clock').between(1, 20) * 3_600_000;
  house.put('orders-3.csv', csvOf('orders', shop.next().orders), { time: Math.floor(hours / 1000) * 1000 });
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

const group = 'delivery';
export const unfinished: FaultCase[] = [
  {
    group,
    name: 'a file still being written',
    expects: 'file_changed, nothing published; loaded when it is done',
    run: growing,
  },
  { group, name: 'a file under an unfinished name', expects: 'left alone until it has its own', run: unfinishedName },
  {
    group,
    name: 'a file with fewer records than announced',
    expects: 'manifest_mismatch, nothing published',
    run: cutShort,
  },
  { group, name: 'a clock that is ahead', expects: 'file_time_future beyond a day, taken within one', run: clockAhead },
];
