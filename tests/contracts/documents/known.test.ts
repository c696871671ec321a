import { createHash } from 'node:crypto';
import { startApi, type ApiOptions, type LogLine, type RunningApi } from '@rapport/api';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { post, seededApi, type Reply, type Role, type SeededApi } from '../client.ts';
import { statementsOf } from '../statements.ts';

const idOf = (text: string): string => `sha256:${createHash('sha256').update(text).digest('hex')}`;
const shops = 'query Shops { shops { code } }';
const orders = 'query Orders($first: Int!) { orders(first: $first) { nodes { externalId } } }';
const changes = 'mutation Revoke { revokeApiKey(prefix: "rpt_none") { userErrors { code } } }';
const tooWide = 'query Wide { customers(first: 100) { nodes { orders(first: 100) { nodes { id } } } } }';
const ofYesterday = 'query Yesterday { shops { codeOfYesterday } }';
const documents = [shops, orders, changes, tooWide, ofYesterday];

let seeded: SeededApi;
let api: RunningApi | undefined;
let log: LogLine[];
beforeAll(async () => {
  seeded = await seededApi();
});
afterEach(async () => {
  await api?.close();
  api = undefined;
});
afterAll(() => seeded.close());

async function start(options: Partial<ApiOptions> = {}): Promise<void> {
  log = [];
  api = await startApi({
    databaseUrl: seeded.database.url,
    port: 0,
    documents,
    log: (line) => log.push(line),
    ...options,
  });
}
const authorization = (role: Role): Record<string, string> => ({ authorization: `Bearer ${seeded.keys[role]}` });
const send = <Data>(role: Role, body: object): Promise<Reply<Data>> =>
  post<Data>(api!.url, JSON.stringify(body), authorization(role));
const get = (role: Role, parameters: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${api!.url}/graphql?${String(new URLSearchParams(parameters))}`, {
    headers: { ...authorization(role), 'apollo-require-preflight': '1', ...headers },
  });
const codes = ({ errors }: Reply<unknown>): string[] => errors.map(({ extensions }) => extensions.code);

describe('a document that is registered', () => {
  test('is asked by the hash of its text, with variables, by POST and by GET', async () => {
    await start();
    const variables = { first: 2 };
    const asked = await send('analyst', { query: orders, variables });
    const known = await send('analyst', { documentId: idOf(orders), variables });
    expect(known).toMatchObject({ status: 200, data: asked.data, errors: [] });
    const got = await get('analyst', { documentId: idOf(orders), variables: JSON.stringify(variables) });
    expect(await got.json()).toMatchObject({ data: asked.data });
  });

  test('meets the same rights, limits and prices as its text', async () => {
    await start();
    const statements = await statementsOf(async () => {
      expect(codes(await send('executive', { documentId: idOf(orders), variables: { first: 2 } }))).toEqual([
        'FORBIDDEN',
      ]);
      expect(codes(await send('analyst', { documentId: idOf(tooWide) }))).toEqual(['COST_LIMIT']);
      expect(codes(await send('analyst', { documentId: idOf(orders), variables: { first: 101 } }))).toEqual([
        'PAGE_LIMIT',
      ]);
    });
    // Who holds the two keys is looked up once each.
    expect(statements.filter((text) => !text.includes('auth.'))).toEqual([]);
    const { status, headers } = await get('operator', { documentId: idOf(changes) });
    expect([status, headers.get('allow')]).toEqual([405, 'POST']);
    expect((await post(api!.url, JSON.stringify({ documentId: idOf(shops) }), {})).status).toBe(401);
  });

  test('that this schema does not answer any more is left out, and said so', async () => {
    await start();
    expect(log.filter(({ event }) => event === 'document_unfit')).toEqual([
      expect.objectContaining({ level: 'warn', document: idOf(ofYesterday) }),
    ]);
    expect(codes(await send('analyst', { documentId: idOf(ofYesterday) }))).toEqual(['DOCUMENT_UNKNOWN']);
  });
});

test.each([
  ['an id nobody registered', { documentId: idOf('{ viewer { name } }') }, 'DOCUMENT_UNKNOWN'],
  ['an id of another kind', { documentId: 'shops' }, 'DOCUMENT_UNKNOWN'],
  ['a number', { documentId: 1 }, 'DOCUMENT_UNKNOWN'],
  ['both id and text', { documentId: idOf(shops), query: shops }, 'BAD_USER_INPUT'],
])('%s is one error, in words, and nothing is read', async (_, body, code) => {
  await start();
  const reply = await send('analyst', body);
  expect([reply.status, codes(reply), reply.data]).toEqual([400, [code], null]);
});

test('more documents than a server keeps are refused at the start', async () => {
  const many = Array.from({ length: 2001 }, (_, n) => `{ a${n}: viewer { name } }`);
  await expect(start({ documents: many })).rejects.toThrow('documents: there are more than 2000');
});

describe('who is kept to known documents', () => {
  test('sends them by id or by text, and nothing else', async () => {
    await start({ documentsOnlyFor: ['executive'] });
    expect((await send('executive', { documentId: idOf(shops) })).data).toEqual({ shops: [{ code: 'seed' }] });
    expect((await send('executive', { query: shops })).data).toEqual({ shops: [{ code: 'seed' }] });
    for (const query of ['{ shops { code } }', '{ __typename }', '', undefined]) {
      const reply = await send('executive', { query, variables: {} });
      expect([reply.status, codes(reply), reply.data]).toEqual([403, ['DOCUMENTS_ONLY'], null]);
    }
    expect((await get('executive', { query: '{ shops { code } }' })).status).toBe(403);
    expect((await send('analyst', { query: '{ shops { code } }' })).status).toBe(200);
  });

  test('may be everybody with a key', async () => {
    await start({ documentsOnlyFor: ['key'] });
    expect((await send('operator', { query: '{ shops { code } }' })).status).toBe(403);
    expect((await send('operator', { documentId: idOf(shops) })).status).toBe(200);
  });
});

describe('an answer to GET', () => {
  test('is kept by nobody between, and told in a line where it has not changed', async () => {
    await start();
    const first = await get('analyst', { documentId: idOf(shops) });
    expect(first.headers.get('cache-control')).toBe('private, no-cache');
    expect(first.headers.get('vary')).toContain('authorization');
    const tag = first.headers.get('etag')!;
    const again = await get('analyst', { documentId: idOf(shops) }, { 'if-none-match': tag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    await seeded.database.pool.query(
      `insert into core.shops select 'two', title_en, title_zh, zone, currency, as_of from core.shops`,
    );
    const changed = await get('analyst', { documentId: idOf(shops) }, { 'if-none-match': tag });
    await seeded.database.pool.query(`delete from core.shops where shop = 'two'`);
    expect(changed.status).toBe(200);
    expect(changed.headers.get('etag')).not.toBe(tag);
  });

  test('that is an error, and every answer to POST, is kept by nobody at all', async () => {
    await start();
    expect((await get('executive', { documentId: idOf(tooWide) })).headers.get('cache-control')).toBe('no-store');
    const posted = await fetch(`${api!.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...authorization('analyst') },
      body: JSON.stringify({ documentId: idOf(shops) }),
    });
    expect([posted.headers.get('cache-control'), posted.headers.get('etag')]).toEqual(['no-store', null]);
  });
});
