import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  dimensionValues,
  type DimensionFilter,
  type MetricAnswer,
  type MetricRequest,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { shop } from '../testkit/shop.ts';
import { DAYS, dayAt, dice, randomShop } from './random-shop.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomShop(11, 400, 'one').load(database.pool);
  await randomShop(12, 150, 'two').load(database.pool);
});
afterAll(() => database.drop());

/** Filters that let every order pass, but that no rollup can serve: the same question then comes from the facts. */
const passAll: DimensionFilter[] = [
  { dimension: 'REGION', notIn: ['no such region'] },
  { dimension: 'ORDER_STATUS', notIn: ['no such status'] },
];
const additive = catalogue
  .filter(({ kind, facts }) => facts.every((name) => name === 'orders') && kind !== 'PERCENTILE')
  .map((metric) => metric.id);
const ask = (request: MetricRequest) => answerMetrics(database.pool, request, { role: 'analyst' });
const inKeyOrder = ({ series, asOf }: MetricAnswer) => ({
  asOf,
  series: series
    .map((each) => [each.metric.id, each.key, each.points])
    .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
});
const servedBy = ({ explain }: MetricAnswer) => new Set(explain.map((each) => each.servedBy));

describe('rollups say exactly what the facts say', () => {
  const { below, pick, chance } = dice(7);
  const questions = Array.from({ length: 40 }, (): MetricRequest => {
    const wholeMonths = chance(0.3);
    const from = wholeMonths ? `${dayAt(below(300)).slice(0, 7)}-01` : dayAt(below(DAYS));
    const to = wholeMonths
      ? pick(['2024-12-31', '2025-03-31', '2025-06-30'])
      : dayAt(below(60) * below(8) + (Date.parse(from) - Date.parse(dayAt(0))) / 86_400_000);
    return {
      metrics: additive,
      period: { from, to },
      grain: pick(['TOTAL', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR']),
      limit: 100,
      by: pick([
        [],
        [],
        ['SHOP'],
        ['REGION'],
        ['CATEGORY'],
        ['PAYMENT_METHOD'],
        ['LATE'],
        ['MERCHANT'],
        ['SHOP', 'FIRST_OR_REPEAT'],
      ]),
      where: chance(0.4) ? [{ dimension: 'SHOP', in: ['one'] }] : [],
      compare: pick([[], ['PREVIOUS_PERIOD'], ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR']]),
    };
  });

  it.each(questions.map((question, index) => [index, question] as const))('question %i', async (_, question) => {
    const metrics = question.by?.length ? additive.filter((id) => !/CUSTOMERS|REPEAT|REPURCHASE/.test(id)) : additive;
    const rolled = await ask({ ...question, metrics });
    const counted = await ask({ ...question, metrics, where: [...(question.where ?? []), ...passAll] });
    expect(servedBy(counted)).toEqual(new Set(['journey.order_journey']));
    expect(inKeyOrder(rolled)).toEqual(inKeyOrder(counted));
  });

  it('and the questions above were served by every rollup', async () => {
    const served = new Set<string>();
    for (const question of questions) for (const name of servedBy(await ask(question))) served.add(name);
    expect([...served].sort()).toEqual([
      'journey.order_journey',
      'mart.chain_days',
      'mart.chain_days, mart.order_pairs',
      'mart.chain_days, mart.order_pairs, mart.order_triples',
      'mart.customer_cohorts',
      'mart.first_days',
      'mart.order_depths',
      'mart.order_pairs',
      'mart.order_pairs, mart.order_triples',
      'mart.orders_by_delivered',
      'mart.orders_by_due',
      'mart.orders_by_order',
      'mart.orders_daily',
      'mart.promises_daily',
      'mart.repurchase_gap_months, mart.first_days',
      'mart.repurchase_gap_months, mart.repurchase_gaps, mart.first_days',
      'mart.repurchase_gaps, mart.first_days',
    ]);
  });
});

describe('explain', () => {
  const explain = async (more: Partial<MetricRequest>) => {
    const { explain: found } = await ask({
      metrics: ['ORDERS'],
      period: { from: '2024-01-01', to: '2024-12-31' },
      ...more,
    });
    return { servedBy: found[0]?.servedBy, en: found[0]?.reason.en, zh: found[0]?.reason.zh };
  };

  it.each<[string, Partial<MetricRequest>, string, RegExp]>([
    ['the total', {}, 'mart.orders_daily', /nothing smaller/],
    ['one dimension', { by: ['REGION'] }, 'mart.orders_daily', /by “Region”/],
    ['two dimensions', { by: ['REGION', 'LATE'] }, 'journey.order_journey', /combines “Region” with “Delivered late”/],
    [
      'a filter beside the slice',
      { by: ['REGION'], where: [{ dimension: 'LATE', in: ['late'] }] },
      'journey.order_journey',
      /combines/,
    ],
    ['whole months of merchants', { by: ['MERCHANT'], grain: 'MONTH' }, 'mart.orders_daily', /by “Merchant”/],
    ['days of merchants', { by: ['MERCHANT'], grain: 'DAY' }, 'journey.order_journey', /whole months/],
    [
      'merchants of what is due',
      { metrics: ['PROMISE_KEPT_RATE'], by: ['MERCHANT'] },
      'journey.order_journey',
      /does not hold “Merchant”/,
    ],
    [
      'two values of a many-valued dimension',
      { where: [{ dimension: 'CATEGORY', in: ['toys', 'books'] }] },
      'journey.order_journey',
      /several values of “Category”/,
    ],
    [
      'one value of a many-valued dimension',
      { where: [{ dimension: 'CATEGORY', in: ['toys'] }] },
      'mart.orders_daily',
      /by “Category”/,
    ],
    ['a percentile', { metrics: ['DELIVERY_DAYS_P50'] }, 'mart.orders_bins', /Bins of the values/],
    ['customers of a calendar year', { metrics: ['CUSTOMERS'] }, 'mart.chain_days', /first or last order/],
    [
      'customers of any days',
      { metrics: ['CUSTOMERS'], period: { from: '2024-01-10', to: '2024-02-20' } },
      'mart.order_pairs',
      /[Pp]airs/,
    ],
    [
      'customers by month from and to any day',
      { metrics: ['CUSTOMERS'], grain: 'MONTH', period: { from: '2024-01-10', to: '2024-04-20' } },
      'mart.chain_days',
      /first or last order/,
    ],
    [
      'customers by month, compared with days that no month begins with',
      {
        metrics: ['REPEAT_PURCHASE_RATE'],
        grain: 'MONTH',
        period: { from: '2024-01-10', to: '2024-04-20' },
        compare: ['PREVIOUS_PERIOD'],
      },
      'mart.chain_days, mart.order_pairs, mart.order_triples',
      /any other, pairs/,
    ],
    ['days of the shop', { grain: 'DAY' }, 'mart.orders_daily', /^Daily totals/],
    ['back within days', { metrics: ['REPURCHASE_RATE_90D'] }, 'mart.first_days', /came back within/],
    [
      'share back of whole months',
      { metrics: ['SHARE_BACK_90D'] },
      'mart.repurchase_gap_months, mart.first_days',
      /month or day of the first order/,
    ],
    [
      'customers of a region',
      { metrics: ['CUSTOMERS'], by: ['REGION'] },
      'journey.order_journey',
      /cannot be added up/,
    ],
    ['a dimension no rollup is kept by', { by: ['CARRIER'] }, 'journey.order_journey', /not kept by “Carrier”/],
    [
      'orders by what stands apart',
      { metrics: ['COMPLAINT_RATE_BY_ORDER_DATE'] },
      'mart.orders_by_order',
      /nothing smaller/,
    ],
    [
      'months of merchants that are compared',
      { by: ['MERCHANT'], grain: 'MONTH', compare: ['PREVIOUS_PERIOD'] },
      'journey.order_journey',
      /whole months/,
    ],
    ['other facts', { metrics: ['CSAT'] }, 'mart.cases_by_rated', /nothing smaller/],
    ['what changes with today', { metrics: ['SELF_SETTLED_RATE'] }, 'journey.case_journey', /changes with today/],
    [
      'a fact without rollups',
      { metrics: ['VIEW_CONVERSION_RATE'] },
      'journey.product_view_facts',
      /No rollup is kept/,
    ],
    [
      'a quotient across two facts',
      { metrics: ['COMPLAINT_RATE'], by: ['REGION'] },
      'mart.cases_by_opened, mart.orders_daily',
      /Monthly totals by “Region”/,
    ],
  ])('says what serves %s, and why', async (_, more, relation, reason) => {
    const found = await explain(more);
    expect(found.servedBy).toBe(relation);
    expect(found.en).toMatch(reason);
    expect(found.zh).toMatch(/\p{Script=Han}/u);
  });
});

describe('the values of a dimension', () => {
  it('of which few rows stand behind are told to executives without a number, and the next with them', async () => {
    const request = { dimension: 'REGION', shop: 'few', first: 50 } as const;
    const made = shop({ code: 'few' });
    for (const [region, orders] of [
      ['big', 30],
      ['middle', 9],
      ['small', 3],
    ] as const)
      for (let nth = 0; nth < orders; nth += 1)
        made.customer(`${region} ${nth}`).ordered(`${region} ${nth}`, '2024-02-10 10:00', { region });
    const own = await testDatabase();
    try {
      await made.load(own.pool);
      const told = async (role: 'analyst' | 'executive') =>
        (await dimensionValues(own.pool, request, { role })).map(({ value, orders }) => [value, orders]);
      const names = ['big', 'middle', 'small'];
      expect(await told('analyst')).toEqual(names.map((name, nth) => [name, [30, 9, 3][nth]]));
      expect(await told('executive')).toEqual(names.map((name, nth) => [name, [30, null, null][nth]]));
    } finally {
      await own.drop();
    }
  });

  it('are counted where it is carried: in the rollup, else in the first fact that has it', async () => {
    const values = async (dimension: 'REGION' | 'SERVICE_LEVEL' | 'FAILURE' | 'CHANNEL') =>
      (await dimensionValues(database.pool, { dimension, first: 5 }, { role: 'analyst' })).map(
        ({ value, label, orders }) => [value, label.en, orders],
      );
    const placed = 550;
    const sum = (found: unknown[][]) => found.reduce((total, [, , orders]) => total + Number(orders), 0);
    expect(sum(await values('REGION'))).toBe(placed);
    expect(await values('SERVICE_LEVEL')).toEqual([['', 'None', placed]]);
    expect((await values('FAILURE')).map(([code]) => code)).toContain('late');
    expect(await values('CHANNEL')).toEqual([]);
  });
});

describe('money of several currencies', () => {
  it('is never added: no value, and the reason why', async () => {
    const abroad = await testDatabase();
    try {
      await randomShop(3, 40, 'near').load(abroad.pool);
      await randomShop(4, 40, 'far').load(abroad.pool);
      await abroad.pool.query(`update core.shops set currency = 'JPY' where shop = 'far'`);
      const request: MetricRequest = { metrics: ['GMV', 'ORDERS'], period: { from: '2024-01-01', to: '2025-12-31' } };
      const [gmv, orders] = (await answerMetrics(abroad.pool, request, { role: 'analyst' })).series;
      expect([gmv?.points[0]?.value, gmv?.metric.currency, orders?.points[0]?.value]).toEqual([null, null, 80]);
      expect((await answerMetrics(abroad.pool, request, { role: 'analyst' })).explain[0]?.reason.en).toMatch(
        /CNY, JPY are never added/,
      );
      const byShop = await answerMetrics(abroad.pool, { ...request, by: ['SHOP'] }, { role: 'analyst' });
      const gmvOf = (code: string) =>
        byShop.series.find(({ metric, key }) => metric.id === 'GMV' && key[0]?.value === code);
      expect(gmvOf('near')?.metric).toMatchObject({ currency: 'CNY', decimals: 2 });
      expect(gmvOf('far')?.metric).toMatchObject({ currency: 'JPY', decimals: 0 });
      expect(gmvOf('far')?.points[0]?.value).toBeGreaterThan(0);
    } finally {
      await abroad.drop();
    }
  });
});
