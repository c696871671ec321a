import { cpSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyRollups } from '@rapport/model/metrics';
import { realData, type TestDatabase } from '../testkit/index.ts';
import { differences, dump } from './dump.ts';
import { emptyHouse, kill, load, loadUntil } from './loads.ts';

const sample = realData('olist/sample');
const directory = mkdtempSync(join(tmpdir(), 'rapport-sample-'));
let house: TestDatabase;

beforeAll(async () => {
  house = await emptyHouse();
  if (sample) for (const file of readdirSync(sample)) cpSync(join(sample, file), join(directory, file));
});
afterAll(() => house.drop());

/** Messages with a line break: 3,852 in the whole data set, some hundreds in the sample. */
const MULTI_LINE = String.raw`select count(*) as n from core.reviews where deleted_at is null and message ~ '\n'`;

async function count(sql: string): Promise<number> {
  const { rows } = await house.pool.query<{ n: number }>(sql);
  return rows[0]?.n ?? 0;
}

describe.skipIf(sample === null)('on a sample of real orders (skipped: no real data)', () => {
  it('a sample of real orders loads whole', async () => {
    const report = await load(house.url, directory);
    expect(report.feeds.find(({ feed, home }) => feed === 'orders' && home)).toMatchObject({
      read: 8135,
      inserted: 8135,
    });
    expect(report.feeds.reduce((sum, { quarantined, pending }) => sum + quarantined + pending, 0)).toBe(0);
    expect(await verifyRollups(house.pool)).toEqual([]);
  });

  it('taking one offending row out lowers its oddity by one', async () => {
    const before = await count(MULTI_LINE);
    expect(before).toBeGreaterThan(0);
    const file = join(directory, 'olist_order_reviews_dataset.csv');
    const text = readFileSync(file, 'utf8');
    const { rows } = await house.pool.query<{ external_id: string }>(
      String.raw`select external_id from core.reviews where message ~ '\n' and message !~ '"' order by 1 limit 1`,
    );
    const [review = '', order = ''] = (rows[0]?.external_id ?? '').split('#');
    const record =
      text
        .split(/\r?\n(?="?[0-9a-f]{32}"?,"?[0-9a-f]{32}"?,)/)
        .find((one) => one.includes(review) && one.includes(order)) ?? '?';
    writeFileSync(file, text.replace(record, ''));
    const report = await load(house.url, directory);
    expect(report.feeds.find(({ feed }) => feed === 'reviews')).toMatchObject({ deleted: 1 });
    expect(await count(MULTI_LINE)).toBe(before - 1);
    writeFileSync(file, text);
    await load(house.url, directory);
    expect(await count(MULTI_LINE)).toBe(before);
  });

  it('killed in the middle and run again, the real sample is the same', async () => {
    const other = await emptyHouse();
    for (const stage of ['landing', 'journey', 'commit']) await kill(await loadUntil(stage, other.url, directory));
    await load(other.url, directory);
    const leftOut = ['file_id', 'file_time', 'record_no'];
    expect(differences(await dump(house.pool, leftOut), await dump(other.pool, leftOut))).toEqual({});
    await other.drop();
  });
});
