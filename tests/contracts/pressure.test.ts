import { startApi, type ApiOptions, type RunningApi } from '@rapport/api';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { post, seededApi, type Reply, type SeededApi } from './client.ts';

let seeded: SeededApi;
let api: RunningApi;
beforeAll(async () => {
  seeded = await seededApi();
});
afterEach(() => api?.close());
afterAll(() => seeded.close());

const start = async (options: Partial<ApiOptions> = {}): Promise<void> => {
  api = await startApi({ databaseUrl: seeded.database.url, port: 0, log: () => {}, ...options });
};
const headers = (): Record<string, string> => ({ authorization: `Bearer ${seeded.keys.analyst}` });
const ask = (query: string): Promise<Reply<Record<string, unknown>>> =>
  post(api.url, JSON.stringify({ query }), headers());
const shops = '{ shops { code } }';
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Statements of the API that run, or wait for a lock, just now. */
async function busy(): Promise<{ pid: number; query: string }[]> {
  const { rows } = await seeded.database.pool.query<{ pid: number; query: string }>(
    `select pid, query from pg_stat_activity where application_name = 'rapport api' and datname = current_database() and state = 'active'`,
  );
  return rows;
}
async function until(true_: () => Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await pause(10)) if (await true_()) return;
  throw new Error('It never came to that.');
}

async function held(table: string, work: () => Promise<void>): Promise<void> {
  const holder = await seeded.database.pool.connect();
  try {
    await holder.query(`begin; lock table ${table} in access exclusive mode`);
    await work();
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}

describe('more clients than can wait', () => {
  test('of five hundred at once some are told to come again in a second, nobody is lost, and it is over with the cause', async () => {
    // Who has to wait is not to be told that it took too long, however slow the machine.
    await start({ poolSize: 10, queueSize: 100, statementTimeoutMs: 120_000, requestTimeoutMs: 120_000 });
    await ask(shops);
    let sent = 0;
    let replies: Promise<{ status: number; retry: string | null }[]> | undefined;
    await held('core.shops', async () => {
      replies = Promise.all(
        Array.from({ length: 500 }, async () => {
          const response = await fetch(new URL('/graphql', api.url), {
            method: 'POST',
            headers: { 'content-type': 'application/json', ...headers() },
            body: JSON.stringify({ query: shops }),
          });
          await response.arrayBuffer();
          sent += 1;
          return { status: response.status, retry: response.headers.get('retry-after') };
        }),
      );
      await until(async () => (await busy()).length === 10);
      await until(async () => sent >= 500 - 100 - 10);
    });
    const told = await replies!;
    const refused = told.filter(({ status }) => status === 503);
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([200, 503]));
    expect(refused.length).toBeGreaterThanOrEqual(500 - 100 - 10);
    expect(new Set(refused.map(({ retry }) => retry))).toEqual(new Set(['1']));
    expect((await ask(shops)).status).toBe(200);
  });
});

describe('who gives up', () => {
  test('a client that goes takes its statement along, and its connection serves the next', async () => {
    await start({ poolSize: 1 });
    await ask(shops);
    await held('core.shops', async () => {
      const gone = new AbortController();
      const asked = fetch(new URL('/graphql', api.url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers() },
        body: JSON.stringify({ query: shops }),
        signal: gone.signal,
      }).catch((error: unknown) => error);
      await until(async () => (await busy()).length === 1);
      gone.abort();
      await asked;
      await until(async () => (await busy()).length === 0);
      // The table is still held: what is asked of another one is answered all the same.
      expect((await ask('{ orders(first: 1) { nodes { id } } }')).status).toBe(200);
    });
  });

  test('a request that takes too long as a whole is broken off in words, and so is its statement', async () => {
    await start({ requestTimeoutMs: 300 });
    await held('core.shops', async () => {
      const { status, errors } = await ask(shops);
      expect(status).toBe(503);
      expect(errors[0]?.extensions.code).toBe('TIMED_OUT');
      await until(async () => (await busy()).length === 0);
    });
    expect((await ask(shops)).status).toBe(200);
  });
});

test('a statement names the operation it belongs to, whatever the operation calls itself', async () => {
  await start();
  await held('core.shops', async () => {
    const asked = ask('query TheShops { shops { code } }');
    // Sign-in asks before it, under no name.
    const isNamed = async () => (await busy()).some(({ query }) => query.endsWith('operation TheShops */'));
    await expect.poll(isNamed).toBe(true);
    void asked;
  });
});
