import { createApiKey, createUser, changeUser, revokeApiKey } from '@rapport/api';
import {
  changeSubscription,
  listSubscriptions,
  ReportWatch,
  saveSubscription,
  unsubscribe,
  type Owner,
  type SubscriptionOrder,
} from '@rapport/etl';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { mailServer } from './receivers.ts';

let database: TestDatabase;
let mails: Awaited<ReturnType<typeof mailServer>>;
beforeAll(async () => {
  [database, mails] = await Promise.all([testDatabase(), mailServer()]);
  await database.pool.query(`insert into core.shops values ('one', 'One', '一', 'Asia/Shanghai', 'CNY', '2025-03-02')`);
});
afterAll(async () => {
  await mails.close();
  await database.drop();
});
beforeEach(async () => {
  await database.pool.query('delete from ops.report_subscriptions');
});

const order: SubscriptionOrder = {
  name: 'Delivery',
  shop: 'one',
  page: '/delivery?grain=MONTH',
  language: 'en',
  landscape: true,
  cron: '0 8 * * 1',
  recipients: ['ada@example.com'],
};

async function person(name: string, role = 'analyst'): Promise<Owner> {
  await createUser(database.pool, { name, role });
  const { rows } = await database.pool.query<{ id: string }>('select id from auth.users where name = $1', [name]);
  return { id: rows[0]!.id, actor: `user ${name}`, any: role === 'operator' };
}

const codeOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: { code?: string; text?: { zh: string } }) => `${error.code} ${/[一-鿿]/.test(error.text?.zh ?? '')}`,
  );

/** Everything is due in ten days; the page is a few bytes. */
function sending(): Promise<number> {
  const print = () => Promise.resolve({ pdf: Buffer.from('%PDF'), answer: 'All is well.', dataVersion: '1' });
  const hands = { print, publicUrl: 'https://shop.example', mail: { smtp: mails.url, from: 'r@example.com' } };
  const now = new Date(Date.now() + 10 * 86_400_000);
  return new ReportWatch(database.pool, { hands: () => hands, log: () => undefined, now: () => now }).sendDue();
}

test.each<[string, Partial<SubscriptionOrder>]>([
  ['BAD_NAME', { name: 'x\0y' }],
  ['BAD_NAME', { name: 'Subject\r\nBcc: all@example.com' }],
  ['BAD_NAME', { name: 'x'.repeat(121) }],
  ['BAD_PAGE', { page: '/.//elsewhere.example/' }],
  ['BAD_PAGE', { page: '/graphql?query={viewer{name}}' }],
  ['BAD_PAGE', { page: `/delivery?q=${'字'.repeat(500)}` }],
  ['BAD_RECIPIENTS', { recipients: [`a@b.${'c'.repeat(300)}`] }],
  ['BAD_RECIPIENTS', { recipients: ['a\0@example.com'] }],
  ['BAD_RECIPIENTS', { recipients: ['a@example.com\r\nBcc: all@example.com'] }],
  ['BAD_RECIPIENTS', { recipients: ['Ada <ada@example.com>'] }],
  ['BAD_RECIPIENTS', { recipients: Array.from({ length: 51 }, (_, n) => `p${n}@example.com`) }],
  ['BAD_CRON', { cron: '0-59 0 * * *' }],
  ['BAD_CRON', { cron: '*/5 8 * * *' }],
  ['BAD_CRON', { cron: `0 ${'1,'.repeat(100)}1 * * *` }],
  ['NO_SUCH_SHOP', { shop: 'elsewhere', zone: 'Asia/Shanghai' }],
  ['BAD_ZONE', { zone: 'Moon/Base' }],
])('%s: %j is not kept', async (code, over) => {
  const owner = { id: crypto.randomUUID(), actor: 'user hostile', any: false };
  expect(await codeOf(saveSubscription(database.pool, owner, { ...order, ...over }))).toBe(`${code} true`);
  expect(await listSubscriptions(database.pool)).toEqual([]);
});

test('nobody keeps more than 50, asked for at once too; nobody changes those of others', async () => {
  const ann = await person('Ann');
  await database.pool.query(
    `insert into ops.report_subscriptions (owner_id, owner, name, shop, page, language, cron, zone, next_at)
     select $1, 'user Ann', 'many ' || n, 'one', '/', 'en', '0 8 * * 1', 'UTC', now() + interval '1 year' from generate_series(1, 48) n`,
    [ann.id],
  );
  const tried = await Promise.all(
    Array.from({ length: 5 }, (_, n) => codeOf(saveSubscription(database.pool, ann, { ...order, name: `more ${n}` }))),
  );
  expect(tried.filter((code) => code === undefined)).toHaveLength(2);
  expect(tried.filter((code) => code === 'TOO_MANY true')).toHaveLength(3);

  const [line] = await listSubscriptions(database.pool);
  const bob = await person('Bob');
  expect(await codeOf(changeSubscription(database.pool, bob, 'delete', line!.id))).toBe('NOT_FOUND true');
  expect(await codeOf(changeSubscription(database.pool, bob, 'delete', '0; drop table ops.runs'))).toBe(
    'NOT_FOUND true',
  );
});

test('sent by hand, a report goes out once, however often it is asked for', async () => {
  const eve = await person('Eve');
  const id = await saveSubscription(database.pool, eve, order);
  const before = mails.mails.length;
  const asked = await Promise.all(
    Array.from({ length: 4 }, () => codeOf(changeSubscription(database.pool, eve, 'send', id))),
  );
  expect(asked.filter((code) => code === undefined)).toHaveLength(1);
  expect(asked.filter((code) => code === 'JUST_SENT true')).toHaveLength(3);
  await database.pool.query('update ops.report_subscriptions set paused_at = now()');
  expect(await sending()).toBe(1);
  expect(mails.mails.length).toBe(before + 1);
  expect(await codeOf(changeSubscription(database.pool, eve, 'send', id))).toBe('JUST_SENT true');
});

test('of whoever has no account any longer, or sees a part of the shop only, nothing goes out until an operator takes it over', async () => {
  const { pool } = database;
  const [gone, lead] = [await person('Gone', 'executive'), await person('Leading', 'executive')];
  const made = await createApiKey(pool, { role: 'analyst', label: 'nightly' });
  const { rows } = await pool.query<{ id: string }>('select id from auth.api_keys where prefix = $1', [made.prefix]);
  const key: Owner = { id: rows[0]!.id, actor: 'key nightly', any: false };
  const ids = await Promise.all([gone, lead, key].map((owner) => saveSubscription(pool, owner, order)));
  await changeUser(pool, 'Gone', { disabled: true });
  await changeUser(pool, 'Leading', { role: 'lead', scope: { dimension: 'TEAM', values: ['night'] } });
  await revokeApiKey(pool, made.prefix);

  const before = mails.mails.length;
  expect(await sending()).toBe(0);
  expect(mails.mails.length).toBe(before);
  const lines = await listSubscriptions(pool);
  expect(lines.map(({ pausedAt, problem }) => [pausedAt !== null, /no account/.test(problem ?? '')])).toEqual(
    ids.map(() => [true, true]),
  );
  const audited = await pool.query<{ actor: string }>(`select actor from ops.audit where action = 'report.pause'`);
  expect(audited.rows).toEqual(ids.map(() => ({ actor: 'schedule' })));

  const operator = await person('Op', 'operator');
  const [first] = lines;
  const { rows: kept } = await pool.query<{ version: number }>(
    'select version from ops.report_subscriptions where id = $1',
    [first!.id],
  );
  await saveSubscription(pool, operator, { ...order, id: first!.id, version: kept[0]!.version });
  expect(await sending()).toBe(1);
  expect((await listSubscriptions(pool)).find(({ id }) => id === first!.id)).toMatchObject({
    owner: 'user Op',
    pausedAt: null,
    problem: null,
  });
});

test('a link ends what it was sent for, and nothing resembling it does', async () => {
  const id = await saveSubscription(database.pool, await person('Uma'), {
    ...order,
    recipients: ['ada@example.com', 'bob@example.com'],
  });
  const { rows } = await database.pool.query<{ token: string }>(
    'select token from ops.report_recipients where subscription_id = $1 order by address',
    [id],
  );
  const [ada] = rows.map(({ token }) => token);
  const near = `${ada!.slice(0, 31)}${ada!.endsWith('A') ? 'B' : 'A'}`;
  for (const token of [
    '',
    near,
    `${ada}x`,
    ada!.slice(0, 12),
    `${ada!.slice(0, 12)}\0`,
    '\0',
    '%',
    ada!.toLowerCase() + ' ',
  ])
    expect(await unsubscribe(database.pool, token), token).toBe(false);
  expect(await unsubscribe(database.pool, ada!)).toBe(true);
  expect(await unsubscribe(database.pool, ada!)).toBe(true);
  const ended = await database.pool.query<{ address: string }>(
    'select address from ops.report_recipients where unsubscribed_at is not null',
  );
  expect(ended.rows).toEqual([{ address: 'ada@example.com' }]);
});
