import { gzipSync, zstdCompressSync } from 'node:zlib';
import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { checkMemory } from '../../check/bounds.ts';
import { hashes, sameAs } from '../../check/dump.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { csvOf } from '../../shop/bazaar.ts';
import { mustLoad, prepared, wholeAndSteady } from '../tries.ts';

type Damage = (packed: Buffer, dice: Dice) => Buffer;

const flipped = (bytes: Buffer, at: number): Buffer => {
  const copy = Buffer.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 0x55;
  return copy;
};

/** The second delivery's orders come packed and damaged, beside the rest of it: all of it must be refused, then taken once it is whole. */
async function damaged(arena: Arena, seed: number, ending: '.gz' | '.zst', damage: Damage): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const { orders, ...rest } = shop.next();
  house.deliver(rest);
  const text = csvOf('orders', orders);
  const packed = ending === '.gz' ? gzipSync(text) : zstdCompressSync(text);
  const bad = house.put(`orders-2.csv${ending}`, damage(packed, new Dice(seed, 'damage')), { void: true });
  const before = await hashes(house);
  const { said, message } = await house.load();
  const found = expected(`the load (${message})`, said, 'archive_damaged');
  found.push(...sameAs('I4 tables changed by a damaged file', before, await hashes(house)));
  house.sent.splice(house.sent.indexOf(bad), 1);
  house.put(`orders-2.csv${ending}`, packed);
  await mustLoad(house);
  return [...found, ...(await wholeAndSteady(house))];
}

async function severalMembers(
  arena: Arena,
  seed: number,
  pack: (text: Buffer) => Buffer,
  ending: string,
): Promise<string[]> {
  const { house, shop } = await prepared(arena, seed, { loaded: true });
  const dice = new Dice(seed, 'members');
  const bytes = Buffer.from(csvOf('orders', shop.next().orders));
  const cuts = [0, dice.below(bytes.length), dice.below(bytes.length), bytes.length].toSorted((a, b) => a - b);
  const members = cuts.slice(1).map((cut, at) => pack(bytes.subarray(cuts[at], cut)));
  house.put(`orders-2.csv${ending}`, Buffer.concat(members));
  await mustLoad(house);
  return wholeAndSteady(house);
}

const BOMB = 300_000_000;

/** One record of 300 MB in a file a thousandth of that: it is refused, and memory stays what it is. */
async function bomb(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const head = csvOf('orders', []);
  const good = 'o9001,p1,created,,2024-03-01 08:00:00,,2024-03-01 08:00:00\n';
  const packed = gzipSync(
    Buffer.concat([
      Buffer.from(`${head}${good}bomb,`),
      Buffer.alloc(BOMB + seed, 'x'),
      Buffer.from(`\n${good.replace('9001', '9002')}`),
    ]),
    { level: 9 },
  );
  const ratio = Math.round(BOMB / packed.length);
  house.put('orders-2.csv.gz', packed);
  const { said, message, peakKb } = await house.begin(await arena.apart()).ended();
  arena.remark(`1 : ${ratio}, ${Math.round(peakKb / 1024)} MB`);
  const [line] = await house.rows<{ line: string }>(
    `select concat_ws(' ', read, inserted, quarantined) as line from ops.run_feeds where file_name = 'orders-2.csv.gz'`,
  );
  const waiting = await house.rows<{ reason: string; kept: number }>(
    'select reason, length(raw) as kept from ops.quarantine',
  );
  return [
    ...expected(`the load (${message})`, said, 'committed'),
    ...expected('I1 read, inserted, quarantined', line?.line, '3 2 1'),
    ...expected('I9 in quarantine', waiting, [{ reason: 'record_too_long', kept: 65_536 }]),
    ...checkMemory(peakKb),
  ];
}

const group = 'compressed';
const refused = 'archive_damaged, nothing of the delivery is published';
const at = (dice: Dice, bytes: Buffer): number => dice.between(20, bytes.length - 10);
export const packed: FaultCase[] = [
  {
    group,
    name: 'truncated gz',
    expects: refused,
    run: (arena, seed) => damaged(arena, seed, '.gz', (bytes, dice) => bytes.subarray(0, at(dice, bytes))),
  },
  {
    group,
    name: 'gz cut in its last bytes',
    expects: refused,
    run: (arena, seed) => damaged(arena, seed, '.gz', (bytes, dice) => bytes.subarray(0, -dice.between(1, 8))),
  },
  {
    group,
    name: 'gz with a wrong CRC',
    expects: refused,
    run: (arena, seed) =>
      damaged(arena, seed, '.gz', (bytes, dice) => flipped(bytes, bytes.length - dice.between(5, 8))),
  },
  {
    group,
    name: 'gz with garbage behind it',
    expects: refused,
    run: (arena, seed) =>
      damaged(arena, seed, '.gz', (bytes, dice) => Buffer.concat([bytes, Buffer.from(`<html>${dice.share()}`)])),
  },
  {
    group,
    name: 'truncated zst',
    expects: refused,
    run: (arena, seed) => damaged(arena, seed, '.zst', (bytes, dice) => bytes.subarray(0, at(dice, bytes))),
  },
  {
    group,
    name: 'gz of several members',
    expects: 'all of them are read',
    run: (arena, seed) => severalMembers(arena, seed, (bytes) => gzipSync(bytes), '.gz'),
  },
  {
    group,
    name: 'zst of several frames',
    expects: 'all of them are read',
    run: (arena, seed) => severalMembers(arena, seed, (bytes) => zstdCompressSync(bytes), '.zst'),
  },
  { group, name: 'a bomb of 1000 : 1', expects: 'one record too long, within 300 MB', heavy: true, run: bomb },
];
