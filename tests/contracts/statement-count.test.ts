import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededApi, type SeededApi } from './client.ts';
import { statementsOf } from './statements.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

async function countFor(query: string): Promise<number> {
  // A key of its own has not been looked up yet, so the look-up is among the statements.
  const { createApiKey } = await import('@rapport/api');
  api.keys.analyst = (await createApiKey(api.database.pool, { role: 'analyst', label: 'counted' })).key;
  const statements = await statementsOf(async () => {
    const { errors, data } = await api.ask('analyst', query);
    expect(errors).toEqual([]);
    expect(data).not.toBeNull();
  });
  return statements.length;
}

const everythingOnOrders = (first: number): string =>
  `{ orders(first: ${first}) { nodes { id items { id } customer { id ordersCount } shipments { id } reviews { id } payments { id } } } }`;

test('a page of orders with all that hangs on them takes as many statements for 1 as for 50, sign-in included', async () => {
  expect(await countFor(everythingOnOrders(1))).toBe(7);
  expect(await countFor(everythingOnOrders(50))).toBe(7);
});

const lists = [
  {
    name: 'orders with products and merchants',
    statements: 5,
    query: (n: number) => `{ orders(first: ${n}) { nodes { items { product { id } merchant { id } } } } }`,
  },
  {
    name: 'orders with their number',
    statements: 3,
    query: (n: number) => `{ orders(first: ${n}) { totalCount nodes { id } } }`,
  },
  {
    name: 'customers with orders and their numbers',
    statements: 4,
    query: (n: number) => `{ customers(first: ${n}) { nodes { id orders(first: 2) { totalCount nodes { id } } } } }`,
  },
  {
    name: 'customers with timelines, their numbers and orders',
    statements: 5,
    query: (n: number) =>
      `{ customers(first: ${n}) { nodes { journey(first: 5) { totalCount nodes { kind order { id } } } } } }`,
  },
  {
    name: 'reviews with orders and customers',
    statements: 4,
    query: (n: number) => `{ reviews(first: ${n}) { nodes { order { id customer { id } } } } }`,
  },
  {
    name: 'runs with feeds and totals',
    statements: 3,
    query: (n: number) => `{ ingestionRuns(first: ${n}) { nodes { feeds { read } totals { read } } } }`,
  },
  { name: 'quarantine', statements: 2, query: (n: number) => `{ quarantine(first: ${n}) { nodes { id } } }` },
];

test.each(lists)('$name: as many statements for a long page as for a short one', async ({ query, statements }) => {
  expect(await countFor(query(1))).toBe(statements);
  expect(await countFor(query(25))).toBe(statements);
});

test('metrics are one statement and a look at the version of the data; asked again, the look alone', async () => {
  const query = `{ metrics(metrics: [ORDERS, GMV, ON_TIME_DELIVERY_RATE, CUSTOMERS], period: { from: "2025-01-01", to: "2025-02-28" }, grain: MONTH, by: [REGION], compare: [PREVIOUS_PERIOD]) { dataVersion series { points { value } } } }`;
  expect(await countFor(query)).toBe(3);
  expect(await countFor(query)).toBe(2);
  await api.database.pool.query('update ops.data_version set version = version + 1');
  expect(await countFor(query)).toBe(3);
});
