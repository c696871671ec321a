import { afterAll, beforeAll, expect, test } from 'vitest';
import { apiOf, seededApi, type SeededApi } from './client.ts';
import { keepLists } from './kept-lists.ts';
import { livedShop } from './lived-shop.ts';
import { statementsOf } from './statements.ts';

let api: SeededApi;
let lived: SeededApi;
beforeAll(async () => {
  api = await seededApi();
  await keepLists(api.database.pool);
  lived = await apiOf(livedShop());
});
afterAll(() => Promise.all([api.close(), lived.close()]));

async function countFor(query: string, asked = api): Promise<number> {
  // A key of its own has not been looked up yet, so the look-up is among the statements.
  const { createApiKey } = await import('@rapport/api');
  asked.keys.analyst = (await createApiKey(asked.database.pool, { role: 'analyst', label: 'counted' })).key;
  const statements = await statementsOf(async () => {
    const { errors, data } = await asked.ask('analyst', query);
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

test('a page reads the columns it is asked for, and joins nothing else', async () => {
  const [orders, ...others] = await statementsOf(async () => {
    await api.ask(
      'analyst',
      '{ orders(first: 5) { nodes { id status customer { id city } shipments { id carrierCode } } } }',
    );
  });
  expect(orders).toMatch(/^\/\* orders \*\//);
  expect(orders).not.toMatch(/core\.orders|regions|paid_minor|cursorKeys/);
  expect(others.join(' ')).not.toMatch(/order_journey|shops|on_time|name_masked/);
  expect(others).toHaveLength(2);
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
  {
    name: 'alerts with who was told',
    statements: 3,
    query: (n: number) => `{ alerts(first: ${n}) { nodes { title { en } notices { channel state } } } }`,
  },
  {
    name: 'refused rows by reason, with a sample of each',
    statements: 3,
    query: () => `{ quarantineReasons(where: { state: WAITING }) { rows sample { id raw } } }`,
  },
  {
    name: 'views with the roles that begin with them',
    statements: 4,
    query: (n: number) => `{ savedViews(first: ${n}) { totalCount nodes { id homeOf sharedWith } } }`,
  },
  {
    name: 'saved queries',
    statements: 3,
    query: (n: number) => `{ savedQueries(first: ${n}) { totalCount nodes { id document } } }`,
  },
  {
    name: 'doubted reviews',
    statements: 3,
    query: (n: number) => `{ doubtedReviews(first: ${n}) { totalCount nodes { id product verdict } } }`,
  },
  {
    name: 'recovery cases',
    statements: 4,
    query: (n: number) => `{ recoveryCases(first: ${n}) { totalCount nodes { id overdue } } }`,
  },
  {
    name: 'notes beside charts',
    statements: 2,
    query: () => `{ chartNotes(shop: "seed", period: { from: "2025-01-01", to: "2025-01-31" }) { id text } }`,
  },
  { name: 'quarantine', statements: 2, query: (n: number) => `{ quarantine(first: ${n}) { nodes { id } } }` },
];

test.each(lists)('$name: as many statements for a long page as for a short one', async ({ query, statements }) => {
  expect(await countFor(query(1))).toBe(statements);
  expect(await countFor(query(25))).toBe(statements);
});

test('where a metric comes from is one statement, with records of its feeds two, however many feeds', async () => {
  const told = (metric: string, more = '') =>
    `{ lineage(metric: ${metric}) { relations { relation } feeds { feed tells { code } sources { source files { name } } } ${more} } }`;
  expect(await countFor(told('ORDERS'))).toBe(2);
  expect(await countFor(told('ON_TIME_DELIVERY_RATE', 'records { recordId fileName }'))).toBe(3);
});

test('metrics are one statement, its estimate, and two looks at the version of the data, one before a snapshot is opened; asked again, the look alone', async () => {
  const query = `{ metrics(metrics: [ORDERS, GMV, ON_TIME_DELIVERY_RATE, CUSTOMERS], period: { from: "2025-01-01", to: "2025-02-28" }, grain: MONTH, by: [REGION], compare: [PREVIOUS_PERIOD]) { dataVersion series { points { value } } } }`;
  expect(await countFor(query)).toBe(5);
  expect(await countFor(query)).toBe(2);
  await api.database.pool.query('update ops.data_version set version = version + 1');
  expect(await countFor(query)).toBe(5);
});

const card = '(period: { from: "2024-01-01", to: "2024-12-31" }) { point { value } }';
const livedLists = [
  {
    name: 'cases with all that hangs on them',
    statements: 9,
    query: (n: number) =>
      `{ serviceCases(first: ${n}) { totalCount nodes { events { id } customer { id } order { id } product { id } agent { code assessments { id } } compensations { id } } } }`,
  },
  {
    name: 'parcels with scans, carriers, stations and orders',
    statements: 6,
    query: (n: number) =>
      `{ shipments(first: ${n}, where: {carrier: "swift", station: "s1"}) { nodes { events { id } order { id } carrier { code } station { code } } } }`,
  },
  {
    name: 'returns with customers, orders and products',
    statements: 4,
    query: (n: number) => `{ returns(first: ${n}) { nodes { customer { id } order { id } product { id } } } }`,
  },
  {
    name: 'orders with what followed them',
    statements: 9,
    query: (n: number) =>
      `{ orders(first: ${n}) { nodes { shipments { events { id } } cases { id } returns { id } compensations { id } surveys { id } messages { id } } } }`,
  },
  {
    name: 'customers with membership, consents, preferences and what they said',
    statements: 10,
    query: (n: number) =>
      `{ customers(first: ${n}) { nodes { tier { value } points loyal consents { granted } preferences { orders } nextCategory { value } cases(first: 2) { nodes { id } } returns(first: 2) { nodes { id } } surveys(first: 2) { nodes { id } } referrals(first: 2) { nodes { id } } } } }`,
  },
  {
    name: 'timelines over every feed',
    statements: 4,
    query: (n: number) =>
      `{ customers(first: ${n}) { nodes { journey(first: 20, stages: [IN_SALE, AFTER_SALE]) { totalCount nodes { kind } } } } }`,
  },
  {
    name: 'surveys, referrals, messages and mentions with whom they name',
    statements: 8,
    query: (n: number) =>
      `{ surveys(first: ${n}) { nodes { serviceCase { id } } } referrals(first: ${n}) { nodes { customer { id } friend { id } } } messages(first: ${n}) { nodes { order { id } } } mentions(first: ${n}) { nodes { product { id } } } }`,
  },
  {
    name: 'merchants with scorecards, certificates and sanctions',
    statements: 7,
    query: (n: number) =>
      `{ merchants(first: ${n}) { nodes { certificates { id } sanctions { id } scorecard${card} } } }`,
  },
  {
    name: 'products with scorecards and merchants',
    statements: 6,
    query: (n: number) => `{ products(first: ${n}) { nodes { merchant { id } scorecard${card} } } }`,
  },
];

test.each(livedLists)('$name: as many statements for a long page as for a short one', async ({ query, statements }) => {
  // Answers of metrics are remembered: the longer page asks for other codes, so it is a question of its own.
  expect(await countFor(query(2), lived)).toBe(statements);
  expect(await countFor(query(25), lived)).toBe(statements);
});

test('a league of carriers, stations and agents is one question to the metrics each', async () => {
  const query = `{ carriers { scorecard${card} } stations { nodes { scorecard${card} } } agents { scorecard${card} } }`;
  expect(await countFor(query, lived)).toBe(11);
});
