import { createApiKey, startApi, type ApiOptions, type RunningApi } from '@rapport/api';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { post, seededApi, type Reply, type SeededApi } from './client.ts';
import { statementsOf } from './statements.ts';

let api: SeededApi;
let running: RunningApi | undefined;
beforeAll(async () => {
  api = await seededApi();
});
afterEach(async () => {
  await running?.close();
  running = undefined;
});
afterAll(() => api.close());

async function asker(options: Partial<ApiOptions>): Promise<<Data>(query: string) => Promise<Reply<Data>>> {
  running = await startApi({ databaseUrl: api.database.url, port: 0, log: () => {}, ...options });
  const { url } = running;
  const { key } = await createApiKey(api.database.pool, { role: 'analyst', label: 'spender' });
  return (query) => post(url, JSON.stringify({ query }), { authorization: `Bearer ${key}` });
}

const id = '00000000-0000-0000-0000-000000000001';
const lookUps = (count: number): string =>
  `{ ${Array.from({ length: count }, (_, n) => `a${n}: order(id: "${id}") { id }`).join(' ')} }`;

describe('the budget of a principal', () => {
  test('two hundred look-ups over fourteen requests count as two hundred', async () => {
    const ask = await asker({ costPerMinute: 100_000 });
    let spent = 0;
    let remaining = 100_000;
    for (const count of [...Array.from({ length: 13 }, () => 15), 5]) {
      const { extensions, errors } = await ask(lookUps(count));
      expect(errors).toEqual([]);
      expect(extensions.cost).toMatchObject({ requested: count, limit: 5000, perMinute: 100_000 });
      spent += extensions.cost!.requested;
      ({ remaining } = extensions.cost as unknown as { remaining: number });
    }
    expect(spent).toBe(200);
    // Ten seconds of a full minute's budget would bring more back than was spent: it is full again, or nearly.
    expect(remaining).toBeGreaterThanOrEqual(100_000 - 200);
  });

  test('spent, the next look-up is refused before any SQL, says when to come again, and others are not touched', async () => {
    const ask = await asker({ costPerMinute: 30 });
    expect((await ask(lookUps(15))).status).toBe(200);
    expect((await ask(lookUps(15))).status).toBe(200);
    const statements = await statementsOf(async () => {
      const { status, errors, data } = await ask(lookUps(15));
      expect(status).toBe(429);
      expect(data).toBeNull();
      expect(errors[0]?.extensions).toMatchObject({ code: 'BUDGET_SPENT', retryAfter: expect.any(Number) });
    });
    expect(statements).toEqual([]);
    const other = await createApiKey(api.database.pool, { role: 'analyst', label: 'other' });
    const headers = { authorization: `Bearer ${other.key}` };
    expect((await post(running!.url, JSON.stringify({ query: lookUps(15) }), headers)).status).toBe(200);
    const refused = await fetch(new URL('/graphql', running!.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query: '{ orders(first: 40) { nodes { id } } }' }),
    });
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });

  test('a look-up of one value costs too', async () => {
    const ask = await asker({ costPerMinute: 1000 });
    expect((await ask('{ viewer { name } }')).extensions.cost!.requested).toBe(1);
  });
});

test('asked again and again, as a program too, a question is answered as the first time', async () => {
  const ask = await asker({});
  const query =
    '{ orders(first: 2) { totalCount nodes { id items { id } } } customers(first: 2) { totalCount nodes { orders(first: 1) { totalCount } } } reviews { totalCount } dataHealth { dataVersion } }';
  const replies = [await ask(query), await ask(query), await ask(query)];
  expect(replies[0]!.errors).toEqual([]);
  for (const { data, errors } of replies) expect({ data, errors }).toEqual({ data: replies[0]!.data, errors: [] });
});
