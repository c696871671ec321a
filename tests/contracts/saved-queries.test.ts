import { createUser, setPassword } from '@rapport/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, seededApi, type Reply, type Role, type SeededApi } from './client.ts';
import { statementsOf } from './statements.ts';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

interface Saved {
  id: string;
  name: string;
  document: string;
  variables: string | null;
  owner: string;
  mine: boolean;
  sharedWith: string[];
  version: number;
}
interface Payload {
  query: Saved | null;
  userErrors: { code: string; field: string | null; text: { en: string; zh: string } }[];
}

const FIELDS = 'id name document variables owner mine sharedWith version';
const PAYLOAD = `{ query { ${FIELDS} } userErrors { code field text { en zh } } }`;
const DOCUMENT = 'query Shops { shops { code } }';
const SAVE = `mutation ($input: SaveQueryInput!) { saveQuery(input: $input) ${PAYLOAD} }`;
const SHARE = `mutation ($id: ID!, $version: Int!, $roles: [Role!]!) { shareSavedQuery(id: $id, version: $version, roles: $roles) ${PAYLOAD} }`;
const RENAME = `mutation ($id: ID!, $version: Int!, $name: String!) { renameSavedQuery(id: $id, version: $version, name: $name) ${PAYLOAD} }`;
const DELETE = `mutation ($id: ID!, $version: Int!) { deleteSavedQuery(id: $id, version: $version) { deletedId userErrors { code } } }`;
const LIST = `query ($first: Int, $after: String, $where: SavedQueryWhere) { savedQueries(first: $first, after: $after, where: $where) { totalCount nodes { ${FIELDS} } pageInfo { hasNextPage endCursor } } }`;
const ONE = `query ($id: ID!) { savedQuery(id: $id) { ${FIELDS} } }`;

const payloadOf = (reply: Reply<Record<string, Payload>>): Payload => {
  expect(reply.errors).toEqual([]);
  return Object.values(reply.data!)[0]!;
};
const save = async (role: Role, input: Record<string, unknown>): Promise<Payload> =>
  payloadOf(await api.ask(role, SAVE, { input: { document: DOCUMENT, ...input } }));
const saved = async (role: Role, name: string): Promise<Saved> => (await save(role, { name })).query!;
const change = async (role: Role, document: string, variables: Record<string, unknown>): Promise<Payload> =>
  payloadOf(await api.ask(role, document, variables));
const opened = async (role: Role, id: string): Promise<Saved | null> =>
  (await api.ask<{ savedQuery: Saved | null }>(role, ONE, { id })).data!.savedQuery;
const codes = ({ userErrors }: Payload): string[] => userErrors.map(({ code }) => code);
const auditOf = async (id: string): Promise<{ actor: string; action: string; detail: unknown }[]> =>
  (
    await api.database.pool.query<{ actor: string; action: string; detail: unknown }>(
      'select actor, action, detail from ops.audit where subject = $1 order by id',
      [`saved query ${id}`],
    )
  ).rows;

describe('a saved query', () => {
  test('is its owner’s alone until it is shared with a role', async () => {
    const variables = '{ "shop": "demo" }';
    const { query, userErrors } = await save('analyst', { name: '  My shops ', variables });
    expect(userErrors).toEqual([]);
    expect(query).toMatchObject({ name: 'My shops', document: DOCUMENT, variables, mine: true, version: 1 });
    expect(await opened('analyst', query!.id)).toEqual(query);
    expect(await opened('operator', query!.id)).toBeNull();

    const { query: shared } = await change('analyst', SHARE, { id: query!.id, version: 1, roles: ['OPERATOR'] });
    expect(shared).toMatchObject({ sharedWith: ['OPERATOR'], version: 2 });
    expect(await opened('operator', query!.id)).toMatchObject({ mine: false, owner: 'key test analyst' });
    expect(await opened('steward', query!.id)).toBeNull();

    await change('analyst', SHARE, { id: query!.id, version: 2, roles: [] });
    expect(await opened('operator', query!.id)).toBeNull();
  });

  test('is changed by its owner alone, and by who saw its latest version', async () => {
    const { id } = await saved('analyst', 'Changing');
    await change('analyst', SHARE, { id, version: 1, roles: ['OPERATOR', 'STEWARD'] });
    const rename = (role: Role, version: number) => change(role, RENAME, { id, version, name: 'Other' });
    expect(codes(await rename('operator', 2))).toEqual(['NOT_FOUND']);
    expect(codes(await rename('analyst', 1))).toEqual(['CHANGED_MEANWHILE']);
    expect((await rename('analyst', 2)).query).toMatchObject({ name: 'Other', version: 3 });
    const document = '{ viewer { name } }';
    expect(codes(await save('analyst', { id, version: 2, name: 'Other', document }))).toEqual(['CHANGED_MEANWHILE']);
    expect((await save('analyst', { id, version: 3, name: 'Other', document })).query).toMatchObject({
      document,
      sharedWith: ['OPERATOR', 'STEWARD'],
      version: 4,
    });
  });

  test('of two changes at once, one wins', async () => {
    const { id } = await saved('analyst', 'Raced');
    const names = ['one', 'two', 'three', 'four'];
    const tried = await Promise.all(names.map((name) => change('analyst', RENAME, { id, version: 1, name })));
    expect(tried.filter(({ query }) => query !== null)).toHaveLength(1);
    expect(new Set(tried.flatMap(codes))).toEqual(new Set(['CHANGED_MEANWHILE']));
    expect(await opened('analyst', id)).toMatchObject({ version: 2 });
  });

  test('is gone once it is deleted; what was shared leaves a trace', async () => {
    const own = await saved('analyst', 'Own');
    const shared = await saved('analyst', 'Shared');
    await change('analyst', SHARE, { id: shared.id, version: 1, roles: ['ANALYST'] });
    for (const [{ id }, version] of [[own, 1] as const, [shared, 2] as const]) {
      const reply = await api.ask<{ deleteSavedQuery: { deletedId: string } }>('analyst', DELETE, { id, version });
      expect(reply.data!.deleteSavedQuery.deletedId).toBe(id);
      expect(await opened('analyst', id)).toBeNull();
    }
    expect(await auditOf(own.id)).toEqual([]);
    const detail = { name: 'Shared', sharedWith: ['analyst'] };
    expect(await auditOf(shared.id)).toEqual([
      { actor: 'key test analyst', action: 'query.share', detail },
      { actor: 'key test analyst', action: 'query.delete', detail },
    ]);
  });

  test('of a person is theirs in every session', async () => {
    const { pool } = api.database;
    await createUser(pool, { name: 'Lan', role: 'analyst' });
    await setPassword(pool, 'Lan', 'three boats past the weir');
    const cookie = async (): Promise<Record<string, string>> => {
      const headers = { 'x-rapport-client': 'test', 'content-type': 'application/json' };
      const body = JSON.stringify({ account: 'Lan', password: 'three boats past the weir' });
      const response = await fetch(new URL('/sign-in', api.url), { method: 'POST', headers, body });
      return { ...headers, cookie: response.headers.get('set-cookie')!.split(';')[0]! };
    };
    const variables = { input: { name: 'Lan’s', document: DOCUMENT } };
    const made = await post<{ saveQuery: Payload }>(
      api.url,
      JSON.stringify({ query: SAVE, variables }),
      await cookie(),
    );
    const { id } = made.data!.saveQuery.query!;
    const again = await post<{ savedQuery: Saved }>(
      api.url,
      JSON.stringify({ query: ONE, variables: { id } }),
      await cookie(),
    );
    expect(again.data!.savedQuery).toMatchObject({ mine: true, owner: 'user Lan' });
    expect(await opened('analyst', id)).toBeNull();
  });
});

describe('what is refused', () => {
  test.each([
    ['{ nope }', /nope/],
    ['{ shops {', /Syntax Error/],
    ['{ order(id: 7.5) { externalId } }', /ID/],
    [
      `{ ${'a: viewer { name } '.repeat(1).replace('a', 'x')}${Array.from({ length: 16 }, (_, n) => `a${n}: viewer { name }`).join(' ')} }`,
      /alias/i,
    ],
    [`{ ${Array.from({ length: 1001 }, () => 'shops').join(' ')} }`, /tokens/],
  ])('a document the API would refuse: %s', async (document, reason) => {
    const { query, userErrors } = await save('analyst', { name: 'Bad', document });
    expect(query).toBeNull();
    expect(userErrors).toMatchObject([{ code: 'BAD_DOCUMENT', field: 'document' }]);
    expect(userErrors[0]!.text.en).toMatch(reason);
    expect(userErrors[0]!.text.zh).toContain('未保存');
  });

  test.each([
    [{ name: '   ' }, 'BAD_NAME'],
    [{ name: 'x'.repeat(121) }, 'BAD_NAME'],
    [{ name: 'x', description: 'y'.repeat(1001) }, 'BAD_DESCRIPTION'],
    [{ name: 'x', variables: '[1]' }, 'BAD_VARIABLES'],
    [{ name: 'x', variables: '{' }, 'BAD_VARIABLES'],
    [{ name: 'x', id: 'none', version: 1 }, 'NOT_FOUND'],
    [{ name: 'a\0b' }, 'BAD_NAME'],
    [{ name: 'x', description: 'bell \u0007' }, 'BAD_DESCRIPTION'],
    [{ name: 'x', document: `# ${'long '.repeat(4000)}\n${DOCUMENT}` }, 'BAD_DOCUMENT'],
    [{ name: 'x', variables: JSON.stringify({ long: 'y'.repeat(20_000) }) }, 'BAD_VARIABLES'],
  ])('%j: %s', async (input, code) => {
    expect(codes(await save('analyst', input))).toEqual([code]);
  });

  test('a second one of a name, in any case; others may have the same', async () => {
    await saved('analyst', 'Twice');
    expect(codes(await save('analyst', { name: 'TWICE' }))).toEqual(['NAME_TAKEN']);
    expect((await save('operator', { name: 'Twice' })).userErrors).toEqual([]);
  });

  test('more than 200 of one owner', async () => {
    await saved('steward', 'First of many');
    await api.database.pool.query(
      `insert into ops.saved_queries (owner_id, owner, name, document) select owner_id, owner, 'many ' || n, document
       from generate_series(1, 199) n, (select * from ops.saved_queries where name = 'First of many') one`,
    );
    expect(codes(await save('steward', { name: 'One more' }))).toEqual(['TOO_MANY']);
    await api.database.pool.query(`delete from ops.saved_queries where name like 'many %'`);
    expect(codes(await save('steward', { name: 'One more' }))).toEqual([]);
    await api.database.pool.query(`delete from ops.saved_queries where owner = 'key test steward'`);
  });

  test('sharing with who has no editor, and whoever has none asking', async () => {
    const { id } = await saved('analyst', 'To the board');
    expect(codes(await change('analyst', SHARE, { id, version: 1, roles: ['EXECUTIVE'] }))).toEqual([
      'ROLE_CANNOT_QUERY',
    ]);
    for (const role of ['executive', 'lead'] as const) {
      const reply = await api.ask(role, LIST, { first: 1 });
      expect(reply.status).toBe(403);
      expect(reply.data).toBeNull();
    }
  });
});

describe('the list', () => {
  const list = async (role: Role, variables: Record<string, unknown>) =>
    (
      await api.ask<{
        savedQueries: { totalCount: number; nodes: Saved[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }>(role, LIST, variables)
    ).data!.savedQueries;

  test('is told apart by whose they are and by words in them, and turns pages', async () => {
    for (const name of ['Page 100% a', 'Page 100% b', 'Page 1000 c']) await saved('steward', name);
    const { id } = (await save('operator', { name: 'Of the house', description: 'Page 100% too' })).query!;
    await change('operator', SHARE, { id, version: 1, roles: ['STEWARD'] });
    const mine = await list('steward', { first: 2, where: { mine: true } });
    expect(mine).toMatchObject({ totalCount: 3, nodes: [{ name: 'Page 1000 c' }, { name: 'Page 100% b' }] });
    const rest = await list('steward', { first: 2, where: { mine: true }, after: mine.pageInfo.endCursor });
    expect(rest).toMatchObject({ nodes: [{ name: 'Page 100% a' }], pageInfo: { hasNextPage: false } });
    expect((await list('steward', { where: { text: 'page 100%' } })).nodes.map(({ name }) => name)).toEqual([
      'Of the house',
      'Page 100% b',
      'Page 100% a',
    ]);
    const others = (await list('steward', { where: { mine: false } })).nodes;
    expect(others.map(({ name }) => name)).toContain('Of the house');
    expect(others.filter(({ mine: own }) => own)).toEqual([]);
  });

  test('takes two statements, however long it is', async () => {
    const statements = await statementsOf(() => list('steward', { first: 100 }));
    expect(statements.filter((text) => /saved queries/.test(text))).toHaveLength(2);
  });
});
