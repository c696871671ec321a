import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ingest, type IngestReport } from '@rapport/etl';
import { answerMetrics, catalogue, verifyRollups } from '@rapport/model/metrics';
import { realData, testDatabase, type TestDatabase } from '../testkit/index.ts';
import { AskedApi, share } from './asked-api.ts';

const files = realData('olist');
const home = mkdtempSync(join(tmpdir(), 'rapport-olist-'));
let database: TestDatabase;
let report: IngestReport;
let api: AskedApi;
let figures: AskedApi['figures'];

/** The reference figures of the shared data set, computed from its files by a program that shares nothing with this one. */
describe.skipIf(!files)(`Olist through GraphQL${files ? '' : ' (skipped: no real data)'}`, () => {
  beforeAll(async () => {
    database = await testDatabase();
    report = await ingest({ databaseUrl: database.url, source: 'olist', from: files ?? '', home, trigger: 'cli' });
    api = await AskedApi.over(database);
    ({ figures } = api);
  });
  afterAll(async () => {
    await api?.close();
    await database?.drop();
    rmSync(home, { recursive: true, force: true });
  });

  it('accounts for every record of every file', () => {
    const read = Object.fromEntries(report.feeds.filter((feed) => feed.home).map((feed) => [feed.feed, feed.read]));
    expect(read).toMatchObject({
      orders: 99_441,
      order_items: 112_650,
      payments: 103_886,
      reviews: 99_224,
      products: 32_951,
      merchants: 3_095,
      geolocations: 1_000_163,
    });
    for (const {
      read: records,
      inserted,
      updated,
      unchanged,
      duplicate,
      superseded,
      pending,
      quarantined,
    } of report.feeds) {
      expect(inserted + updated + unchanged + duplicate + superseded + pending + quarantined).toBe(records);
    }
  });

  it('equals the reference over the whole life of the shop', async () => {
    const found = await figures(
      [
        'ORDERS',
        'GMV',
        'CUSTOMERS',
        'AVERAGE_ORDER_VALUE',
        'CANCELLATION_RATE',
        'REPEAT_PURCHASE_RATE',
        'REPEAT_PURCHASE_DAYS_RATE',
        'REPURCHASE_RATE_30D',
        'REPURCHASE_RATE_90D',
        'REPURCHASE_RATE_365D',
        'ON_TIME_DELIVERY_RATE',
        'PROMISE_KEPT_RATE',
        'DELIVERED_RATE',
        'REVIEW_RATE',
        'POSITIVE_REVIEW_RATE',
        'NEGATIVE_REVIEW_RATE',
        'REVIEWS',
        'ONE_STAR_SHARE',
        'TWO_STAR_SHARE',
        'THREE_STAR_SHARE',
        'FOUR_STAR_SHARE',
        'FIVE_STAR_SHARE',
      ],
      '2016-01-01',
      '2018-12-31',
    );
    expect(found).toEqual({
      ORDERS: [99_441, null, 99_441],
      GMV: [15_843_553.24, null, 15_843_553.24],
      CUSTOMERS: [96_096, null, 96_096],
      AVERAGE_ORDER_VALUE: [16_008_872.12, 99_440, expect.closeTo(160.9902666934835, 10)],
      CANCELLATION_RATE: share(625, 99_441),
      REPEAT_PURCHASE_RATE: share(2_997, 96_096),
      REPEAT_PURCHASE_DAYS_RATE: share(2_065, 94_990),
      REPURCHASE_RATE_30D: share(615, 94_990),
      REPURCHASE_RATE_90D: share(1_086, 86_000),
      REPURCHASE_RATE_365D: share(948, 28_767),
      ON_TIME_DELIVERY_RATE: share(89_936, 96_470),
      PROMISE_KEPT_RATE: share(89_934, 98_205),
      DELIVERED_RATE: share(96_478, 99_441),
      REVIEW_RATE: share(95_832, 96_478),
      POSITIVE_REVIEW_RATE: share(76_470, 99_224),
      NEGATIVE_REVIEW_RATE: share(14_575, 99_224),
      REVIEWS: [99_224, null, 99_224],
      ONE_STAR_SHARE: share(11_424, 99_224),
      TWO_STAR_SHARE: share(3_151, 99_224),
      THREE_STAR_SHARE: share(8_179, 99_224),
      FOUR_STAR_SHARE: share(19_142, 99_224),
      FIVE_STAR_SHARE: share(57_328, 99_224),
    });
  });

  it('equals the reference in delivery days and review score', async () => {
    const found = await figures(
      ['DELIVERY_DAYS_MEAN', 'DELIVERY_DAYS_P50', 'DELIVERY_DAYS_P90', 'AVERAGE_REVIEW_SCORE'],
      '2016-01-01',
      '2018-12-31',
    );
    expect(Object.fromEntries(Object.entries(found).map(([id, figure]) => [id, figure[2]]))).toEqual({
      DELIVERY_DAYS_MEAN: expect.closeTo(12.55821709805195, 10),
      DELIVERY_DAYS_P50: expect.closeTo(10.217476851851853, 10),
      DELIVERY_DAYS_P90: expect.closeTo(23.09637731481482, 10),
      AVERAGE_REVIEW_SCORE: expect.closeTo(4.08642062404257, 10),
    });
  });

  it('equals the reference by status, by month and over a free period', async () => {
    expect(await figures(['ORDERS'], '2016-01-01', '2018-12-31', 'by: [ORDER_STATUS]')).toMatchObject({
      'ORDERS delivered': [96_478, null, 96_478],
      'ORDERS shipped': [1_107, null, 1_107],
      'ORDERS canceled': [625, null, 625],
      'ORDERS unavailable': [609, null, 609],
      'ORDERS invoiced': [314, null, 314],
      'ORDERS processing': [301, null, 301],
      'ORDERS created': [5, null, 5],
      'ORDERS approved': [2, null, 2],
    });
    for (const [month, last, orders] of [
      ['2017-11', 30, 7_544],
      ['2018-01', 31, 7_269],
      ['2018-08', 31, 6_512],
    ] as const) {
      expect(await figures(['ORDERS'], `${month}-01`, `${month}-${last}`)).toEqual({ ORDERS: [orders, null, orders] });
    }
    expect(
      await figures(
        ['CUSTOMERS', 'REPEAT_PURCHASE_RATE', 'REPEAT_PURCHASE_DAYS_RATE', 'PROMISE_KEPT_RATE'],
        '2017-03-07',
        '2018-05-18',
      ),
    ).toEqual({
      CUSTOMERS: [72_826, null, 72_826],
      REPEAT_PURCHASE_RATE: share(2_158, 72_826),
      REPEAT_PURCHASE_DAYS_RATE: share(1_382, 72_000),
      PROMISE_KEPT_RATE: share(63_790, 70_516),
    });
  });

  it('equals the reference by slice, from rollups and from facts', async () => {
    expect(
      await figures(
        ['PROMISE_KEPT_RATE', 'CUSTOMERS', 'REPEAT_PURCHASE_DAYS_RATE'],
        '2016-01-01',
        '2018-12-31',
        'where: [{ dimension: REGION, in: ["SP"] }]',
      ),
    ).toEqual({
      PROMISE_KEPT_RATE: share(38_674, 41_127),
      CUSTOMERS: [40_302, null, 40_302],
      REPEAT_PURCHASE_DAYS_RATE: share(911, 39_749),
    });
    expect(
      await figures(['ORDERS', 'REPEAT_PURCHASE_RATE'], '2016-01-01', '2018-12-31', 'by: [FIRST_OR_REPEAT]'),
    ).toMatchObject({
      'ORDERS first': [96_096, null, 96_096],
      'ORDERS repeat': [3_345, null, 3_345],
    });
    // Only their own lines: 1,441,248.07 of items in beleza_saude; 379,436.87 paid by voucher in 3,866 orders.
    expect(
      await figures(['GMV'], '2016-01-01', '2018-12-31', 'where: [{ dimension: CATEGORY, in: ["beleza_saude"] }]'),
    ).toMatchObject({ GMV: [1_441_248.07, null, 1_441_248.07] });
    expect(
      await figures(
        ['AVERAGE_ORDER_VALUE'],
        '2016-01-01',
        '2018-12-31',
        'where: [{ dimension: PAYMENT_METHOD, in: ["voucher"] }]',
      ),
    ).toMatchObject({ AVERAGE_ORDER_VALUE: [379_436.87, 3_866, expect.closeTo(379_436.87 / 3_866, 8)] });
  });

  it('shows each oddity of the files', async () => {
    const { dataHealth } = await api.ask<{ dataHealth: { asOf: string; oddities: { code: string; rows: number }[] } }>(
      '{ dataHealth { asOf oddities(shop: "olist") { code rows } } }',
    );
    expect(dataHealth.asOf).toBe('2018-10-17');
    expect(Object.fromEntries(dataHealth.oddities.map(({ code, rows }) => [code, rows]))).toMatchObject({
      REVIEW_IDS_ON_SEVERAL_ORDERS: 789,
      ORDERS_WITH_SEVERAL_REVIEWS: 547,
      ORDERS_WITHOUT_REVIEW: 768,
      MULTI_LINE_COMMENTS: 3_852,
      DELIVERED_BEFORE_HANDED_OVER: 23,
      ORDERS_WITHOUT_ITEMS: 775,
      ORDERS_WITHOUT_PAYMENT: 1,
      DELIVERED_WITHOUT_DATE: 8,
      PRODUCTS_WITHOUT_CATEGORY: 610,
      CATEGORIES_WITHOUT_TRANSLATION: 2,
    });
  });

  it('says nothing of what the files do not tell, and something of all they do', async () => {
    const period = { from: '2016-01-01', to: '2018-12-31' };
    const metrics = catalogue.map(({ id }) => id);
    const { series, explain } = await answerMetrics(database.pool, { metrics, period }, { role: 'analyst' });
    const told = explain.flatMap(({ metric, untold }) => (untold === null ? [metric] : []));
    const valued = series.flatMap(({ metric, points }) => (points[0]?.value === null ? [] : [metric.id]));
    expect(valued).toEqual(told);
    const silent = new Set<string>([
      'COMPLAINTS',
      'COMPLAINT_RATE',
      'COMPLAINT_RATE_BY_ORDER_DATE',
      'NEGATIVE_FEEDBACK_RATE',
      'RETURNS',
      'RETURN_RATE',
      'COMPENSATION_COST',
      'COMPENSATION_COVERAGE',
      'SERVICE_COST_PER_ORDER',
      'REVIEW_REPLY_48H_RATE',
      'VALID_TRACKING_RATE',
      'EXCEPTION_RATE',
      'DELAY_NOTIFIED_FIRST_RATE',
      'REFERRAL_RATE',
      'NOT_AS_DESCRIBED_RATE',
      'OTIF',
      'VISITS',
      'MEMBERS',
    ]);
    expect(told.filter((id) => silent.has(id))).toEqual([]);
    expect(told).toHaveLength(63);
  });

  it('is found again by a recomputation from core', async () => {
    expect(await verifyRollups(database.pool)).toEqual([]);
  });

  it('reproduces that late parcels are rated one or two stars by 62.4 %, those on time by 9.3 %, down to the orders', async () => {
    const found = await figures(['NEGATIVE_REVIEW_RATE'], '2016-01-01', '2018-12-31', 'by: [LATE]');
    expect(found['NEGATIVE_REVIEW_RATE late']).toEqual(share(4_000, 6_409));
    expect(found['NEGATIVE_REVIEW_RATE on_time']).toEqual(share(8_346, 89_944));
    const behind = `metric: NEGATIVE_REVIEW_RATE, part: NUMERATOR, period: { from: "2016-01-01", to: "2018-12-31" }`;
    const { orders } = await api.ask<{
      orders: { nodes: { delayDays: number; reviews: { score: number }[] }[]; totalCount: number };
    }>(
      `{ orders(first: 50, where: { behind: { ${behind}, where: [{ dimension: LATE, in: ["late"] }] } }) { totalCount nodes { delayDays reviews { score } } } }`,
    );
    expect(orders.totalCount).toBeGreaterThan(3_900);
    expect(orders.totalCount).toBeLessThanOrEqual(4_000);
    expect(
      orders.nodes.every(({ delayDays, reviews }) => delayDays > 0 && reviews.some(({ score }) => score <= 2)),
    ).toBe(true);
  });

  it('draws second orders after late and on-time first parcels with bands, and says what it can tell', async () => {
    const { secondOrders: found } = await api.ask<{
      secondOrders: {
        refusal: unknown;
        groups: {
          group: { code: string };
          customers: number;
          steps: { share: number; interval: { low: number; high: number } | null }[];
          difference: { value: number; interval: { low: number; high: number } } | null;
        }[];
      };
    }>(
      `{ secondOrders(shop: "olist", by: LATE) { refusal { code } groups { group { code } customers steps { share interval { low high } } difference { value interval { low high } } } } }`,
    );
    expect(found.refusal).toBeNull();
    expect(found.groups.map(({ group }) => group.code)).toEqual(['on_time', 'late']);
    for (const { steps } of found.groups) {
      expect(steps.length).toBeGreaterThan(50);
      for (const { share: back, interval } of steps) {
        expect(interval?.low).toBeLessThanOrEqual(back);
        expect(interval?.high).toBeGreaterThanOrEqual(back);
      }
    }
    const { value, interval } = found.groups[1]?.difference ?? { value: NaN, interval: { low: NaN, high: NaN } };
    expect(interval.low).toBeLessThan(value);
    expect(interval.high).toBeGreaterThan(value);
  });
});
