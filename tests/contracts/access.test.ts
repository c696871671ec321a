import { createApiKey, createSignInLink, createUser, listApiKeys, revokeApiKey } from '@rapport/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, seededApi, type SeededApi } from './client.ts';

const viewer = JSON.stringify({ query: '{ viewer { name role } }' });
const ownPage = { 'x-rapport-client': 'test' };
const HELD_MS = 5000;

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
});
afterAll(() => api.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(new URL(path, api.url), { headers, redirect: 'manual' });

async function cookieOf(user: string): Promise<string> {
  const { path } = await createSignInLink(api.database.pool, { user, role: 'analyst' });
  const response = await get(path);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toBe('/');
  return response.headers.get('set-cookie')!.split(';')[0]!;
}

describe('anonymous', () => {
  test('gets the shell, sign-in and the health of the process, and nothing else', async () => {
    expect((await get('/livez')).status).toBe(200);
    expect((await get('/readyz')).status).toBe(200);
    expect((await get('/')).headers.get('content-type')).toMatch(/html/);
    expect((await get('/orders/deep/link')).headers.get('content-type')).toMatch(/html/);
    expect((await get('/assets/none.js')).status).toBe(404);
    for (const path of ['/graphql', '/graphql?query={viewer{name}}', '/graphql/x']) {
      const response = await get(path, { 'apollo-require-preflight': '1' });
      expect([401, 404]).toContain(response.status);
      expect(await response.json()).toHaveProperty('errors');
    }
  });

  test.each([
    viewer,
    '{',
    '',
    JSON.stringify({ query: '{ nope }' }),
    JSON.stringify([{ query: '{ viewer { name } }' }]),
  ])('learns nothing from POST /graphql with %s', async (body) => {
    const reply = await post(api.url, body, {});
    expect(reply.status).toBe(401);
    expect(reply.data).toBeNull();
    expect(reply.errors[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('is not ready before the first load', async () => {
    await api.database.pool.query('update ops.data_version set version = 0');
    await new Promise((resolve) => setTimeout(resolve, 600));
    const response = await get('/readyz');
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ status: 'waiting_for_first_load' });
    await api.database.pool.query('update ops.data_version set version = 3');
  });

  test('finds headers that keep pages to themselves and do not force https', async () => {
    const { headers } = await get('/');
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('content-security-policy')).not.toContain('upgrade-insecure-requests');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('keys', () => {
  test.each(['Bearer rpt_wrong', 'Bearer ', 'Basic abc', 'rpt_wrong', 'Bearer rpt_a b'])(
    'a wrong one (%s) is refused with a sentence',
    async (authorization) => {
      const reply = await post(api.url, viewer, { authorization });
      expect(reply.status).toBe(401);
      expect(reply.errors[0]).toMatchObject({
        message: expect.stringContaining('key'),
        extensions: { code: 'UNAUTHENTICATED' },
      });
    },
  );

  test('only the hash is kept, and the list shows no key', async () => {
    const { key, prefix } = await createApiKey(api.database.pool, { role: 'executive', label: 'board' });
    const { rows } = await api.database.pool.query<{ text: string }>('select k::text as text from auth.api_keys k');
    expect(rows.some(({ text }) => text.includes(key))).toBe(false);
    expect(JSON.stringify(await listApiKeys(api.database.pool))).not.toContain(key);
    expect(key.startsWith(prefix)).toBe(true);
  });

  test('an expired one is refused', async () => {
    const { key, prefix } = await createApiKey(api.database.pool, {
      role: 'executive',
      label: 'old',
      expiresInDays: 1,
    });
    await api.database.pool.query(`update auth.api_keys set expires_at = now() where prefix = $1`, [prefix]);
    expect((await post(api.url, viewer, { authorization: `Bearer ${key}` })).status).toBe(401);
  });

  test('the last use is written, at most once a minute', async () => {
    const { key, prefix } = await createApiKey(api.database.pool, { role: 'analyst', label: 'used' });
    const lastUsed = async (): Promise<Date | null> =>
      (await listApiKeys(api.database.pool)).find((known) => known.prefix === prefix)!.lastUsedAt;
    expect(await lastUsed()).toBeNull();
    await post(api.url, viewer, { authorization: `Bearer ${key}` });
    const first = await lastUsed();
    expect(first).not.toBeNull();
    await new Promise((resolve) => setTimeout(resolve, 3100));
    await post(api.url, viewer, { authorization: `Bearer ${key}` });
    expect(await lastUsed()).toEqual(first);
  });

  test('a revoked one stops within five seconds', async () => {
    const { key, prefix } = await createApiKey(api.database.pool, { role: 'analyst', label: 'leaving' });
    const authorization = `Bearer ${key}`;
    expect((await post(api.url, viewer, { authorization })).status).toBe(200);
    await revokeApiKey(api.database.pool, prefix);
    await new Promise((resolve) => setTimeout(resolve, HELD_MS - 1500));
    expect((await post(api.url, viewer, { authorization })).status).toBe(401);
    await expect(revokeApiKey(api.database.pool, 'rpt_none')).rejects.toThrow(/No key begins with/);
  });

  test('a role that does not exist is said so', async () => {
    await expect(createApiKey(api.database.pool, { role: 'admin', label: 'x' })).rejects.toThrow(
      /executive, analyst, lead, steward, operator/,
    );
    await expect(createUser(api.database.pool, { name: 'x', role: 'toString' })).rejects.toThrow(/no role/);
  });

  test('a name that is taken and a time that is none are said so', async () => {
    const { pool } = api.database;
    expect(await createUser(pool, { name: 'Ada', role: 'analyst' })).toMatchObject({ name: 'Ada', role: 'analyst' });
    await expect(createUser(pool, { name: 'Ada', role: 'analyst' })).rejects.toThrow(/a user “Ada” already/);
    await expect(createSignInLink(pool, { user: 'Ada', minutes: Number.NaN })).rejects.toThrow(/in whole minutes/);
    await expect(createSignInLink(pool, { user: 'Ada', role: 'operator' })).rejects.toThrow(/is analyst, not operator/);
  });
});

describe('sessions', () => {
  test('a link signs in once: cookie for this site only, out of reach of scripts', async () => {
    const { path } = await createSignInLink(api.database.pool, { user: 'once', role: 'executive' });
    const first = await get(path);
    expect(first.headers.get('set-cookie')).toMatch(
      /^rapport_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
    const second = await get(path);
    expect(second.headers.get('location')).toBe('/sign-in?link=expired');
    expect(second.headers.get('set-cookie')).toBeNull();
  });

  test('an expired link, a wrong one and a looked-ahead one sign nobody in', async () => {
    const late = await createSignInLink(api.database.pool, { user: 'late', role: 'analyst', minutes: 1 });
    await api.database.pool.query('update auth.sign_in_links set expires_at = now()');
    for (const path of [late.path, '/sign-in?token=wrong', '/sign-in?token=', '/sign-in?token=a&token=b']) {
      const response = await get(path);
      expect(response.headers.get('location')).toBe('/sign-in?link=expired');
      expect(response.headers.get('set-cookie')).toBeNull();
    }
    const ahead = await createSignInLink(api.database.pool, { user: 'late' });
    expect((await get(ahead.path, { 'sec-purpose': 'prefetch' })).status).toBe(204);
    expect((await get(ahead.path)).headers.get('set-cookie')).not.toBeNull();
  });

  test('of two clicks at once one wins', async () => {
    const { path } = await createSignInLink(api.database.pool, { user: 'twice', role: 'analyst' });
    // Held until all clicks have come to the link, so that none of them finds it used when it begins.
    const holder = await api.database.pool.connect();
    await holder.query('begin');
    await holder.query('select from auth.sign_in_links for update');
    const clicks = [get(path), get(path), get(path)];
    await new Promise((resolve) => setTimeout(resolve, 300));
    await holder.query('commit');
    holder.release();
    const replies = await Promise.all(clicks);
    expect(replies.filter((reply) => reply.headers.has('set-cookie'))).toHaveLength(1);
  });

  test('behind a proxy that speaks https the cookie is Secure only where the proxy is trusted', async () => {
    const { path } = await createSignInLink(api.database.pool, { user: 'proxied', role: 'analyst' });
    const response = await get(path, { 'x-forwarded-proto': 'https' });
    expect(response.headers.get('set-cookie')).not.toMatch(/Secure/);
  });

  test('a session asks only from our own page', async () => {
    const cookie = await cookieOf('page');
    expect((await post(api.url, viewer, { cookie, ...ownPage })).data).toEqual({
      viewer: { name: 'page', role: 'ANALYST' },
    });
    expect((await post(api.url, viewer, { cookie })).errors[0]?.extensions.code).toBe('CSRF');
    expect((await post(api.url, viewer, { cookie, ...ownPage, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await post(api.url, viewer, { cookie, ...ownPage, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await get('/graphql?query={viewer{name}}', { cookie })).status).toBe(403);
    const authorization = `Bearer ${api.keys.analyst}`;
    const simple = await get('/graphql?query={viewer{name}}', { authorization });
    expect([simple.status, await simple.json()]).toEqual([
      400,
      {
        errors: [
          {
            message: expect.stringContaining('x-rapport-client'),
            extensions: { code: 'CSRF', text: { en: expect.any(String), zh: expect.stringContaining('请求头') } },
          },
        ],
      },
    ]);
    expect((await get('/graphql?query={viewer{name}}', { authorization, ...ownPage })).status).toBe(200);
  });

  test('signing out ends it at once', async () => {
    const cookie = await cookieOf('leaver');
    expect((await post(api.url, viewer, { cookie, ...ownPage })).status).toBe(200);
    expect((await fetch(new URL('/sign-out', api.url), { method: 'POST', headers: { cookie } })).status).toBe(403);
    expect(
      (await fetch(new URL('/sign-out', api.url), { method: 'POST', headers: { cookie, ...ownPage } })).status,
    ).toBe(204);
    expect((await post(api.url, viewer, { cookie, ...ownPage })).status).toBe(401);
  });

  test('a disabled user is out, and gets no new link', async () => {
    const cookie = await cookieOf('gone');
    await api.database.pool.query(`update auth.users set disabled_at = now() where name = 'gone'`);
    expect((await post(api.url, viewer, { cookie, ...ownPage })).status).toBe(401);
    await expect(createSignInLink(api.database.pool, { user: 'gone' })).rejects.toThrow(/disabled/);
    await expect(createSignInLink(api.database.pool, { user: 'nobody' })).rejects.toThrow(/no user/);
  });
});

test('raw text of refused rows reaches operators only, and never where it is encrypted', async () => {
  const query = '{ quarantine { nodes { raw detail { en } reason { code title { zh } } } } }';
  const raws = async (role: 'analyst' | 'operator'): Promise<(string | null)[]> =>
    (await api.ask<{ quarantine: { nodes: { raw: string | null }[] } }>(role, query)).data!.quarantine.nodes.map(
      ({ raw }) => raw,
    );
  expect(await raws('operator')).toEqual(['o61,2018-02-30', null, 'o61,2018-02-30']);
  expect(await raws('analyst')).toEqual([null, null, null]);
});

test('an executive sees how many wait for their parent, not which', async () => {
  const query =
    '{ dataHealth { pending { rows sample } feeds { title { en } rows lastRuns { state quarantined } } waiting quarantine { rows reason { code } } lastRun { id totals { read balanced } } } }';
  const forExecutive = await api.ask<{ dataHealth: { pending: unknown } }>('executive', query);
  expect(forExecutive.errors).toEqual([]);
  expect(forExecutive.data!.dataHealth).toMatchObject({
    pending: [{ rows: 1, sample: [] }],
    waiting: 3,
    lastRun: { totals: { read: 61, balanced: true } },
  });
  const forOperator = await api.ask<{ dataHealth: { pending: unknown } }>('operator', query);
  expect(forOperator.data!.dataHealth.pending).toEqual([{ rows: 1, sample: ['o999'] }]);
});

describe('what a key may use of its role', () => {
  const asked = async (scopes: string[] | null, query: string): Promise<number> => {
    const { key } = await createApiKey(api.database.pool, { role: 'operator', label: 'narrow', scopes });
    return (await post(api.url, JSON.stringify({ query }), { authorization: `Bearer ${key}` })).status;
  };
  const figures = '{ viewer { name } metricCatalog { id } }';
  const rows = '{ orders { totalCount } }';
  const changes = 'mutation { revokeApiKey(prefix: "rpt_none") { userErrors { code } } }';
  const secrets = '{ users { name } }';
  const schema = '{ __schema { queryType { name } } }';

  test.each([
    [null, [200, 200, 200, 200, 200]],
    [['figures'], [200, 403, 403, 403, 403]],
    [
      ['figures', 'rows'],
      [200, 200, 403, 403, 403],
    ],
    [
      ['figures', 'operate'],
      [200, 403, 200, 200, 403],
    ],
    [['introspect'], [403, 403, 403, 403, 200]],
  ])('kept to %s', async (scopes, expected) => {
    const found = [];
    for (const query of [figures, rows, changes, secrets, schema]) found.push(await asked(scopes, query));
    expect(found).toEqual(expected);
  });

  test('what no key can be kept to is said', async () => {
    await expect(
      createApiKey(api.database.pool, { role: 'analyst', label: 'x', scopes: ['everything'] }),
    ).rejects.toThrow(/figures, rows, operate, introspect/);
  });

  test('a lead has a scope and nobody else', async () => {
    const { pool } = api.database;
    await expect(createApiKey(pool, { role: 'lead', label: 'x' })).rejects.toThrow(/needs a scope/);
    const scope = { dimension: 'TEAM', values: ['night'] } as const;
    await expect(createUser(pool, { name: 'no lead', role: 'analyst', scope })).rejects.toThrow(/goes with the role/);
    expect(await createUser(pool, { name: 'a lead', role: 'lead', scope })).toMatchObject({ role: 'lead', scope });
    for (const values of [['a\0b'], ['x'.repeat(201)], Array.from({ length: 501 }, (_, n) => `c${n}`)])
      await expect(
        createUser(pool, { name: 'too much', role: 'lead', scope: { dimension: 'TEAM', values } }),
      ).rejects.toThrow(/at most 500 codes/);
  });

  test('codes that no row carries are told to who gives them', async () => {
    const told = async (call: string): Promise<unknown> =>
      Object.values(
        (
          await api.ask<Record<string, { unknownCodes: string[] }>>(
            'operator',
            `mutation { ${call} { unknownCodes userErrors { code } } }`,
          )
        ).data!,
      )[0]!.unknownCodes;
    const scope = '{dimension: CARRIER, values: ["swift", "swfit"]}';
    expect(await told(`createUser(name: "Mei", role: LEAD, scope: ${scope})`)).toEqual(['swfit']);
    expect(await told('changeUser(name: "Mei", scope: {dimension: MERCHANT, values: ["m1", "m9"]})')).toEqual(['m9']);
    expect(await told('changeUser(name: "Mei", role: ANALYST)')).toEqual([]);
    expect(await told(`createApiKey(input: {label: "x", role: LEAD, scope: ${scope}})`)).toEqual(['swfit']);
  });
});

describe('operators decide who may do what', () => {
  test('a user is made, changed and disabled; their sessions end with each change; the audit tells all of it', async () => {
    const ask = <Data>(query: string) => api.ask<Data>('operator', query);
    await ask('mutation { createUser(name: "Zoe", role: ANALYST) { user { name } userErrors { code } } }');
    const link = await ask<{ createSignInLink: { path: string } }>(
      'mutation { createSignInLink(user: "Zoe") { path userErrors { text { en zh } } } }',
    );
    const cookie = (await get(link.data!.createSignInLink.path)).headers.get('set-cookie')!.split(';')[0]!;
    expect((await post(api.url, viewer, { cookie, ...ownPage })).status).toBe(200);
    const changed = await ask<{ changeUser: unknown }>(
      'mutation { changeUser(name: "Zoe", role: LEAD, scope: {dimension: TEAM, values: ["night"]}) { user { role scope { dimension values } } userErrors { code } } }',
    );
    expect(changed.data!.changeUser).toEqual({
      user: { role: 'LEAD', scope: { dimension: 'TEAM', values: ['night'] } },
      userErrors: [],
    });
    await new Promise((resolve) => setTimeout(resolve, HELD_MS - 1500));
    expect((await post(api.url, viewer, { cookie, ...ownPage })).status).toBe(401);
    await ask('mutation { changeUser(name: "Zoe", disabled: true) { user { disabledAt } } }');
    const { data } = await ask<{ auditLog: { nodes: { action: string; actor: string }[] } }>(
      '{ auditLog(where: {subject: "user Zoe"}) { nodes { action actor detail } } }',
    );
    expect(data!.auditLog.nodes.map(({ action }) => action)).toEqual([
      'user.change',
      'user.change',
      'session.sign_in',
      'link.create',
      'user.create',
    ]);
    expect(new Set(data!.auditLog.nodes.map(({ actor }) => actor))).toEqual(new Set(['key test operator', 'user Zoe']));
  });

  test('what cannot be done is told as data, in both languages', async () => {
    const { data } = await api.ask<{ changeUser: unknown }>(
      'operator',
      'mutation { changeUser(name: "nobody at all") { user { name } userErrors { code text { en zh } } } }',
    );
    expect(data!.changeUser).toMatchObject({
      user: null,
      userErrors: [{ code: 'REFUSED', text: { zh: expect.stringContaining('没有用户') } }],
    });
  });
});
