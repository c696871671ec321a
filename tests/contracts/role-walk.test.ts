import { isObjectType, type GraphQLObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { matrix, mayAsk } from './access-matrix.ts';
import { apiOf, post, roles, type SeededApi } from './client.ts';
import { everyField, schema } from './every-field.ts';
import { livedShop } from './lived-shop.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await apiOf(livedShop());
});
afterAll(() => api.close());

const fields = everyField();

test('the walk reaches every field of every type', () => {
  const all = Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__'))
    .flatMap((type) => Object.keys((type as GraphQLObjectType).getFields()).map((field) => `${type.name}.${field}`));
  expect(new Set(fields.map(({ path }) => path))).toEqual(new Set(all));
  expect(all.length).toBeGreaterThan(200);
});

test('the committed matrix has every root field and every type, and nothing else', () => {
  const roots = [schema.getQueryType()!, schema.getMutationType()!];
  const names = roots.flatMap((type) => Object.keys(type.getFields()).map((field) => `${type.name}.${field}`));
  const types = fields.flatMap((field) => field.types);
  const own = [...matrix.keys()].filter((name) => name.includes('.') && !/^(Query|Mutation)\./.test(name));
  expect(new Set(matrix.keys())).toEqual(new Set([...names, ...types, ...own]));
  expect(own.filter((name) => !fields.some(({ path }) => path === name))).toEqual([]);
  // A root of one kind that is called like one of the other would be asked by its rule.
  expect(new Set(names.map((name) => name.split('.')[1])).size).toBe(names.length);
});

test('what nobody but some may see, and what all may, stays so', () => {
  const seenBy = (name: string): string => roles.filter((role) => matrix.get(name)?.has(role)).join(' ');
  expect(seenBy('Query.metrics')).toBe('executive analyst lead steward operator');
  for (const name of ['Customer', 'Order', 'Review', 'Query.customers'])
    expect(matrix.get(name)?.has('executive'), name).toBe(false);
  for (const name of ['Query.customers', 'Query.reviews', 'Query.runs', 'Customer'])
    expect(matrix.get(name)?.has('lead') ?? false, name).toBe(false);
  for (const name of ['Query.users', 'Query.apiKeys', 'Query.auditLog', 'Mutation.createApiKey', 'Mutation.runSource'])
    expect(seenBy(name), name).toBe('operator');
});

test('without key or session no field answers', async () => {
  const told = new Set<string>();
  for (const { query } of fields) {
    const { status, text } = await post(api.url, JSON.stringify({ query }), {});
    told.add(`${status} ${text}`);
  }
  expect([...told]).toEqual([expect.stringMatching(/^401 .*UNAUTHENTICATED/)]);
});

test.each(roles)('as %s every field answers or is refused, as its rule says', async (role) => {
  const wrong: string[] = [];
  for (const field of fields) {
    const { status, errors, data } = await api.ask(role, field.query);
    const refused = status === 403 && data === null && errors[0]?.extensions.code === 'FORBIDDEN';
    const answered = status === 200 && errors.length === 0;
    if (mayAsk(role, field) ? !answered : !refused) wrong.push(`${field.path}: ${status} ${errors[0]?.message ?? ''}`);
  }
  expect(wrong).toEqual([]);
});

test.each(['executive', 'lead'] as const)('as %s forbidden and absent cannot be told apart', async (role) => {
  const replies = await Promise.all(
    [
      '{ reviews { totalCount } }',
      '{ nothing { totalCount } }',
      '{ viewer { name secret } }',
      '{ __schema { types { name } } }',
      '{ __type(name: "Order") { name } }',
    ].map((query) => api.ask(role, query)),
  );
  expect(new Set(replies.map(({ text }) => text)).size).toBe(1);
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([403]));
});

test('a forbidden field hidden in a fragment, behind a directive or in another operation is refused too', async () => {
  for (const query of [
    '{ ...f } fragment f on Query { orders { totalCount } }',
    '{ viewer { name } orders @include(if: false) { totalCount } }',
    '{ viewer { name } ... on Query { reviews { totalCount } } }',
  ]) {
    expect((await api.ask('executive', query)).status).toBe(403);
  }
});

test('a document that one role may send is still refused to another afterwards', async () => {
  const query = '{ customers { totalCount } }';
  expect((await api.ask('analyst', query)).status).toBe(200);
  expect((await api.ask('executive', query)).status).toBe(403);
  expect((await api.ask('analyst', query)).status).toBe(200);
});
