import { startApi, type RunningApi } from '@rapport/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, seededApi, type SeededApi } from './client.ts';
import { wireTo } from './wire.ts';

let api: SeededApi;
/** The same database behind a wire that counts what is sent. */
let wire: Awaited<ReturnType<typeof wireTo>>;
let wired: RunningApi;
beforeAll(async () => {
  api = await seededApi();
  wire = await wireTo(api.database.url);
  wired = await startApi({ databaseUrl: wire.url, port: 0, log: () => {} });
});
afterAll(async () => {
  await wired.close();
  await wire.close();
  await api.close();
});

/** An answer, and the bytes that went to PostgreSQL for it; who asks is known before. */
async function wiredAsk(query: string, variables: Record<string, unknown> = {}) {
  const headers = { authorization: `Bearer ${api.keys.analyst}` };
  await post(wired.url, JSON.stringify({ query: '{ viewer { name } }' }), headers);
  await wire.quiet();
  const before = wire.sent();
  const reply = await post(wired.url, JSON.stringify({ query, variables }), headers);
  await wire.quiet();
  return { ...reply, sent: wire.sent() - before };
}

const repeated = (count: number, part: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => part(n)).join(' ');
const deep = (levels: number): string =>
  `{ customers { nodes ${'{ orders { nodes { customer '.repeat(levels)}{ id }${' } } }'.repeat(levels)} } }`;

const tooMuch: { name: string; code: string; query: string; variables?: Record<string, unknown> }[] = [
  { name: 'too deep', code: 'DEPTH_LIMIT', query: deep(4) },
  {
    name: 'too deep by fragments',
    code: 'DEPTH_LIMIT',
    query: `{ customers { nodes { ...a } } } fragment a on Customer { orders { nodes { customer { ...b } } } } fragment b on Customer { orders { nodes { customer { ...c } } } } fragment c on Customer { orders { nodes { customer { orders { nodes { id } } } } } }`,
  },
  { name: 'sixteen aliases', code: 'ALIAS_LIMIT', query: `{ ${repeated(16, (n) => `a${n}: viewer { name }`)} }` },
  {
    name: 'sixteen aliases of __typename',
    code: 'ALIAS_LIMIT',
    query: `{ ${repeated(16, (n) => `a${n}: __typename`)} }`,
  },
  {
    name: 'aliases multiplied by fragments',
    code: 'ALIAS_LIMIT',
    query: `{ ...f ...f ...f ...f } fragment f on Query { ${repeated(4, (n) => `a${n}: __typename`)} }`,
  },
  {
    name: 'six directives',
    code: 'DIRECTIVE_LIMIT',
    query: `{ viewer { ${repeated(6, () => 'name @include(if: true)')} } }`,
  },
  {
    name: 'one field five hundred times',
    code: 'ALIAS_LIMIT',
    query: `{ ${repeated(500, () => '__typename')} }`,
  },
  {
    name: 'a fragment doubled fifty times',
    code: 'COST_LIMIT',
    query: `{ ...f0 } ${repeated(50, (n) => `fragment f${n} on Query { ...f${n + 1} ...f${n + 1} }`)} fragment f50 on Query { shops { code } }`,
  },
  { name: 'too many tokens', code: 'TOKEN_LIMIT', query: `{ ${repeated(1001, () => '__typename')} }` },
  {
    name: 'pages within pages',
    code: 'COST_LIMIT',
    query: '{ customers(first: 100) { nodes { orders(first: 100) { nodes { id } } } } }',
  },
  {
    name: 'pages within pages by variables',
    code: 'COST_LIMIT',
    query:
      'query ($n: Int! = 100) { customers(first: $n) { nodes { ...f } } } fragment f on Customer { orders(first: $n) { nodes { id } } }',
  },
  { name: 'a page of 101', code: 'PAGE_LIMIT', query: '{ orders(first: 101) { totalCount } }' },
  { name: 'a page of none', code: 'PAGE_LIMIT', query: '{ orders(first: 0) { totalCount } }' },
  {
    name: 'a page of less than none, by variable',
    code: 'PAGE_LIMIT',
    query: 'query ($n: Int) { reviews(first: $n) { totalCount } }',
    variables: { n: -5 },
  },
  { name: 'a page of null', code: 'PAGE_LIMIT', query: '{ orders(first: null) { totalCount } }' },
  {
    name: 'a page of 101 below another',
    code: 'PAGE_LIMIT',
    query: '{ customers(first: 1) { nodes { orders(first: 101) { totalCount } } } }',
  },
  {
    name: 'a thousand and one days',
    code: 'BAD_USER_INPUT',
    query: '{ metrics(metrics: [ORDERS], period: {from: "2023-01-01", to: "2025-09-27"}, grain: DAY) { asOf } }',
  },
  {
    name: 'a thousand and one days of two versions',
    code: 'BAD_USER_INPUT',
    query:
      '{ metricVersions(metric: REFUND_RATE, versions: {before: 1, after: 2}, period: {from: "2023-01-01", to: "2025-09-27"}, grain: DAY) { points { bucket } } }',
  },
  {
    name: 'cohorts of more than a thousand months',
    code: 'BAD_USER_INPUT',
    query: '{ cohortRetention(period: {from: "1930-01-01", to: "2025-01-31"}) { asOf } }',
  },
  {
    name: 'every metric by day by merchant',
    code: 'COST_LIMIT',
    query:
      '{ metrics(metrics: [ORDERS, GMV, CUSTOMERS, REVIEWS, REVIEW_RATE, DELIVERED_RATE], period: {from: "2023-01-01", to: "2025-01-01"}, grain: DAY, by: [MERCHANT], limit: 100) { asOf } }',
  },
];

describe('a query that is too much', () => {
  test.each(tooMuch)('$name: $code, and PostgreSQL hears nothing of it', async ({ query, variables, code }) => {
    const { errors, data, sent, text } = await wiredAsk(query, variables);
    expect(sent).toBe(0);
    expect(errors.map((error) => error.extensions.code)).toContain(code);
    expect(errors[0]!.message.length).toBeGreaterThan(20);
    expect(data, text).toBeNull();
  });

  test('a thousand days are as many points as a series may have', async () => {
    const thousand =
      '{ metrics(metrics: [ORDERS], period: {from: "2023-01-01", to: "2025-09-26"}, grain: DAY) { series { points { value } } } }';
    const { data, errors, sent } = await wiredAsk(thousand);
    expect(errors).toEqual([]);
    expect(data).toMatchObject({ metrics: { series: [{ points: { length: 1000 } }] } });
    expect(sent).toBeGreaterThan(0);
  });

  test('within the limits it is answered, and says what it cost', async () => {
    const { errors, extensions } = await api.ask(
      'analyst',
      '{ orders(first: 100) { nodes { items { product { id } merchant { id } } customer { id } shipments { id } reviews { id } payments { id } } } }',
    );
    expect(errors).toEqual([]);
    expect(extensions.cost!.limit).toBe(5000);
    expect(extensions.cost!.requested).toBeGreaterThan(1000);
    const twice = await api.ask(
      'analyst',
      '{ a: orders(first: 10) { nodes { id } } b: orders(first: 10) { nodes { id } } }',
    );
    const single = await api.ask('analyst', '{ a: orders(first: 10) { nodes { id } } }');
    expect(twice.extensions.cost!.requested).toBe(2 * single.extensions.cost!.requested);
  });

  test('a body over 100 kB and a batch are refused', async () => {
    const authorization = `Bearer ${api.keys.analyst}`;
    const large = await post(
      api.url,
      JSON.stringify({ query: '{ viewer { name } }', variables: { x: 'x'.repeat(110_000) } }),
      { authorization },
    );
    expect(large).toMatchObject({ status: 413, errors: [{ extensions: { code: 'BODY_TOO_LARGE' } }] });
    const batch = await post(
      api.url,
      JSON.stringify([{ query: '{ viewer { name } }' }, { query: '{ viewer { name } }' }]),
      { authorization },
    );
    expect(batch.status).toBe(400);
    expect(batch.data).toBeNull();
  });
});

describe('who may not introspect', () => {
  const names = /Query|Order|Customer|Metric|Period|LocalDate|Dimension|orders|customers|Did you mean/;

  test.each([
    ['a field that is nearly one', '{ viewr { name } }', {}],
    ['a type that is nearly one', '{ ... on Ordr { id } }', {}],
    ['an argument', '{ dataHealth { oddities(shp: "x") { code } } }', {}],
    ['an enum value', '{ dimensionValues(dimension: REGIO) { value } }', {}],
    [
      'a value of the wrong type in a variable',
      'query ($p: PeriodInput!) { metrics(metrics: [ORDERS], period: $p) { asOf } }',
      { p: { frm: '2025-01-01' } },
    ],
    [
      'an enum value in a variable',
      'query ($d: Dimension!) { dimensionValues(dimension: $d) { value } }',
      { d: 'REGIO' },
    ],
    ['a missing selection', '{ viewer }', {}],
  ])('learns no name from %s', async (_, query, variables) => {
    const { errors, status } = await api.ask('executive', query, variables);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    for (const { message } of errors) expect(message).not.toMatch(names);
  });

  test('who may introspects the whole schema, at no cost', async () => {
    const { getIntrospectionQuery } = await import('graphql');
    for (const role of ['analyst', 'operator'] as const)
      expect((await api.ask(role, getIntrospectionQuery())).errors).toEqual([]);
    expect((await api.ask('executive', getIntrospectionQuery())).status).toBe(403);
  });
});

describe('mistakes', () => {
  test.each([
    '{',
    '',
    '{ viewer { name } } }',
    'subscription { x }',
    'mutation { x }',
    '{ nope }',
    '{ orders(first: "x") { totalCount } }',
    '{ __proto__ }',
    'query A { viewer { name } } query B { viewer { name } }',
  ])('%s is the client’s, in words', async (query) => {
    const { status, errors, text } = await api.ask('operator', query);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(errors.length).toBeGreaterThan(0);
    expect(text).not.toMatch(/node_modules|\.ts:|at \w+ \(|select /);
  });

  test.each([
    'null',
    '1',
    '"x"',
    '{}',
    '{"query": 1}',
    '{"query": "{ viewer { name } }", "variables": "x"}',
    '{"query": "{ viewer { name } }", "extensions": {"persistedQuery": {"version": 1, "sha256Hash": "x"}}}',
    '{"query":',
    '',
  ])('the body %s is the client’s', async (body) => {
    const { status, errors } = await post(api.url, body, { authorization: `Bearer ${api.keys.analyst}` });
    expect(status).toBeLessThan(500);
    expect(errors.length).toBeGreaterThan(0);
  });

  test('what is our own fault has an id that is in the log, and no details', async () => {
    await api.database.pool.query('alter table ops.runs rename column stage to staged');
    const { errors, text } = await api.ask('operator', '{ ingestionRuns { nodes { id } } }');
    await api.database.pool.query('alter table ops.runs rename column staged to stage');
    expect(errors[0]).toMatchObject({ extensions: { code: 'INTERNAL' } });
    expect(text).not.toMatch(/staged?\b|does not exist|select |ops\./);
    expect(api.log.find(({ errorId }) => errorId === errors[0]!.extensions['errorId'])).toMatchObject({
      level: 'error',
      message: expect.stringContaining('stage'),
    });
  });

  test('a statement that takes too long is broken off, with what to do', async () => {
    const hasty = await startApi({ databaseUrl: api.database.url, port: 0, statementTimeoutMs: 200, log: () => {} });
    const holder = await api.database.pool.connect();
    await holder.query('begin');
    await holder.query('lock table core.shops in access exclusive mode');
    const { errors, status } = await post(hasty.url, JSON.stringify({ query: '{ shops { code } }' }), {
      authorization: `Bearer ${api.keys.analyst}`,
    });
    await holder.query('rollback');
    holder.release();
    await hasty.close();
    expect(errors[0]?.extensions.code).toBe('TIMED_OUT');
    expect(status).toBe(503);
  });
});
