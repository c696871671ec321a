import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { seededApi, type Reply, type SeededApi } from './client.ts';
import { keepLists } from './kept-lists.ts';

interface Connection<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

async function all<Node>(field: string, args: string, selection: string): Promise<Node[]> {
  const nodes: Node[] = [];
  let after: string | null = null;
  do {
    const { data, errors } = await api.ask<Record<string, Connection<Node>>>(
      'operator',
      `query ($after: String) { ${field}(first: 7, after: $after${args}) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    expect(errors).toEqual([]);
    const page: Connection<Node> = data![field]!;
    nodes.push(...page.nodes);
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return nodes;
}

async function count(field: string, where: string): Promise<number> {
  const { data, errors } = await api.ask<Record<string, Connection<unknown>>>(
    'operator',
    `{ ${field}(where: ${where}) { totalCount } }`,
  );
  expect(errors).toEqual([]);
  return data![field]!.totalCount;
}

describe('pages', () => {
  test.each([
    '',
    ', orderBy: {field: ORDERED_AT, direction: ASC}',
    ', orderBy: {field: DELAY_DAYS, direction: DESC}',
    ', orderBy: {field: DELAY_DAYS, direction: ASC}',
    ', orderBy: {field: PAID, direction: DESC}',
  ])('walking through orders%s meets each once', async (args) => {
    const orders = await all<{ id: string }>('orders', args, 'id');
    expect(orders).toHaveLength(60);
    expect(new Set(orders.map(({ id }) => id)).size).toBe(60);
  });

  test.each([
    '',
    ', orderBy: {field: ORDERS, direction: DESC}',
    ', orderBy: {field: PAID, direction: ASC}',
    ', orderBy: {field: FIRST_ORDERED, direction: DESC}',
  ])('walking through customers%s meets each once', async (args) => {
    const customers = await all<{ id: string }>('customers', args, 'id');
    expect(new Set(customers.map(({ id }) => id)).size).toBe(30);
    expect(customers).toHaveLength(30);
  });

  test('what people keep and decide is walked whole, each once', async () => {
    await keepLists(api.database.pool);
    for (const field of ['savedViews', 'savedQueries', 'doubtedReviews', 'recoveryCases']) {
      const nodes = await all<{ id: string }>(field, '', 'id');
      expect(new Set(nodes.map(({ id }) => id)).size, field).toBe(30);
      expect(nodes, field).toHaveLength(30);
    }
  });

  test('orders without a delay come last in both directions', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const orders = await all<{ delayDays: number | null }>(
        'orders',
        `, orderBy: {field: DELAY_DAYS, direction: ${direction}}`,
        'delayDays',
      );
      const delays = orders.map(({ delayDays }) => delayDays);
      const known = delays.filter((delay) => delay !== null);
      expect(delays.slice(known.length).every((delay) => delay === null)).toBe(true);
      expect(known).toEqual(known.toSorted((a, b) => (direction === 'ASC' ? a - b : b - a)));
    }
  });

  test('reviews, runs and refused rows are walked whole', async () => {
    expect(await all('reviews', '', 'id')).toHaveLength(60);
    expect(await all('ingestionRuns', '', 'id')).toHaveLength(3);
    expect(await all('quarantine', '', 'id')).toHaveLength(3);
  });

  test.each([
    'nonsense',
    'e30',
    Buffer.from('["orders PAID DESC","1","2"]').toString('base64url'),
    Buffer.from('["orders ORDERED_AT DESC","x","y","z"]').toString('base64url'),
  ])('a cursor that is not of this list (%s) is refused, not guessed at', async (after) => {
    const { status, errors } = await api.ask(
      'analyst',
      'query ($after: String) { orders(after: $after) { nodes { id } } }',
      { after },
    );
    expect(status).toBeLessThan(500);
    expect(['BAD_CURSOR', 'BAD_USER_INPUT']).toContain(errors[0]?.extensions.code);
  });
});

describe('filters', () => {
  test('days, shop, customer and source id', async () => {
    expect(await count('orders', '{orderedFrom: "2025-01-02", orderedTo: "2025-01-11"}')).toBe(10);
    expect(await count('orders', '{promisedFrom: "2025-01-09", promisedTo: "2025-01-09"}')).toBe(1);
    expect(await count('orders', '{shop: "seed"}')).toBe(60);
    expect(await count('orders', '{shop: "other"}')).toBe(0);
    expect(await count('orders', '{externalId: "o17"}')).toBe(1);
    expect(await count('orders', '{customerId: "nobody"}')).toBe(0);
    expect(await count('customers', '{region: ["east"], minOrders: 2}')).toBe(15);
    expect(await count('customers', '{externalId: "c4"}')).toBe(1);
    expect(await count('reviews', '{minScore: 4}')).toBe(25);
    expect(await count('orders', '{minScore: 5, maxScore: 5}')).toBe(12);
    expect(
      await count('orders', '{dimensions: [{dimension: REGION, in: ["east"]}, {dimension: CATEGORY, in: ["lamps"]}]}'),
    ).toBeGreaterThan(0);
  });

  test('first after last is said to be so', async () => {
    const { errors } = await api.ask(
      'analyst',
      '{ orders(where: {orderedFrom: "2025-02-01", orderedTo: "2025-01-01"}) { totalCount } }',
    );
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', field: 'where.orderedFrom' } });
    const metrics = await api.ask(
      'analyst',
      '{ metrics(metrics: [ORDERS], period: {from: "2025-02-01", to: "2025-01-01"}) { asOf } }',
    );
    expect(metrics.errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(metrics.errors[0]?.message).toMatch(/2025-02-01.*2025-01-01/);
  });

  test('the rows behind a figure are as many as the figure says', async () => {
    const period = '{from: "2025-01-01", to: "2025-03-31"}';
    const answer = await api.ask<{ metrics: { series: { points: { numerator: number; denominator: number }[] }[] } }>(
      'analyst',
      `{ metrics(metrics: [ON_TIME_DELIVERY_RATE], period: ${period}, where: [{dimension: REGION, in: ["east"]}]) { series { points { numerator denominator } } } }`,
    );
    expect(answer.errors).toEqual([]);
    const { numerator, denominator } = answer.data!.metrics.series[0]!.points[0]!;
    expect(denominator).toBeGreaterThan(numerator);
    const behind = (part: string): string =>
      `{behind: {metric: ON_TIME_DELIVERY_RATE, part: ${part}, period: ${period}, where: [{dimension: REGION, in: ["east"]}]}}`;
    expect(await count('orders', behind('NUMERATOR'))).toBe(numerator);
    expect(await count('orders', behind('DENOMINATOR'))).toBe(denominator);
    expect(await count('orders', behind('REMAINDER'))).toBe(denominator - numerator);
    const remainderOfCount = `{ orders(where: {behind: {metric: ORDERS, part: REMAINDER, period: ${period}}}) { totalCount } }`;
    expect((await api.ask('analyst', remainderOfCount)).errors[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });
});

describe('one of a kind', () => {
  test('an id that names nothing is null, whatever it looks like', async () => {
    for (const id of ['', 'x', '00000000-0000-0000-0000-000000000000', '’); drop table core.orders; --']) {
      const { data, errors } = await api.ask(
        'analyst',
        'query ($id: ID!) { order(id: $id) { id } customer(id: $id) { id } }',
        { id },
      );
      expect(errors).toEqual([]);
      expect(data).toEqual({ order: null, customer: null });
    }
  });

  test('an order shows all that hangs on it, and leads back to itself', async () => {
    const [order] = await all<{ id: string }>('orders', ', where: {externalId: "o8"}', 'id');
    const { data, errors } = await api.ask<{ order: Record<string, unknown> }>(
      'analyst',
      `query ($id: ID!) { order(id: $id) { externalId lateness delayDays region { value label { zh } } paidTotal { amount currency } itemsTotal { amount }
         items { itemNo price { amount } product { title category { value label { en } } } merchant { externalId } } payments { method { value label { zh } } } shipments { carrierCode deliveredOn }
         reviews { score order { id } } customer { externalId nameMasked ordersCount validOrderDays promisesDue promisesKept averageScore firstOrderedOn orders { totalCount } } } }`,
      { id: order!.id },
    );
    expect(errors).toEqual([]);
    expect(data!.order).toMatchObject({
      externalId: 'o8',
      lateness: 'late',
      delayDays: 2,
      region: { value: 'east', label: { zh: '华东' } },
      paidTotal: { amount: '20.08', currency: 'CNY' },
      itemsTotal: { amount: '60.00' },
      payments: [{ method: { value: 'alipay', label: { zh: '支付宝' } } }],
      shipments: [{ carrierCode: 'swift', deliveredOn: '2025-01-18' }],
      reviews: [
        { score: 4, order: { id: order!.id } },
        { score: 4, order: { id: order!.id } },
      ],
      customer: {
        externalId: 'c4',
        nameMasked: '张*',
        ordersCount: 2,
        validOrderDays: 2,
        promisesDue: 2,
        promisesKept: 1,
        firstOrderedOn: '2025-01-08',
        orders: { totalCount: 2 },
      },
    });
    expect(data!.order['items']).toHaveLength(3);
    expect(data!.order).toMatchObject({
      items: [
        { product: { category: { value: 'toys', label: { en: 'Toys' } } } },
        { product: { category: { value: 'lamps', label: { en: 'lamps' } } } },
        { product: { category: null } },
      ],
    });
  });
});

test('a timeline tells the events in time, with a promise kept or missed, page after page', async () => {
  const { data } = await api.ask<{ customers: Connection<{ id: string }> }>(
    'analyst',
    '{ customers(where: {externalId: "c4"}) { nodes { id } } }',
  );
  const id = data!.customers.nodes[0]!.id;
  const events: { kind: string; at: string; tone: string; on: string }[] = [];
  let after: string | null = null;
  do {
    const reply: Reply<{ customer: { journey: Connection<(typeof events)[number]> } }> = await api.ask<{
      customer: { journey: Connection<(typeof events)[number]> };
    }>(
      'analyst',
      'query ($id: ID!, $after: String) { customer(id: $id) { journey(first: 4, after: $after) { totalCount nodes { kind at on tone } pageInfo { hasNextPage endCursor } } } }',
      { id, after },
    );
    expect(reply.errors).toEqual([]);
    const { journey } = reply.data!.customer;
    events.push(...journey.nodes);
    expect(journey.totalCount).toBe(16);
    after = journey.pageInfo.hasNextPage ? journey.pageInfo.endCursor : null;
  } while (after !== null);
  expect(events).toHaveLength(16);
  expect(events.map(({ at }) => at)).toEqual(events.map(({ at }) => at).toSorted());
  expect(events.filter(({ kind }) => kind === 'PROMISE_DUE').map(({ on, tone }) => [on, tone])).toEqual([
    ['2025-01-15', 'good'],
    ['2025-01-16', 'bad'],
  ]);
  expect(events.filter(({ kind }) => kind === 'DELIVERED').map(({ tone }) => tone)).toEqual(['good', 'bad']);
});
