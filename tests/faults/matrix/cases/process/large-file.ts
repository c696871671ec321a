import { closeSync, mkdirSync, openSync, utimesSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { checkBounds, checkMemory } from '../../check/bounds.ts';
import { expected, type FaultCase } from '../../fault-case.ts';

const GIGABYTE = 1_000_000_000;
const HEAP = '--max-old-space-size=48';
const LONG = 9_900;

/** A gigabyte of order lines, most of it a comment that nobody wants. */
function write(path: string, bytes: number, dice: Dice): { lines: number; minor: bigint } {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'w');
  const comment = 'x'.repeat(LONG);
  let written = writeSync(file, 'id,order,no,sku,price,freight,comment,changed\n');
  let lines = 0;
  let minor = 0n;
  while (written < bytes) {
    let block = '';
    for (let n = 0; n < 100; n++) {
      const fen = dice.between(1, 99_999);
      minor += BigInt(fen);
      block += `l${++lines},o1,${lines},s1,${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')},,${comment},2024-03-01 08:00:00\n`;
    }
    written += writeSync(file, block);
  }
  closeSync(file);
  utimesSync(path, 1_717_200_000, 1_717_200_000);
  return { lines, minor };
}

async function largeFile(arena: Arena, seed: number): Promise<string[]> {
  const house = await arena.house();
  house.put(
    'orders-1.csv',
    'id,person,status,region,ordered,promised,changed\no1,p1,delivered,,2024-03-01 08:00:00,,2024-03-01 08:00:00\n',
  );
  const { lines, minor } = write(join(house.inbox, 'items-1.csv'), GIGABYTE, new Dice(seed, 'large'));
  const load = house.begin(await arena.apart({ flags: [HEAP] }));
  const { said, message, seconds, peakKb } = await load.ended();
  arena.remark(`${lines} records, ${seconds.toFixed(1)} s, ${Math.round(peakKb / 1024)} MB with ${HEAP}`);
  const [there] = await house.rows<{ n: string; minor: string }>(
    'select count(*)::text as n, sum(price_minor)::text as minor from core.order_items',
  );
  return [
    ...expected(`the load (${message})`, said, 'committed'),
    ...checkMemory(peakKb),
    ...expected('I2 lines and their money', [there?.n, there?.minor], [String(lines), String(minor)]),
    ...(await checkBounds(house)),
  ];
}

export const smallHeap: FaultCase = {
  group: 'process',
  name: 'small heap with a file of 1 GB',
  expects: 'loaded whole, within 300 MB',
  heavy: true,
  run: largeFile,
};
