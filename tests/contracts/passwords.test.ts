import { createUser, setPassword } from '@rapport/api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { post, seededApi, type SeededApi } from './client.ts';

const ownPage = { 'x-rapport-client': 'test', 'content-type': 'application/json' };
const viewer = JSON.stringify({ query: '{ viewer { name role } }' });
const RIGHT = 'seven lamps on a wet pier';

let api: SeededApi;
beforeAll(async () => {
  api = await seededApi();
  for (const name of ['Mei', 'Bo', 'Cy', 'Di']) {
    await createUser(api.database.pool, { name, role: 'analyst' });
    await setPassword(api.database.pool, name, RIGHT);
  }
  await createUser(api.database.pool, { name: 'No Password', role: 'analyst' });
});
afterAll(() => api.close());

const enter = (account: unknown, password: unknown, headers: Record<string, string> = ownPage): Promise<Response> =>
  fetch(new URL('/sign-in', api.url), { method: 'POST', headers, body: JSON.stringify({ account, password }) });
const cookieOf = (response: Response): string => response.headers.get('set-cookie')!.split(';')[0]!;
const askedWith = async (cookie: string): Promise<number> =>
  (await post(api.url, viewer, { cookie, 'x-rapport-client': 'test' })).status;

test('the right password signs in; the cookie is for this site and out of reach of scripts', async () => {
  const response = await enter('Mei', RIGHT);
  expect(response.status).toBe(204);
  expect(response.headers.get('set-cookie')).toMatch(
    /^rapport_session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
  );
  expect(await askedWith(cookieOf(response))).toBe(200);
});

test('only an argon2id hash with its own salt is kept', async () => {
  const { rows } = await api.database.pool.query<{ hash: string }>(
    'select password_hash as hash from auth.users where password_hash is not null',
  );
  expect(rows.every(({ hash }) => /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/.test(hash))).toBe(true);
  expect(new Set(rows.map(({ hash }) => hash)).size).toBe(rows.length);
});

test('a wrong password, an unknown name, one without a password and a disabled one get the same answer', async () => {
  await api.database.pool.query(`update auth.users set disabled_at = now() where name = 'Di'`);
  const replies = [
    await enter('Mei', 'not this one, surely'),
    await enter('Nobody', RIGHT),
    await enter('No Password', RIGHT),
    await enter('Di', RIGHT),
    await enter(7, RIGHT),
    await enter('Mei', null),
  ];
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([401]));
  expect(new Set(await Promise.all(replies.map((reply) => reply.text()))).size).toBe(1);
  expect(replies.every((reply) => reply.headers.get('set-cookie') === null)).toBe(true);
});

test('an unknown name takes the work of a known one', async () => {
  const took = async (account: string): Promise<number> => {
    const begin = process.cpuUsage();
    await enter(account, 'not this one, surely');
    const { user, system } = process.cpuUsage(begin);
    return user + system;
  };
  await took('Mei');
  const known = await took('Mei');
  const unknown = await took('Somebody Else');
  expect(unknown).toBeGreaterThan(known / 4);
});

describe('signing in from elsewhere', () => {
  test.each([
    [{ 'content-type': 'application/json' }],
    [{ ...ownPage, 'sec-fetch-site': 'cross-site' }],
    [{ ...ownPage, 'content-type': 'text/plain' }],
    [{ ...ownPage, 'content-type': 'application/x-www-form-urlencoded' }],
  ])('a page that is not ours cannot: %j', async (headers) => {
    const response = await enter('Mei', RIGHT, headers);
    expect([401, 403, 415]).toContain(response.status);
    expect(response.headers.get('set-cookie')).toBeNull();
  });
});

test('after ten failures an account is closed for a while, to the right password too, and others are not', async () => {
  const failures = [];
  for (let tries = 0; tries < 10; tries++) failures.push((await enter('Bo', 'not this one, surely')).status);
  expect(new Set(failures)).toEqual(new Set([401]));
  const closed = await enter('Bo', RIGHT);
  expect(closed.status).toBe(429);
  expect(Number(closed.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await enter('Cy', RIGHT)).status).toBe(204);
  await api.database.pool.query(`update auth.failed_sign_ins set at = at - interval '16 minutes'`);
  expect((await enter('Bo', RIGHT)).status).toBe(204);
});

test('an unknown account is closed as a known one is', async () => {
  let last = 0;
  for (let tries = 0; tries < 11; tries++) last = (await enter('Made Up', 'not this one, surely')).status;
  expect(last).toBe(429);
});

test('an address that tries many accounts is closed', async () => {
  await api.database.pool.query('delete from auth.failed_sign_ins');
  await api.database.pool.query(
    `insert into auth.failed_sign_ins (account_hash, address_hash) select sha256(n::text::bytea), sha256('address 127.0.0.1') from generate_series(1, 50) n`,
  );
  expect((await enter('Cy', RIGHT)).status).toBe(429);
  await api.database.pool.query('delete from auth.failed_sign_ins');
});

describe('sessions', () => {
  test('a new one replaces the one the browser had', async () => {
    const first = cookieOf(await enter('Mei', RIGHT));
    const second = cookieOf(await enter('Mei', RIGHT, { ...ownPage, cookie: first }));
    expect(await askedWith(first)).toBe(401);
    expect(await askedWith(second)).toBe(200);
  });

  test('one that nobody used for a day has ended, whatever its hours', async () => {
    const cookie = cookieOf(await enter('Mei', RIGHT));
    await api.database.pool.query(`update auth.sessions set seen_at = now() - interval '25 hours'`);
    expect(await askedWith(cookie)).toBe(401);
  });

  test('one whose hours are over has ended, however much it was used', async () => {
    const cookie = cookieOf(await enter('Mei', RIGHT));
    await api.database.pool.query('update auth.sessions set expires_at = now()');
    expect(await askedWith(cookie)).toBe(401);
  });

  test('signing out everywhere ends all of them at once', async () => {
    const [here, there] = [cookieOf(await enter('Mei', RIGHT)), cookieOf(await enter('Mei', RIGHT))];
    const others = cookieOf(await enter('Cy', RIGHT));
    expect([await askedWith(here), await askedWith(there)]).toEqual([200, 200]);
    const out = await fetch(new URL('/sign-out?everywhere=true', api.url), {
      method: 'POST',
      headers: { cookie: here, 'x-rapport-client': 'test' },
    });
    expect(out.status).toBe(204);
    expect([await askedWith(here), await askedWith(there), await askedWith(others)]).toEqual([401, 401, 200]);
  });

  test('a new password ends them', async () => {
    const cookie = cookieOf(await enter('Cy', RIGHT));
    await setPassword(api.database.pool, 'Cy', 'nine kites above the harbour');
    expect(await askedWith(cookie)).toBe(401);
    expect((await enter('Cy', RIGHT)).status).toBe(401);
  });
});

test('weak passwords are refused with what to do', async () => {
  for (const password of ['short', 'Mei Mei Mei Mei', 'aaaaaaaaaaaaaaaa', 'x'.repeat(300)])
    await expect(setPassword(api.database.pool, 'Mei', password)).rejects.toThrow(/password/i);
});

test('the audit tells of sign-ins and refusals, and never of a name that was only typed', async () => {
  const { rows } = await api.database.pool.query<{ action: string; subject: string }>(
    `select distinct action, subject from ops.audit where action like 'session.%' order by 1, 2`,
  );
  expect(rows).toContainEqual({ action: 'session.sign_in', subject: 'user Mei' });
  expect(rows).toContainEqual({ action: 'session.refuse', subject: 'user Bo' });
  expect(rows).toContainEqual({ action: 'session.refuse', subject: 'user unknown' });
  expect(rows.some(({ subject }) => /Made Up|Nobody|Somebody/.test(subject))).toBe(false);
});
