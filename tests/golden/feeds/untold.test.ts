import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  idsBehind,
  noteFeeds,
  rollupMaintenance,
  type MetricId,
  type MetricRequest,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { shop, type Shop } from '../../testkit/shop.ts';
import { writer } from '../facts/written.ts';

/** Orders, their lines, payments, parcels and reviews; nobody says anything of service, returns, visits or members. */
function sellsOnly(code: string): Shop {
  const made = shop({ code });
  made
    .customer('Ada')
    .ordered('A1', '2024-01-10 10:00', {
      promised: '2024-01-15',
      items: [['toys', 'm1', 100, 10]],
      paid: [['alipay', 110]],
    })
    .delivered('2024-01-14 10:00')
    .reviewed(1)
    .ordered('A2', '2024-03-01 10:00', {
      promised: '2024-03-09',
      items: [['toys', 'm1', 50, 0]],
      paid: [['alipay', 50]],
    });
  return made;
}

let database: TestDatabase;
const period = { from: '2024-01-01', to: '2024-03-31' };
const pointOf = async (metric: MetricId, more: Partial<MetricRequest> = {}) => {
  const answer = await answerMetrics(database.pool, { metrics: [metric], period, ...more }, { role: 'analyst' });
  return { point: answer.series[0]?.points[0], explain: answer.explain[0], answer };
};
const figure = async (metric: MetricId, more: Partial<MetricRequest> = {}) => {
  const { point } = await pointOf(metric, more);
  return [point?.numerator, point?.denominator, point?.value];
};

describe('a shop that sells and tells no more', () => {
  beforeAll(async () => {
    database = await testDatabase();
    await sellsOnly('quiet').load(database.pool);
  });
  afterAll(() => database.drop());

  it('gets no figure from silence: each is of what it tells, or null and says what is missing', async () => {
    const said: MetricId[] = [];
    for (const { id } of catalogue) {
      const { point, explain } = await pointOf(id);
      if (explain?.untold === null) said.push(id);
      const known = explain?.untold === null;
      const { value, numerator, denominator, sample } = point ?? {};
      const nothing = [value, numerator, denominator, sample].every((each) => each === null || each === 0);
      expect([id, known || (value === null && numerator === null && nothing)]).toEqual([id, true]);
      expect([id, known || /No value: the shop delivers no /.test(explain?.reason.en ?? '')]).toEqual([id, true]);
      expect([id, known || /无值：店铺未提供/.test(explain?.reason.zh ?? '')]).toEqual([id, true]);
    }
    const tells = /^(orders|order_items|payments|shipments|reviews)/;
    const fromSilence = catalogue.filter(
      ({ id, needs }) => said.includes(id) && !needs.every((need) => tells.test(need)),
    );
    expect(fromSilence).toEqual([]);
    expect(said).toContain('ORDERS');
    expect(said).toContain('REVIEW_RATE');
    expect(said).not.toContain('COMPLAINTS');
  });

  it('of a shop that does not exist nothing is known, not 0', async () => {
    const where = [{ dimension: 'SHOP' as const, in: ['quite'] }];
    for (const metric of ['ORDERS', 'GMV', 'CANCELLATION_RATE', 'COMPLAINT_RATE'] as const) {
      const { point, explain } = await pointOf(metric, { where });
      expect([metric, point?.value, point?.numerator, point?.sample]).toEqual([metric, null, null, 0]);
      expect(explain?.untold?.en).toMatch(/no shop quite; dimensionValues/);
      expect(explain?.untold?.zh).toMatch(/没有店铺 quite/);
    }
    expect(await figure('ORDERS', { where: [{ dimension: 'SHOP', in: ['quite', 'quiet'] }] })).toEqual([2, null, 2]);
  });

  it.each<[MetricId, string, [number | null, number | null, number | null]]>([
    [
      'REVIEW_REPLY_48H_RATE',
      `update core.reviews set answered_at = '2024-01-15T10:00Z', replied_at = '2024-01-16T10:00Z'`,
      [1, 1, 1],
    ],
    ['COMPLAINTS', kase('enquiry'), [0, null, 0]],
    ['COMPLAINT_RATE', kase('complaint'), [1, 2, 5000]],
    ['NEGATIVE_FEEDBACK_RATE', returned(), [1, 2, 0.5]],
    ['RETURN_RATE', returned(), [0, 1, 0]],
  ])('%s becomes a figure with one row of what was missing', async (metric, statement, expected) => {
    const client = await database.pool.connect();
    try {
      await client.query('begin');
      const ask = () => answerMetrics(client, { metrics: [metric], period }, { role: 'analyst' });
      expect((await ask()).series[0]?.points[0]?.value).toBeNull();
      for (const each of metric === 'NEGATIVE_FEEDBACK_RATE' ? [statement, kase('enquiry')] : [statement])
        await client.query(each);
      await noteFeeds(client, 'quiet', 'everything');
      await rollupMaintenance.rebuild(client);
      const after = await ask();
      const point = after.series[0]?.points[0];
      expect(after.explain[0]?.untold).toBeNull();
      expect([point?.numerator, point?.denominator, point?.value]).toEqual(expected);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });

  it('is asked only for what a delivery may have brought', async () => {
    await database.pool.query(kase('enquiry'));
    await rollupMaintenance.rebuild(database.pool);
    await noteFeeds(database.pool, 'quiet', new Map([['returns', null]]));
    expect((await pointOf('SERVICE_CASES')).point?.value).toBeNull();
    await noteFeeds(database.pool, 'quiet', new Map([['service_cases', new Set(['external_id'])]]));
    expect((await pointOf('SERVICE_CASES')).point?.value).toBe(1);
    expect((await pointOf('WISMO_RATE')).point?.value).toBeNull();
    const topics = new Map([['service_cases', new Set(['topic'])]]);
    await noteFeeds(database.pool, 'quiet', topics, (feed) => `(select * from core.${feed} where false)`);
    expect((await pointOf('WISMO_RATE')).point?.value).toBeNull();
    await noteFeeds(database.pool, 'quiet', topics);
    expect((await pointOf('WISMO_RATE')).point?.value).toBe(0);
  });
});

describe('shops taken together', () => {
  beforeAll(async () => {
    database = await testDatabase();
    const talks = sellsOnly('talks');
    const write = writer(talks);
    write('service_cases', 'K1', {
      customer: 'Ada',
      order: 'A1',
      case_type: 'complaint',
      phase: 'after_sale',
      channel: 'chat',
      status: 'open',
      opened_at: '2024-01-20 10:00',
    });
    write('tracking_events', 'T1', { customer: 'Ada', parcel: 'A1', kind: 'damaged', occurred_at: '2024-01-12 10:00' });
    await talks.load(database.pool);
    const silent = shop({ code: 'silent' });
    silent
      .customer('Bob')
      .ordered('B1', '2024-01-11 10:00', { items: [['toys', 'm1', 9, 0]] })
      .delivered('2024-01-12 10:00');
    await silent.load(database.pool);
  });
  afterAll(() => database.drop());

  it.each<[MetricId, (number | null)[]]>([
    ['ORDERS', [3, null, 3]],
    ['COMPLAINT_RATE', [1, 2, 5000]], // across two facts
    ['COMPLAINT_RATE_BY_ORDER_DATE', [1, 2, 5000]], // orders, from facts
    ['REVIEW_RATE', [1, 2, 0.5]], // orders, from the rollup
    ['DAMAGE_RATE', [1, 1, 10_000]], // parcels
    ['SPEND_PER_BUYER', [160, 1, 160]], // customers
  ])('count the rows of those that tell: %s', async (metric, expected) => {
    expect(await figure(metric)).toEqual(expected);
    expect(await figure(metric, { where: [{ dimension: 'SHOP', in: ['talks', 'silent'] }] })).toEqual(expected);
  });

  it('name those that do not, and list no rows of theirs', async () => {
    const { explain } = await pointOf('COMPLAINT_RATE');
    expect(explain?.untold?.en).toBe(' Left out, as they do not deliver all of service cases: silent.');
    const { sql, params } = idsBehind('parcels', { metric: 'DAMAGE_RATE', part: 'DENOMINATOR', period });
    expect((await database.pool.query(sql, params)).rowCount).toBe(1);
  });

  it('side by side keep what each of them knows', async () => {
    const { answer } = await pointOf('DAMAGE_RATE', { by: ['SHOP'] });
    expect(Object.fromEntries(answer.series.map(({ key, points }) => [key[0]?.value, points[0]?.value]))).toEqual({
      talks: 10_000,
      silent: null,
    });
  });
});

const of = `(select customer_id, id as order_id, shop from core.orders where external_id = 'A1') o`;
const origin = `'2026-01-01', gen_random_uuid(), 1, 1`;
function kase(type: string): string {
  return `insert into core.service_cases (customer_id, order_id, shop, id, external_id, case_type, phase, channel, topic, status, opened_at, opened_on, file_time, file_id, record_no, row_hash)
    select o.*, gen_random_uuid(), 'K1', '${type}', 'after_sale', 'chat', 'refund', 'open', '2024-02-01', '2024-02-01', ${origin} from ${of}`;
}
function returned(): string {
  return `insert into core.returns (customer_id, order_id, shop, id, external_id, kind, reason, status, requested_at, requested_on, file_time, file_id, record_no, row_hash)
    select o.*, gen_random_uuid(), 'R1', 'return', 'size', 'canceled', '2024-02-01', '2024-02-01', ${origin} from ${of}`;
}
