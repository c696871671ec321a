import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  figureRows,
  type DimensionFilter,
  type MetricDefinition,
  type MetricPart,
  type MetricRowsRequest,
} from '@rapport/model/metrics';
import { serving, type SeededApi } from '../contracts/client.ts';
import { randomFacts } from '../golden/facts/random-facts.ts';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';

let database: TestDatabase;
let api: SeededApi;
beforeAll(async () => {
  database = await testDatabase();
  await randomFacts(61, 220, 'drilled').load(database.pool);
  api = await serving(database);
});
afterAll(async () => {
  await api.close();
  await database.drop();
});

const period = { from: '2024-02-01', to: '2025-03-31' };

/** What the random shop never has: its sums are compared all the same. */
const neverHere = new Set(['COD_REFUSAL_RATE', 'CARE_COVERAGE']);

/** What is not above the line is left over. */
const shares = new Set<MetricDefinition['kind']>([
  'RATIO',
  'REPEAT',
  'REPURCHASE',
  'RETENTION',
  'DEPTH',
  'CUSTOMER_SHARE',
]);

/** What the rows behind a part bring, added up. */
async function added(request: MetricRowsRequest): Promise<number> {
  const { from, condition, brings, per } = figureRows(request);
  const shifted = condition.sql.replaceAll(/\$(\d+)/g, (_, nth: string) => `$${Number(nth) + brings.params.length}`);
  const { rows } = await database.pool.query<{ sum: string }>(
    `select coalesce(sum(${brings.sql}), 0)::text as sum from ${from} where ${shifted}`,
    [...brings.params, ...condition.params],
  );
  return Number(rows[0]?.sum) / per('CNY');
}

/** Points of a metric: whole, by quarter within a filter, and by a dimension. */
async function compared(metric: MetricDefinition, nth: number): Promise<number> {
  const { id, dimensions } = metric;
  const dimension = dimensions.filter((name) => name !== 'SHOP')[nth % Math.max(1, dimensions.length - 1)];
  const filter: DimensionFilter[] = dimensions.includes('REGION') ? [{ dimension: 'REGION', notIn: ['north'] }] : [];
  const answer = await answerMetrics(
    database.pool,
    { metrics: [id], period, grain: 'QUARTER', by: dimension ? [dimension] : [], where: filter, limit: 2 },
    { role: 'analyst' },
  );
  let count = 0;
  for (const series of answer.series)
    for (const point of series.points) {
      const slice = series.key.map((key) => ({ dimension: key.dimension, in: [key.value ?? ''] }));
      const behind = { metric: id, period: { from: point.bucket, to: point.bucketEnd }, where: [...filter, ...slice] };
      const parts: [MetricPart, number | null][] = [
        ['NUMERATOR', point.numerator],
        ['DENOMINATOR', metric.denominator === null ? null : point.denominator],
        ['REMAINDER', shares.has(metric.kind) ? (point.denominator ?? 0) - (point.numerator ?? 0) : null],
      ];
      for (const [part, figure] of parts) {
        if (figure === null) continue;
        const sum = await added({ ...behind, part });
        expect([id, part, behind, Number(sum.toPrecision(11))]).toEqual([
          id,
          part,
          behind,
          Number(figure.toPrecision(11)),
        ]);
        count += figure === 0 ? 0 : 1;
      }
    }
  return count;
}

describe('the rows behind every point add up to it', () => {
  it.each(catalogue.map((metric, nth) => [metric.id, metric, nth] as const))('%s', async (id, metric, nth) => {
    expect(await compared(metric, nth)).toBeGreaterThan(neverHere.has(id) ? -1 : 0);
  });
});

/** A metric over the rows that has some here. */
async function told(kind: string): Promise<{ id: string; part: MetricPart }> {
  for (const { id, facts, denominator } of catalogue.filter((each) => each.facts[0] === kind)) {
    const part = denominator === null || facts.length > 1 ? 'NUMERATOR' : 'DENOMINATOR';
    if ((await added({ metric: id, part, period })) !== 0) return { id, part };
  }
  throw new Error(`The random shop has no ${kind}.`);
}

describe('as a connection', () => {
  const kinds = [...new Set(catalogue.map(({ facts }) => facts[0]))].filter((kind) => kind !== 'care');
  it.each(kinds)('%s', async (kind) => {
    const { id, part } = await told(kind as string);
    const asked = `{metric: ${id}, part: ${part}, period: {from: "2024-02-01", to: "2025-03-31"}, where: [{dimension: SHOP, in: ["drilled"]}]}`;
    const page = `totalCount nodes { id kind day shop brings customerId orderId values { dimension value label { zh } } } pageInfo { hasNextPage endCursor }`;
    const { data, errors } = await api.ask<{ metricRows: Page }>(
      'analyst',
      `{ metricRows(behind: ${asked}, first: 40) { ${page} } }`,
    );
    expect(errors).toEqual([]);
    let rows = data!.metricRows;
    const { totalCount } = rows;
    const nodes = [...rows.nodes];
    while (rows.pageInfo.hasNextPage) {
      const next = await api.ask<{ metricRows: Page }>(
        'analyst',
        `{ metricRows(behind: ${asked}, first: 100, after: "${rows.pageInfo.endCursor}") { ${page} } }`,
      );
      rows = next.data!.metricRows;
      nodes.push(...rows.nodes);
    }
    expect(nodes).toHaveLength(totalCount);
    expect(totalCount).toBeGreaterThan(0);
    expect([...nodes].sort((a, b) => b.day.localeCompare(a.day)).map(({ day }) => day)).toEqual(
      nodes.map(({ day }) => day),
    );
  });

  it('executives see no rows', async () => {
    const { status } = await api.ask(
      'executive',
      '{ metricRows(behind: {metric: ORDERS, period: {from: "2024-02-01", to: "2025-03-31"}}) { totalCount } }',
    );
    expect(status).toBe(403);
  });

  it('the orders behind defects and buying days are in the list of orders', async () => {
    const behind = (metric: string, part: string): string =>
      `{ orders(where: {behind: {metric: ${metric}, part: ${part}, period: {from: "2024-02-01", to: "2025-03-31"}}}) { totalCount } }`;
    for (const [metric, part] of [
      ['ORDER_DEFECT_RATE', 'NUMERATOR'],
      ['NEXT_ORDER_RATE_90D', 'DENOMINATOR'],
    ] as const) {
      const { data, errors } = await api.ask<{ orders: { totalCount: number } }>('analyst', behind(metric, part));
      expect(errors).toEqual([]);
      expect(data!.orders.totalCount).toBe(await added({ metric, part, period }));
    }
  });
});

interface Page {
  totalCount: number;
  nodes: { id: string; day: string; brings: number }[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}
