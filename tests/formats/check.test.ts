import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { checkSource } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { csv, nested, nestedSource } from './small-shop.ts';
import { Workshop } from './sources.ts';

const workshop = new Workshop();
let house: TestDatabase;
beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', workshop.folder);
  house = await emptyHouse();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

it('a source of nested JSON is checked without a file, and against one without a change', async () => {
  const source = workshop.source('nested', nestedSource());
  expect(await checkSource({ databaseUrl: house.url, source })).toMatchObject({
    files: ['people.csv', 'shop.json', 'shop.json', 'shop.json'],
    feeds: ['customers', 'orders', 'order_items', 'reviews'],
  });
  const broken = nested().replace('"2025-01-01 10:05:00"', '"2025-02-30 10:05:00"');
  workshop.deliver({ 'people.csv': csv('people'), 'shop.json': broken });
  const report = await workshop.load(house.url, source, { dryRun: true });
  expect(report.state).toBe('dry-run');
  expect(report.refused).toMatchObject([
    { feed: 'orders', fileName: 'shop.json', recordNo: 1, lineNo: 15, reason: 'invalid_date', field: 'ordered' },
  ]);
  const { rows } = await house.pool.query(
    'select (select count(*)::int from core.orders) as orders, (select count(*)::int from ops.runs) as runs',
  );
  expect(rows).toEqual([{ orders: 0, runs: 0 }]);
});

it('a column the SQL names but the file does not declare is named with its line', async () => {
  const source = nestedSource();
  workshop.source('wrong', {
    ...source,
    feeds: {
      ...source.feeds,
      orders: { from: 'orders', sql: 'select file_id, record_no,\n  number as external_id from {orders}' },
    },
  });
  await expect(checkSource({ databaseUrl: house.url, source: 'wrong' })).rejects.toThrow(
    'wrong/orders.sql, line 2, column 3: PostgreSQL says: column "number" does not exist',
  );
});
