import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  facts,
  idsBehind,
  rowsBehind,
  type DimensionFilter,
  type MetricId,
  type MetricPart,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { randomFacts } from './random-facts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomFacts(41, 250, 'random').load(database.pool);
});
afterAll(() => database.drop());

const period = { from: '2024-02-01', to: '2025-03-31' };
const withIds = new Set<string>(facts.filter((fact) => 'id' in fact).map(({ name }) => name));
/** A row of these brings several: units of an order, reviews of an order, searches of a visit. */
const bringSeveral = /REVIEW|STAR|SEARCH|ZERO_RESULT|^(PRODUCT_)?RETURN_RATE$/;
/** Their rows count up to both numbers; sums, means, rates and levels add what their rows bring. */
const counted = catalogue.filter(
  ({ id, kind, facts: of }) =>
    ['RATIO', 'CUSTOMER_SHARE', 'COUNT', 'DISTINCT'].includes(kind) &&
    of.every((name) => withIds.has(name)) &&
    !(bringSeveral.test(id) && ['orders', 'items', 'visits'].includes(of[0] as string)),
);

const count = async (id: MetricId, part: MetricPart, where: DimensionFilter[]): Promise<number> => {
  const definition = catalogue.find((metric) => metric.id === id);
  const fact = definition?.facts[part === 'DENOMINATOR' ? definition.facts.length - 1 : 0] ?? 'orders';
  const { sql, params } = idsBehind(fact, { metric: id, part, period, where });
  const { rows } = await database.pool.query<{ n: string }>(`select count(*)::text as n from (${sql}) ids`, params);
  return Number(rows[0]?.n);
};

it('the random shop tells whatever a metric may need', async () => {
  const { rows } = await database.pool.query<{ known: string }>('select known from ops.shop_feeds');
  const told = new Set<string>(rows.map(({ known }) => known));
  expect(catalogue.flatMap(({ needs }) => needs.filter((need) => !told.has(need)))).toEqual([]);
});

describe('the rows behind a figure are as many as the figure says', () => {
  it.each(counted.map((metric) => [metric.id, metric] as const))('%s', async (id, { denominator, dimensions }) => {
    const filters: DimensionFilter[][] = [
      [],
      dimensions.includes('REGION') ? [{ dimension: 'REGION', notIn: ['north'] }] : [],
    ];
    for (const where of filters) {
      const { series } = await answerMetrics(database.pool, { metrics: [id], period, where }, { role: 'analyst' });
      const point = series[0]?.points[0];
      expect([id, await count(id, 'NUMERATOR', where)]).toEqual([id, point?.numerator]);
      if (!denominator) continue;
      expect([id, await count(id, 'DENOMINATOR', where)]).toEqual([id, point?.denominator]);
      expect(await count(id, 'REMAINDER', where)).toBe((point?.denominator ?? 0) - (point?.numerator ?? 0));
    }
  });

  it('of a quotient across two facts are rows of the one above, of the other below', async () => {
    const { series } = await answerMetrics(database.pool, { metrics: ['COMPLAINT_RATE'], period }, { role: 'analyst' });
    const point = series[0]?.points[0];
    expect(await count('COMPLAINT_RATE', 'NUMERATOR', [])).toBe(point?.numerator);
    expect(await count('COMPLAINT_RATE', 'DENOMINATOR', [])).toBe(point?.denominator);
    const below = rowsBehind({ metric: 'COMPLAINT_RATE', part: 'DENOMINATOR', period });
    expect(below.sql).toContain('j.ordered_on');
  });
});

describe('a list of other rows', () => {
  it('is told where the rows are', () => {
    expect(() => rowsBehind({ metric: 'COMPLAINT_RATE', part: 'NUMERATOR', period })).toThrow(
      'The rows behind COMPLAINT_RATE (NUMERATOR) are service cases, not orders.',
    );
    expect(() => idsBehind('parcels', { metric: 'ORDERS', part: 'NUMERATOR', period })).toThrow(
      'are orders, not parcels',
    );
  });

  it('has nothing left over where the figure is no share', () => {
    for (const metric of ['NPS', 'COMPLAINT_RATE', 'COMPLAINT_RATE_BY_ORDER_DATE', 'SERVICE_COST_PER_ORDER'] as const)
      expect(() => idsBehind('orders', { metric, part: 'REMAINDER', period })).toThrow(`${metric} is not a share`);
  });

  it('is refused where rows are put together from others', () => {
    expect(() => idsBehind('tierChanges', { metric: 'MEMBERS', part: 'NUMERATOR', period })).toThrow(
      /put together from other rows/,
    );
  });

  it('counts the promoters and detractors of an index above, all answers below', async () => {
    const [above, below] = [await count('NPS', 'NUMERATOR', []), await count('NPS', 'DENOMINATOR', [])];
    const { rows } = await database.pool.query<{ above: number; below: number }>(
      `select count(*) filter (where score >= 9 or score <= 6)::int as above, count(*)::int as below from journey.survey_facts where kind = 'nps' and score is not null and answered_on between '2024-02-01' and '2025-03-31'`,
    );
    expect({ above, below }).toEqual(rows[0]);
  });
});
