import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiOf, type SeededApi } from './client.ts';
import { fieldsAlone } from './fields-alone.ts';
import { livedShop } from './lived-shop.ts';

interface Connection<Node> {
  nodes: Node[];
  totalCount: number;
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

const shop = livedShop();
const living = (table: Parameters<typeof shop.all>[0]) => shop.all(table).filter((row) => !row.deleted_at);
let api: SeededApi;
beforeAll(async () => {
  api = await apiOf(shop);
});
afterAll(() => api.close());

async function page<Node>(field: string, args: string, selection: string): Promise<Connection<Node>> {
  const { data, errors } = await api.ask<Record<string, Connection<Node>>>(
    'analyst',
    `{ ${field}(${args}) { totalCount nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
  );
  expect(errors).toEqual([]);
  return data![field]!;
}

async function walk<Node>(field: string, args: string, selection: string): Promise<Node[]> {
  const nodes: Node[] = [];
  let after = '';
  do {
    const { nodes: some, pageInfo } = await page<Node>(field, `first: 40${args}${after}`, selection);
    nodes.push(...some);
    after = pageInfo.hasNextPage ? `, after: "${pageInfo.endCursor}"` : '';
  } while (after);
  return nodes;
}

const count = async (field: string, where: string): Promise<number> =>
  (await page(field, `first: 1, where: ${where}`, 'id')).totalCount;

describe('pages', () => {
  test.each([
    ['serviceCases', '', 'service_cases'],
    ['serviceCases', ', orderBy: {field: RESOLUTION_SECONDS, direction: ASC}', 'service_cases'],
    ['serviceCases', ', orderBy: {field: CSAT, direction: DESC}', 'service_cases'],
    ['shipments', '', 'shipments'],
    ['shipments', ', orderBy: {field: LONGEST_SILENCE, direction: DESC}', 'shipments'],
    ['shipments', ', orderBy: {field: DELAY, direction: ASC}', 'shipments'],
    ['returns', ', orderBy: {field: REQUEST_TO_MONEY, direction: ASC}', 'returns'],
    ['returns', ', orderBy: {field: AMOUNT, direction: DESC}', 'returns'],
    ['compensations', '', 'compensations'],
    ['surveys', '', 'surveys'],
    ['referrals', '', 'referrals'],
    ['messages', '', 'messages'],
    ['mentions', '', 'mentions'],
    ['products', ', orderBy: {field: LISTED_ON, direction: DESC}', 'products'],
    ['merchants', ', orderBy: {field: ADMITTED_ON, direction: ASC}', 'merchants'],
  ] as const)('walking through %s%s meets each living row once', async (field, args, table) => {
    const ids = (await walk<{ id: string }>(field, args, 'id')).map(({ id }) => id);
    expect(ids.toSorted()).toEqual(
      living(table)
        .map(({ id }) => String(id))
        .toSorted(),
    );
  });

  test('a case without the value it is sorted by comes last, whichever end is first', async () => {
    for (const direction of ['ASC', 'DESC']) {
      const cases = await walk<{ csat: number | null }>(
        'serviceCases',
        `, orderBy: {field: CSAT, direction: ${direction}}`,
        'csat',
      );
      const scores = cases.map(({ csat }) => csat);
      const known = scores.filter((score) => score !== null);
      expect(scores.slice(known.length).every((score) => score === null)).toBe(true);
      expect(known).toEqual(known.toSorted((a, b) => (direction === 'ASC' ? a - b : b - a)));
    }
  });
});

describe('filters', () => {
  test('say what they say', async () => {
    const cases = living('service_cases');
    expect(await count('serviceCases', '{channel: "phone"}')).toBe(
      cases.filter((row) => row.channel === 'phone').length,
    );
    expect(await count('serviceCases', '{caseType: "complaint", agent: "a1"}')).toBe(
      cases.filter((row) => row.case_type === 'complaint' && row.agent_code === 'a1').length,
    );
    const ofChannel = '{dimensions: [{dimension: CHANNEL, in: ["chat"]}]}';
    expect(await count('serviceCases', ofChannel)).toBe(cases.filter((row) => row.channel === 'chat').length);
    expect(await count('shipments', '{carrier: "swift"}')).toBe(
      living('shipments').filter((row) => row.carrier_code === 'swift').length,
    );
    expect(await count('mentions', '{sentiment: -1, responded: false}')).toBe(
      living('mentions').filter((row) => row.sentiment === -1).length,
    );
    expect(await count('products', '{complete: true}')).toBe(0);
  });

  test('a silence, damage or a broken promise is found, and shown on the parcel', async () => {
    const silent = await walk<{ longestSilenceSeconds: number }>(
      'shipments',
      ', where: {silentHoursAtLeast: 24}',
      'longestSilenceSeconds',
    );
    expect(silent.length).toBeGreaterThan(10);
    expect(Math.min(...silent.map((parcel) => parcel.longestSilenceSeconds))).toBeGreaterThanOrEqual(86_400);
    const damaged = await walk<{ damaged: boolean }>(
      'shipments',
      ', where: {damaged: true, onTime: false}',
      'damaged onTime',
    );
    expect(damaged.length).toBeGreaterThan(0);
    expect(damaged.every((parcel) => parcel.damaged)).toBe(true);
  });
});

describe('the rows behind a figure are as many as the figure says', () => {
  const period = '{from: "2024-01-01", to: "2025-12-31"}';
  test.each([
    ['serviceCases', 'SERVICE_CASES', 'NUMERATOR', '{dimension: CHANNEL, in: ["chat"]}'],
    ['serviceCases', 'CSAT', 'DENOMINATOR', ''],
    ['shipments', 'PARCEL_ON_TIME_RATE', 'NUMERATOR', '{dimension: CARRIER, in: ["swift"]}'],
    ['returns', 'RETURNS', 'NUMERATOR', ''],
    ['reviews', 'BAD_REVIEW_RATE', 'NUMERATOR', ''],
    ['surveys', 'SURVEY_RESPONSE_RATE', 'DENOMINATOR', ''],
    ['mentions', 'MENTIONS', 'NUMERATOR', ''],
    ['referrals', 'REFERRALS', 'NUMERATOR', ''],
    ['compensations', 'AVERAGE_COMPENSATION', 'DENOMINATOR', ''],
  ])('%s behind %s (%s)', async (field, metric, part, filter) => {
    const answer = await api.ask<{ metrics: { series: { points: Record<string, number>[] }[] } }>(
      'analyst',
      `{ metrics(metrics: [${metric}], period: ${period}, where: [${filter}]) { series { points { value numerator denominator } } } }`,
    );
    expect(answer.errors).toEqual([]);
    const point = answer.data!.metrics.series[0]!.points[0]!;
    const figure = (part === 'NUMERATOR' ? point['numerator'] : point['denominator']) ?? point['value'];
    expect(figure).toBeGreaterThan(0);
    const behind = `{behind: {metric: ${metric}, part: ${part}, period: ${period}, where: [${filter}]}}`;
    expect(await count(field, behind)).toBe(figure);
  });

  test('a figure of other rows is refused with the list to ask', async () => {
    const { errors } = await api.ask(
      'analyst',
      `{ serviceCases(where: {behind: {metric: PARCELS, period: ${period}}}) { totalCount } }`,
    );
    expect(errors[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
    expect(errors[0]?.message).toMatch(/parcels/);
  });
});

test('a scorecard holds the very figures of the metrics', async () => {
  const period = '{from: "2024-01-01", to: "2025-12-31"}';
  const metrics = '[SERVICE_CASES, CSAT]';
  const { data } = await api.ask<{
    agents: { code: string; scorecard: { metric: { id: string }; point: { value: number } | null }[] }[];
    metrics: { series: { metric: { id: string }; key: { value: string }[]; points: { value: number }[] }[] };
  }>(
    'analyst',
    `{ agents { code scorecard(period: ${period}, metrics: ${metrics}) { metric { id } point { value } } }
       metrics(metrics: ${metrics}, period: ${period}, by: [AGENT]) { series { metric { id } key { value } points { value } } } }`,
  );
  const onCards = data!.agents.flatMap(({ code, scorecard }) =>
    scorecard.map(({ metric, point }) => [metric.id, code, point?.value]),
  );
  const inSeries = data!.metrics.series.map(({ metric, key, points }) => [metric.id, key[0]!.value, points[0]!.value]);
  expect(onCards.length).toBe(6);
  expect(new Set(onCards.map(String))).toEqual(new Set(inSeries.map(String)));
});

test('who sees aggregates only gets no row of fewer than five customers', async () => {
  const ask = (role: 'executive' | 'analyst') =>
    api.ask<{ categoryTransitions: { customers: number }[]; journeySteps: { edges: { orders: number }[] } }>(
      role,
      '{ categoryTransitions { customers } journeySteps(period: {from: "2024-01-01", to: "2025-12-31"}) { edges { orders } } }',
    );
  const [analyst, executive] = await Promise.all([ask('analyst'), ask('executive')]);
  const few = (reply: typeof analyst): number =>
    reply.data!.journeySteps.edges.filter(({ orders }) => orders < 5).length +
    reply.data!.categoryTransitions.filter(({ customers }) => customers < 5).length;
  expect(few(analyst)).toBeGreaterThan(0);
  expect(few(executive)).toBe(0);
});

describe('what is asked for alone', () => {
  test.each(Object.entries(fieldsAlone))('%s: each field tells the same as beside all others', async (list, asked) => {
    for (let from = 0; from < asked.length; from += 12) {
      const some = asked.slice(from, from + 12).map((field, n) => `f${n}: ${field}`);
      const { nodes } = await page<Record<string, unknown>>(list, 'first: 20', some.join(' '));
      expect(nodes.length).toBeGreaterThan(5);
      for (const [n, field] of some.entries())
        expect((await page(list, 'first: 20', field)).nodes, field).toEqual(
          nodes.map((node) => ({ [`f${n}`]: node[`f${n}`] })),
        );
    }
  });
});
