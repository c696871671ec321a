import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { ingest, newSource } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import { workbook } from '../formats/workbook.ts';
import { realData, type TestDatabase } from '../testkit/index.ts';

const home = mkdtempSync(join(tmpdir(), 'rapport-home-'));
let house: TestDatabase;
beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', mkdtempSync(join(tmpdir(), 'rapport-own-')));
  house = await emptyHouse();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const rehearse = (source: string, from: string) =>
  ingest({ databaseUrl: house.url, source, from, home, trigger: 'cli', dryRun: true });

it('a workbook: dates as such, the source it makes would load every record of it', async () => {
  const from = mkdtempSync(join(tmpdir(), 'rapport-sample-'));
  const rows = [
    ['订单编号', '买家会员名', '下单时间', '订单状态', '金额'],
    ['1', '小鱼', new Date('2025-01-03T10:15:00Z'), '交易成功', 120.5],
    ['2', '小鱼', new Date('2025-01-04T11:00:00Z'), '卖家已发货', 80],
  ];
  writeFileSync(join(from, '订单.xlsx'), workbook({ 订单: rows }));
  const { folder, files } = await newSource({ name: 'book', from });
  expect(files).toEqual([
    { file: '订单.xlsx', role: 'orders', feeds: ['orders', 'order_items'], format: 'xlsx', encoding: 'utf-8' },
  ]);
  expect(readFileSync(join(folder, 'source.yaml'), 'utf8')).toMatch(/下单时间: timestamp/);
  const report = await rehearse('book', from);
  expect(report.feeds).toMatchObject([
    { feed: 'orders', read: 2, inserted: 2 },
    { feed: 'order_items', read: 2, inserted: 2 },
  ]);
});

const olist = realData('olist/sample');

it.skipIf(!olist)(
  `nine files of a real shop would load whole, with nothing left to decide${olist ? '' : ' (skipped: no real data)'}`,
  async () => {
    const { marks } = await newSource({ name: 'nine', from: olist ?? '', zone: 'America/Sao_Paulo', currency: 'BRL' });
    expect(marks.filter(({ kind }) => kind === 'decide')).toEqual([]);
    const report = await rehearse('nine', olist ?? '');
    const counts = Object.fromEntries(
      report.feeds.map(({ feed, inserted, quarantined, pending }) => [feed, [inserted, quarantined + pending]]),
    );
    expect(counts).toMatchObject({
      orders: [8135, 0],
      order_items: [8365, 0],
      payments: [8924, 0],
      reviews: [8225, 0],
      products: [5460, 0],
    });
  },
);
