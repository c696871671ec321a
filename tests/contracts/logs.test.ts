import { createUser, setPassword, startApi, type LogLine, type RunningApi } from '@rapport/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post, seededApi, type SeededApi } from './client.ts';
import { everyField } from './every-field.ts';

/** Somebody, in every place a client writes to. */
const PLANTED = ['Zhuge Yuyu', '诸葛雨雨', '15412345678', '154-1234-5678', 'yuyu.zhuge@example.com'] as const;
const ANY = /zhuge|yuyu|诸葛|雨雨|154-?1234-?5678|example\.com/i;

const AT_ONCE = 8;

let seeded: SeededApi;
let api: RunningApi;
const log: LogLine[] = [];
beforeAll(async () => {
  seeded = await seededApi();
  api = await startApi({
    databaseUrl: seeded.database.url,
    port: 0,
    costPerMinute: 1e9,
    log: (line) => log.push(line),
  });
  await createUser(seeded.database.pool, { name: 'Zhuge Yuyu', role: 'analyst' });
  await setPassword(seeded.database.pool, 'Zhuge Yuyu', 'seven lamps on a wet pier');
});
afterAll(async () => {
  await api.close();
  await seeded.close();
});

const told = (): string => JSON.stringify(log);
const operator = (): Record<string, string> => ({ authorization: `Bearer ${seeded.keys.operator}` });
const ask = (query: string, variables: Record<string, unknown> = {}, headers = operator()) =>
  post(api.url, JSON.stringify({ query, variables }), headers);

test('the whole contract under the name of a person leaves nothing of them in the log', async () => {
  const named = everyField().map(({ query }) => {
    const whole = query.startsWith('mutation')
      ? query.replace('mutation', 'mutation ZhugeYuyu15412345678')
      : `query ZhugeYuyu15412345678 ${query}`;
    return whole.replace(/\{ (\w+)/, '{ zhugeYuyu: $1');
  });
  for (let at = 0; at < named.length; at += AT_ONCE)
    await Promise.all(named.slice(at, at + AT_ONCE).map((query) => ask(query)));
  expect(told()).not.toMatch(ANY);
});

test('what is looked for, asked wrongly, typed into the address or the sign-in page stays out of it', async () => {
  for (const text of PLANTED) {
    await ask('query ($s: String) { customers(where: { externalId: $s }) { totalCount } }', { s: text });
    await ask('query ($s: ID!) { customer(id: $s) { id } }', { s: text });
    await ask('query ($s: LocalDate!) { metrics(metrics: [ORDERS], period: { from: $s, to: $s }) { asOf } }', {
      s: text,
    });
    await ask('mutation ($s: String!) { createUser(name: $s, role: LEAD) { userErrors { code } } }', { s: text });
    await ask('mutation ($s: String!) { createSignInLink(user: $s) { userErrors { code } } }', { s: text });
    await ask('{ customers(after: "x") { totalCount } }', { s: text });
    await ask(`{ nothing(named: ${JSON.stringify(text)}) }`);
    await ask(`{ orders(where: { ${text} }) `);
    await fetch(new URL(`/graphql/${encodeURIComponent(text)}?q=${encodeURIComponent(text)}`, api.url));
    await fetch(new URL(`/customers/${encodeURIComponent(text)}`, api.url), {
      headers: { referer: 'https://yuyu.example.com/' },
    });
    await fetch(new URL('/sign-in', api.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-rapport-client': 'test' },
      body: JSON.stringify({ account: text, password: text }),
    });
    await fetch(new URL(`/sign-in?token=${encodeURIComponent(text)}`, api.url), { redirect: 'manual' });
    await ask('{ viewer { name } }', {}, { authorization: `Bearer ${encodeURIComponent(text)}` });
  }
  await fetch(new URL('/graphql', api.url), {
    method: 'POST',
    headers: { ...operator(), 'content-type': 'application/json' },
    body: `{"query": "${PLANTED[1]}`,
  });
  expect(told()).not.toMatch(ANY);
});

test('a fault whose message quotes a value is told without it, and can still be found by its id', async () => {
  const { pool } = seeded.database;
  const before = log.length;
  await pool.query('alter function core.id_of(text, text, text) rename to id_of_kept');
  await pool.query(
    `create function core.id_of(concept text, shop text, external text) returns uuid language plpgsql as $$ begin raise exception 'no such customer "%"', external; end $$`,
  );
  const ids: unknown[] = [];
  for (const text of PLANTED) {
    const reply = await ask('query ($s: String) { zhugeYuyu: customers(where: { externalId: $s }) { nodes { id } } }', {
      s: text,
    });
    ids.push(reply.errors[0]?.extensions['errorId']);
  }
  await pool.query('drop function core.id_of(text, text, text)');
  await pool.query('alter function core.id_of_kept(text, text, text) rename to id_of');
  const lines = log.slice(before);
  expect(lines.map(({ errorId }) => errorId)).toEqual(ids);
  expect(lines.map(({ event, code, message }) => [event, code, message])).toEqual(
    PLANTED.map(() => ['unexpected_error', 'P0001', 'error: no such customer "…"']),
  );
  expect(String(lines[0]?.['stack'])).toMatch(/^\s+at /);
  expect(told()).not.toMatch(ANY);
});
