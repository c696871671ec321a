import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { dayText } from './world/calendar.ts';
import { Shop } from './world/shop.ts';
import { Exports, SYSTEMS } from './files/exports.ts';
import { lives } from './lives/lives.ts';
import { FeedCounts } from './truth/feed-counts.ts';
import { Planted } from './truth/planted.ts';
import { Tally } from './truth/tally.ts';
import { truthOf, type Truth } from './truth/truth.ts';
import { ZONE } from './truths.ts';

export interface ShopOptions {
  orders: number;
  months?: number; // ending with October 2026
  seed?: string | number;
  out: string;
  onProgress?: (orders: number, of: number) => void;
}

export interface GeneratedShop {
  out: string;
  files: { name: string; records: number }[];
  truth: Truth;
}

const MOST_MONTHS = 44; // the lunar dates known to calendar.ts
const PICTURE = new Date('2026-10-31T16:00:00Z'); // midnight after the last day, in the shop's zone

function check(orders: number, months: number): void {
  if (!Number.isInteger(orders) || orders < 1 || orders > 50_000_000)
    throw new RangeError(`orders must be a whole number from 1 to 50,000,000, not ${orders}.`);
  if (!Number.isInteger(months) || months < 1 || months > MOST_MONTHS)
    throw new RangeError(`months must be a whole number from 1 to ${MOST_MONTHS}, not ${months}.`);
}

/**
 * Writes an invented shop as the exports of six systems, and truth.json with what they hold. The same options give the same bytes on
 * any day and machine. Memory does not grow with the number of orders: customers are lived one after the other and written at once.
 */
export async function generateShop(options: ShopOptions): Promise<GeneratedShop> {
  const { orders, months = 24, seed = 1, out, onProgress } = options;
  check(orders, months);
  for (const system of SYSTEMS) await mkdir(join(out, system), { recursive: true });
  const shop = new Shop(String(seed), orders, months);
  const counts = new FeedCounts();
  const exports = new Exports(shop, out, counts);
  const [tally, planted] = [new Tally(shop), new Planted(shop)];
  for (const life of lives(shop)) {
    tally.life(life);
    planted.life(life);
    exports.life(life);
    if (!exports.full) continue;
    await exports.flush();
    onProgress?.(tally.orders.total, orders);
  }
  await exports.publish(PICTURE);
  const head = {
    orders,
    months,
    seed: String(seed),
    zone: ZONE,
    firstDay: dayText(shop.season.first),
    asOf: dayText(shop.season.last),
  };
  const truth = truthOf(head, exports.truths(), counts, tally, planted);
  await writeTruth(join(out, 'truth.json'), truth);
  onProgress?.(orders, orders);
  return { out, files: exports.truths().map(([name, { records }]) => ({ name, records })), truth };
}

async function writeTruth(path: string, truth: Truth): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.part`, `${JSON.stringify(truth, null, 2)}\n`);
  await utimes(`${path}.part`, PICTURE, PICTURE);
  await rename(`${path}.part`, path);
}
