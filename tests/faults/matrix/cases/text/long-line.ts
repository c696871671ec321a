import { closeSync, openSync, utimesSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Arena } from '../../arena/arena.ts';
import { Dice } from '../../arena/dice.ts';
import { checkBounds, checkMemory } from '../../check/bounds.ts';
import { expected, type FaultCase } from '../../fault-case.ts';
import { csvOf } from '../../shop/bazaar.ts';
import { prepared } from '../tries.ts';

const GIGABYTE = 1_000_000_000;
const BLOCK = 10_000_000;

/** A line of a gigabyte, with or without a quote at its beginning, between two good ones. */
async function longLine(arena: Arena, seed: number): Promise<string[]> {
  const { house } = await prepared(arena, seed, { loaded: true });
  const path = join(house.inbox, 'reviews-9.csv');
  const good = (id: string): string => `${id},o1,5,ok,2024-03-05 08:00:00,2024-03-05 08:00:00\n`;
  const file = openSync(path, 'w');
  writeSync(file, csvOf('reviews', []) + good('t1'));
  writeSync(file, new Dice(seed, 'quote').often(0.5) ? 'long,o1,5,"' : 'long,o1,5,');
  const block = Buffer.alloc(BLOCK, 'x,');
  for (let written = 0; written < GIGABYTE; written += BLOCK) writeSync(file, block);
  writeSync(file, `\n${good('t2')}`);
  closeSync(file);
  utimesSync(path, 1_720_000_000, 1_720_000_000);
  const { said, message, peakKb, seconds } = await house.begin(await arena.apart()).ended();
  arena.remark(`${seconds.toFixed(1)} s, ${Math.round(peakKb / 1024)} MB`);
  const [line] = await house.rows<{ line: string }>(
    `select concat_ws(' ', read, inserted, quarantined) as line from ops.run_feeds where file_name = 'reviews-9.csv'`,
  );
  const waiting = await house.rows<{ reason: string; kept: number; line: string }>(
    'select reason, length(raw) as kept, line_no::text as line from ops.quarantine',
  );
  return [
    ...expected(`the load (${message})`, said, 'committed'),
    ...expected('I1 read, inserted, quarantined', line?.line, '3 2 1'),
    ...expected('I9 in quarantine', waiting, [{ reason: 'record_too_long', kept: 65_536, line: '3' }]),
    ...checkMemory(peakKb),
    ...(await checkBounds(house)),
  ];
}

export const aLongLine: FaultCase = {
  group: 'text',
  name: 'a line of 1 GB',
  expects: 'one record too long, the lines around it are loaded, within 300 MB',
  heavy: true,
  run: longLine,
};
