import { mkdir, rename, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { dayText } from './calendar.ts';
import { columns, FILES, writeCustomer, writeFlaws, writeOrder, writeReference, type Files } from './files.ts';
import { CsvFile } from './csv.ts';
import { live } from './life.ts';
import { Shop } from './shop.ts';
import { Tally } from './tally.ts';
import { ZONE } from './truths.ts';
import { truthOf, type Truth } from './truth.ts';

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

async function openFiles(out: string): Promise<Files> {
  await mkdir(out, { recursive: true });
  const opened = await Promise.all(
    FILES.map(async (name) => [name, await CsvFile.create(join(out, `${name}.csv`), columns[name])] as const),
  );
  return Object.fromEntries(opened) as Files;
}

/**
 * Writes an invented shop as CSV files, and truth.json with what they hold. The same options give the same bytes on any day and machine.
 * Memory does not grow with the number of orders: customers are lived one after the other and written at once.
 */
export async function generateShop(options: ShopOptions): Promise<GeneratedShop> {
  const { orders, months = 24, seed = 1, out, onProgress } = options;
  check(orders, months);
  const shop = new Shop(String(seed), orders, months);
  const files = await openFiles(out);
  const tally = new Tally(shop.season.last);
  writeReference(files, shop);
  for (let no = 1; tally.orders.total < orders; no++) {
    const life = live(shop, no, orders - tally.orders.total);
    tally.life(life);
    if (life.customer) writeCustomer(files, life.customer);
    for (const order of life.orders) writeOrder(files, order);
    if (!Object.values(files).some((file) => file.full)) continue;
    for (const file of Object.values(files)) await file.flush();
    onProgress?.(tally.orders.total, orders);
  }
  const records = Object.fromEntries(FILES.map((name) => [name, files[name].records])) as Record<
    (typeof FILES)[number],
    number
  >;
  writeFlaws(files);
  for (const file of Object.values(files)) await file.close();
  for (const file of Object.values(files)) await file.publish(PICTURE);
  const truth = truthOf(
    {
      orders,
      months,
      seed: String(seed),
      zone: ZONE,
      firstDay: dayText(shop.season.first),
      asOf: dayText(shop.season.last),
    },
    records,
    tally,
  );
  await writeTruth(out, truth);
  onProgress?.(orders, orders);
  return { out, files: FILES.map((name) => ({ name: `${name}.csv`, records: files[name].records })), truth };
}

async function writeTruth(out: string, truth: Truth): Promise<void> {
  const path = join(out, 'truth.json');
  await writeFile(`${path}.part`, `${JSON.stringify(truth, null, 2)}\n`);
  await utimes(`${path}.part`, PICTURE, PICTURE);
  await rename(`${path}.part`, path);
}
