import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { startApi } from '@rapport/api';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { shop } from '../testkit/shop.ts';
import { apiOf, post, type Reply, type Role, type SeededApi } from './client.ts';
import { statementsOf } from './statements.ts';

interface Told {
  metrics: { dataVersion: string; series: { points: { value: number | null; suppressed: boolean }[] }[] };
}
const question = (more = ''): string =>
  `{ metrics(metrics: [ORDERS, PROMISE_KEPT_RATE], period: {from: "2024-03-01", to: "2024-03-31"}${more}) { dataVersion series { points { value suppressed } } } }`;

let api: SeededApi;
beforeAll(async () => {
  const made = shop();
  for (const name of ['Ada', 'Bo', 'Cy']) made.customer(name).ordered(`${name}1`, '2024-03-02 10:00');
  api = await apiOf(made);
});
afterAll(() => api.close());
// What was remembered in one test is another state's in the next.
beforeEach(() => api.database.pool.query('update ops.data_version set version = version + 1'));

const computations = (statements: readonly string[]): number =>
  statements.filter((each) => each.startsWith('explain ')).length;
async function computedFor(...queries: [Role, string][]): Promise<number> {
  return computations(
    await statementsOf(async () => {
      for (const [role, query] of queries) expect((await api.ask(role, query)).errors).toEqual([]);
    }),
  );
}
const orders = ({ data }: Reply<Told>) => data?.metrics.series[0]?.points[0];

/** Holds a table as a rewrite of it does; whatever happens, it is let go. */
async function holding(
  table: string,
  work: (holder: { query(text: string): Promise<unknown> }) => Promise<void>,
): Promise<void> {
  const holder = await api.database.pool.connect();
  try {
    await holder.query(`begin; lock table ${table} in access exclusive mode`);
    await work(holder);
  } finally {
    await holder.query('rollback');
    holder.release();
  }
}
const published = `update mart.orders_daily set orders = orders + 1 where dimension = '';
update ops.data_version set version = version + 1`;
async function waiting(atLeast: number): Promise<void> {
  const { rows } = await api.database.pool.query<{ n: number }>(
    `select count(*)::int as n from pg_stat_activity where application_name = 'rapport api' and datname = current_database() and wait_event_type = 'Lock'`,
  );
  if ((rows[0]?.n ?? 0) < atLeast) await new Promise((resolve) => setTimeout(resolve, 10)).then(() => waiting(atLeast));
}

test('the same question in other words is answered from memory', async () => {
  const where = (codes: string) => `, where: [{dimension: REGION, in: [${codes}]}]`;
  expect(
    await computedFor(
      ['analyst', question()],
      ['analyst', question(', grain: TOTAL, by: [], where: []')],
      ['analyst', question(where('"a", "b"'))],
      ['analyst', question(where('"b", "a", "b"'))],
    ),
  ).toBe(2);
});

/** The bytes as they travel: fetch would unpack them. */
async function bytesOf(query: string, accepts: string): Promise<{ encoding: string | undefined; bytes: Buffer }> {
  const headers = {
    'content-type': 'application/json',
    authorization: `Bearer ${api.keys.analyst}`,
    'accept-encoding': accepts,
  };
  const asked = httpRequest(new URL('/graphql', api.url), { method: 'POST', headers }).end(JSON.stringify({ query }));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  return { encoding: answer.headers['content-encoding'], bytes: Buffer.concat(await answer.toArray()) };
}

test('what is remembered is packed once; each answer carries its own end, and who cannot unpack it is answered plainly', async () => {
  const query = question(', grain: DAY');
  const parsed = (bytes: Buffer) => JSON.parse(bytes.toString()) as Reply<Told>;
  const first = parsed((await bytesOf(query, 'identity')).bytes);
  let packed: Buffer = Buffer.alloc(0);
  await expect
    .poll(async () => {
      const { encoding, bytes } = await bytesOf(query, 'gzip');
      packed = bytes;
      return [encoding, bytes.includes('"extensions":{"cost"')];
    })
    .toEqual(['gzip', true]);
  const told = parsed(gunzipSync(packed));
  expect(told.data).toEqual(first.data);
  expect(told.extensions.cost).toMatchObject({ requested: first.extensions.cost?.requested });
  for (const accepts of ['identity', 'gzip;q=0, identity']) {
    const { encoding, bytes } = await bytesOf(query, accepts);
    expect([encoding, parsed(bytes).data]).toEqual([undefined, first.data]);
  }
});

test('what one role was answered is never told to another', async () => {
  expect(await computedFor(['analyst', question()], ['executive', question()], ['executive', question()])).toBe(3); // an executive’s also counts the months around
  expect(orders(await api.ask<Told>('analyst', question()))).toEqual({ value: 3, suppressed: false });
  expect(orders(await api.ask<Told>('executive', question()))).toEqual({ value: null, suppressed: true });
});

test('a publish while an answer is under way: who asked before sees the old figures, who asks after it the new ones', async () => {
  let before: Promise<Reply<Told>> | undefined;
  await holding('mart.orders_daily', async (holder) => {
    before = api.ask<Told>('analyst', question());
    await waiting(1);
    await holder.query(`${published}; commit`);
  });
  const after = await api.ask<Told>('analyst', question());
  const again = await api.ask<Told>('analyst', question());
  expect(orders(await before!)?.value).toBe(3);
  expect([orders(after)?.value, orders(again)?.value]).toEqual([4, 4]);
  expect(Number(after.data?.metrics.dataVersion)).toBe(Number((await before!).data?.metrics.dataVersion) + 1);
});

test('who asks after a publish does not join a flight that began before it', async () => {
  // The flight waits for a table that the publish leaves alone.
  let flights: [Promise<Reply<Told>>, Promise<Reply<Told>>] | undefined;
  await holding('mart.promises_daily', async () => {
    const before = api.ask<Told>('analyst', question());
    await waiting(1);
    await api.database.pool.query(published);
    const after = api.ask<Told>('analyst', question());
    await waiting(2);
    flights = [before, after];
  });
  const [before, after] = await Promise.all(flights!);
  expect([orders(before)?.value, orders(after)?.value]).toEqual([4, 5]);
});

test('today moves the key, even where the version does not tell', async () => {
  expect(await computedFor(['analyst', question()], ['analyst', question()])).toBe(1);
  await api.database.pool.query(`update core.shops set as_of = as_of - 1`);
  expect(await computedFor(['analyst', question()])).toBe(1);
  await api.database.pool.query(`update core.shops set as_of = as_of + 1`);
});

test('those who wait for one who fails ask once for all of them, and nothing of the failure is kept', async () => {
  const ask = () => api.ask<Told>('analyst', question());
  const statements = await statementsOf(async () => {
    let rest: Promise<Reply<Told>>[] = [];
    await holding('mart.orders_daily', async () => {
      const first = ask();
      await waiting(1);
      rest = Array.from({ length: 5 }, ask);
      await new Promise((resolve) => setTimeout(resolve, 200));
      await api.database.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
      expect((await first).errors[0]?.extensions.code).toBe('DATABASE_UNAVAILABLE');
      await waiting(1);
    });
    const told = await Promise.all([...rest, ask()]);
    expect(new Set(told.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(told[0]?.errors).toEqual([]);
  });
  expect(computations(statements)).toBe(2);
});

test('a finding that somebody waits for is waited for by the next reader too: nothing is worked out twice', async () => {
  const finding = '{ secondOrders(shop: "gold") { refusal { code } } }';
  const statements = await statementsOf(async () => {
    let both: Promise<Reply<{ secondOrders: { refusal: { code: string } } }>>[] = [];
    await holding('journey.order_journey', async () => {
      const first = api.ask<{ secondOrders: { refusal: { code: string } } }>('analyst', finding);
      await waiting(1);
      both = [first, api.ask('analyst', finding)];
      await new Promise((resolve) => setTimeout(resolve, 200));
    });
    for (const { data } of await Promise.all(both)) expect(data?.secondOrders.refusal.code).toBe('TOO_YOUNG');
  });
  expect(statements.filter((each) => each.includes('/* days of a shop */'))).toHaveLength(1);
});

test('without memory every question is computed', async () => {
  const plain = await startApi({ databaseUrl: api.database.url, port: 0, answerCacheMb: 0, log: () => {} });
  const headers = { authorization: `Bearer ${api.keys.analyst}` };
  const statements = await statementsOf(async () => {
    for (const _ of [1, 2, 3]) await post(plain.url, JSON.stringify({ query: question() }), headers);
  });
  await plain.close();
  expect(computations(statements)).toBe(3);
});

test('a reply asked for again is the same to the letter and reads nothing but the state; a publish, other variables or another role make another', async () => {
  const by = `query By($to: LocalDate!) { metrics(metrics: [ORDERS], period: {from: "2024-03-01", to: $to}) { dataVersion series { points { value suppressed } } } }`;
  const asked = async (to: string, role: Role = 'analyst') => {
    let reply: Reply<Told> | undefined;
    const statements = await statementsOf(async () => {
      reply = await api.ask<Told>(role, by, { to });
    });
    return { reply, statements: statements.length, data: JSON.stringify(reply?.data) };
  };
  const first = await asked('2024-03-31');
  const again = await asked('2024-03-31');
  expect(again.data).toBe(first.data);
  expect(again.reply?.errors).toEqual([]);
  expect(again.statements).toBe(1);
  expect(orders((await asked('2024-03-01')).reply!)?.value).toBe(0);
  expect((await asked('2024-03-31', 'executive')).statements).toBeGreaterThan(again.statements);
  await api.database.pool.query(published);
  expect(orders((await asked('2024-03-31')).reply!)?.value).toBe(orders(first.reply!)!.value! + 1);
});
