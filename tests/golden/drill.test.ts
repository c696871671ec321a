import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  rowsBehind,
  type MetricId,
  type MetricPart,
  type MetricRequest,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { goldenShop } from './golden-shop.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await goldenShop().load(database.pool);
});
afterAll(() => database.drop());

const everything = { from: '2024-01-01', to: '2025-03-31' };

describe('the rows behind a figure', () => {
  const external = async (
    metric: MetricId,
    part: MetricPart,
    where: MetricRequest['where'] = [],
    period = everything,
  ) => {
    const { sql, params } = rowsBehind({ metric, part, period, where }, 2);
    const { rows } = await database.pool.query<{ code: string }>(
      `select o.external_id as code from journey.order_journey j join core.orders o on o.id = j.order_id where j.shop = $1 and ${sql} order by 1`,
      ['gold', ...params],
    );
    return rows.map((row) => row.code).join(' ');
  };

  it('are the orders that broke and kept the promise', async () => {
    expect(await external('PROMISE_KEPT_RATE', 'NUMERATOR')).toBe('A1 A4 B2 G1');
    expect(await external('PROMISE_KEPT_RATE', 'DENOMINATOR')).toBe('A1 A2 A4 B1 B2 C2 E0 E1 G1');
    expect(await external('NEGATIVE_REVIEW_RATE', 'NUMERATOR')).toBe('A2 B1');
  });

  it('are one order a customer for customer metrics, as many as the figure', async () => {
    expect(await external('REPEAT_PURCHASE_DAYS_RATE', 'NUMERATOR')).toBe('A4 B2 D2 E1');
    expect(await external('REPEAT_PURCHASE_DAYS_RATE', 'NUMERATOR', [{ dimension: 'REGION', in: ['west'] }])).toBe(
      'B2',
    );
    expect(await external('REPEAT_PURCHASE_RATE', 'NUMERATOR', [{ dimension: 'REGION', in: ['east'] }])).toMatch(
      /^A[12] C2$/,
    );
    expect(await external('CUSTOMERS', 'NUMERATOR', [], { from: '2024-02-15', to: '2024-03-05' })).toBe('A3 C1 E0');
    expect(await external('REPURCHASE_RATE_365D', 'NUMERATOR')).toMatch(/^A[12] B1$/);
  });

  it('of the remainder are what is left of the denominator: broken promises, customers who did not come back', async () => {
    expect(await external('PROMISE_KEPT_RATE', 'REMAINDER')).toBe('A2 B1 C2 E0 E1');
    expect(await external('REPEAT_PURCHASE_DAYS_RATE', 'REMAINDER')).toBe('C2');
    expect(await external('REPEAT_PURCHASE_RATE', 'REMAINDER', [{ dimension: 'REGION', in: ['east'] }])).toBe('D2 E1');
    expect(await external('REPEAT_PURCHASE_DAYS_RATE', 'REMAINDER', [{ dimension: 'REGION', in: ['west'] }])).toBe(
      'A4 E0',
    );
    expect(await external('REPURCHASE_RATE_90D', 'REMAINDER')).toBe('C2 E0');
    expect(() => rowsBehind({ metric: 'ORDERS', part: 'REMAINDER', period: everything })).toThrow(
      /ORDERS is not a share/,
    );
  });
});

describe('rows and figures', () => {
  // Of a share by Kaplan and Meier no rows are a numerator.
  const shares = catalogue
    .filter(
      ({ id, unit, facts }) =>
        facts.every((name) => name === 'orders') &&
        unit === 'PERCENT' &&
        !/REVIEW|STAR|^RETURN_RATE|^SHARE_BACK/.test(id),
    )
    .map((metric) => metric.id);
  const filters: [string, NonNullable<MetricRequest['where']>][] = [
    ['everything', []],
    ['a region', [{ dimension: 'REGION', in: ['east', ''] }]],
    ['orders without toys', [{ dimension: 'CATEGORY', notIn: ['toys'] }]],
  ];
  it.each(filters)('count the same over %s', async (_, where) => {
    const count = async (metric: MetricId, part: MetricPart, period: MetricRequest['period']): Promise<number> => {
      const { sql, params } = rowsBehind({ metric, part, period, where });
      const { rows } = await database.pool.query<{ n: number }>(
        `select count(*) as n from journey.order_journey j where ${sql}`,
        params,
      );
      return rows[0]?.n ?? Number.NaN;
    };
    for (const period of [everything, { from: '2024-01-10', to: '2024-03-05' }]) {
      const { series } = await answerMetrics(database.pool, { metrics: shares, where, period }, { role: 'analyst' });
      for (const { metric, points } of series) {
        // What the shop never told is no figure, and has no rows.
        const [numerator, denominator] = [points[0]?.numerator ?? 0, points[0]?.denominator ?? 0];
        const rows = [
          await count(metric.id, 'NUMERATOR', period),
          await count(metric.id, 'DENOMINATOR', period),
          await count(metric.id, 'REMAINDER', period),
        ];
        expect([metric.id, ...rows]).toEqual([
          metric.id,
          numerator,
          denominator,
          (denominator ?? 0) - (numerator ?? 0),
        ]);
      }
    }
  });
});
