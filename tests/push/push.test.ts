import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { revokeFeedKey } from '@rapport/api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { order, PushedShop } from './house.ts';

let shop: PushedShop;
beforeAll(async () => {
  shop = await new PushedShop().open();
});
afterAll(() => shop.close());

const orders = () =>
  shop.ask<{ id: string; status: string }>(
    'select external_id as id, status from core.orders where deleted_at is null order by 1',
  );

describe('rows that are pushed', () => {
  it('are answered for row by row, and published together', async () => {
    const { status, body } = await shop.send('orders', [
      order('A'),
      order('B', { status: null }),
      '{"external_id": "C", ',
      '',
      order('D', { ordered_at: 'yesterday-ish' }),
      order('E', { colour: 'red' }),
      order('F', { ordered_at: '2285-01-01T00:00:00Z' }),
      '[1]',
      order('G'),
    ]);
    expect(status).toBe(202);
    expect(body).toMatchObject({ accepted: 2, refused: 6, repeated: false });
    expect(body.rows.map(({ line, status: fate, reason, field }) => [line, fate, reason, field])).toEqual([
      [1, 'accepted', undefined, undefined],
      [2, 'refused', 'missing_value', 'status'],
      [3, 'refused', 'invalid_json', null],
      [5, 'refused', 'invalid_date', 'ordered_at'],
      [6, 'refused', 'unknown_column', 'colour'],
      [7, 'refused', 'implausible_date', 'ordered_at'],
      [8, 'refused', 'invalid_json', null],
      [9, 'accepted', undefined, undefined],
    ]);
    expect(body.rows[1]?.title?.zh).toMatch(/\p{Script=Han}/u);
    expect(await shop.batch(body.batch)).toMatchObject({ state: 'waiting', rows: 2, runId: null });
    expect(await orders()).toEqual([]);

    await shop.publisher.round();
    expect(await orders()).toEqual([
      { id: 'A', status: 'delivered' },
      { id: 'G', status: 'delivered' },
    ]);
    const published = await shop.batch(body.batch);
    expect(published).toMatchObject({ state: 'published', errorCode: null });
    expect(await shop.ask(`select trigger, state from ops.runs where run_id = ${published.runId}`)).toEqual([
      { trigger: 'push', state: 'committed' },
    ]);
    expect(await shop.ask('select count(*)::int as n from ops.quarantine')).toEqual([{ n: 0 }]);
  });

  it('of several requests are one load', async () => {
    const sent = await Promise.all([
      shop.send('order_items', [{ external_id: 'A-1', order_ref: 'A', item_no: 1, price: '19.90' }]),
      shop.send('orders', [order('H')]),
      shop.send('order_items', [{ external_id: 'H-1', order_ref: 'H', item_no: 1, price: 5 }]),
    ]);
    expect(sent.map(({ status, body }) => [status, body.error?.code, body.rows[0]?.reason])).toEqual(
      Array.from({ length: 3 }, () => [202, undefined, undefined]),
    );
    const before = await shop.ask<{ n: number }>('select count(*)::int as n from ops.runs');
    await shop.publisher.round();
    const after = await shop.ask<{ n: number }>('select count(*)::int as n from ops.runs');
    expect(after[0]!.n - before[0]!.n).toBe(1);
    expect(await shop.ask('select external_id as id, price_minor as minor from core.order_items order by 1')).toEqual([
      { id: 'A-1', minor: 1990 },
      { id: 'H-1', minor: 500 },
    ]);
  });

  it('that came before count once, however often they are sent', async () => {
    const rows = [order('I')];
    const first = await shop.send('orders', rows, { idempotencyKey: 'once' });
    const again = await shop.send('orders', rows, { idempotencyKey: 'once' });
    expect(again).toMatchObject({
      status: 202,
      body: { batch: first.body.batch, repeated: true, rows: first.body.rows },
    });
    const other = await shop.send('orders', [order('J')], { idempotencyKey: 'once' });
    expect([other.status, other.body.error?.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    await shop.publisher.round();
    expect((await shop.send('orders', rows, { idempotencyKey: 'once' })).body.repeated).toBe(true);
    expect((await orders()).map(({ id }) => id)).toEqual(['A', 'G', 'H', 'I']);
  });

  it('at the same moment with the same key are one batch', async () => {
    const rows = [order('K')];
    const sent = await Promise.all(
      Array.from({ length: 8 }, () => shop.send('orders', rows, { idempotencyKey: 'race' })),
    );
    expect(new Set(sent.map(({ body }) => body.batch)).size).toBe(1);
    expect(sent.filter(({ body }) => !body.repeated)).toHaveLength(1);
  });

  it('that are newer win, whatever is published with them', async () => {
    await shop.send('orders', [order('L', { status: 'created' })]);
    await shop.send('orders', [order('L', { status: 'canceled' })]);
    await shop.publisher.round();
    expect((await orders()).find(({ id }) => id === 'L')?.status).toBe('canceled');
    await shop.send('orders', [order('L', { status: 'created', source_version: '2020-01-01T00:00:00Z' })]);
    await shop.send('orders', [order('L', { status: 'delivered', source_version: '2025-02-01T00:00:00Z' })]);
    await shop.send('orders', [order('L', { status: 'shipped', source_version: '2025-01-01T00:00:00Z' })]);
    await shop.publisher.round();
    expect((await orders()).find(({ id }) => id === 'L')?.status).toBe('delivered');
  });

  it('and tell who somebody is are in clear nowhere, waiting or published', async () => {
    const sent = await shop.send('customers', [
      { external_id: 'c-A', name: '王小明', phone: '13812345678', email: 'xiaoming@example.com' },
    ]);
    expect(sent.status).toBe(202);
    const waiting = await shop.ask<{ body: Buffer }>(`select body from ops.push_batches where state = 'waiting'`);
    expect(waiting.map(({ body }) => body.toString('latin1')).join('')).not.toContain('13812345678');
    await shop.publisher.round();
    expect(
      await shop.ask(`select name_masked as name, phone_masked as phone from core.customers where external_id = 'c-A'`),
    ).toEqual([{ name: '王*', phone: '138****5678' }]);
    expect(await shop.ask('select count(*)::int as n from ops.push_batches where body is not null')).toEqual([
      { n: 0 },
    ]);
    expect(existsSync(join(shop.home, 'spool', 'till')) ? readdirSync(join(shop.home, 'spool', 'till')) : []).toEqual(
      [],
    );
  });
});

describe('a request that cannot be taken', () => {
  it.each([
    ['without a key', 401, 'UNAUTHENTICATED', { key: '' }],
    ['with a key of nobody', 401, 'UNAUTHENTICATED', { key: 'rpf_nobody' }],
    ['without an idempotency key', 400, 'IDEMPOTENCY_KEY_MISSING', { idempotencyKey: '' }],
    ['as something else', 415, 'UNSUPPORTED_MEDIA_TYPE', { type: 'application/json' }],
  ])('%s is %i %s', async (_, status, code, how) => {
    const reply = await shop.send('orders', [order('Z')], how);
    expect([reply.status, reply.body.error?.code]).toEqual([status, code]);
    expect(reply.body.error?.text.zh).toMatch(/\p{Script=Han}/u);
  });

  it('names what there is where the feed is unknown', async () => {
    const { status, body } = await shop.send('ordres', [order('Z')]);
    expect([status, body.error?.code]).toEqual([404, 'UNKNOWN_FEED']);
    expect(body.error?.message).toContain('order_items');
  });

  it('says so where no row is good or there is none', async () => {
    const none = await shop.send('orders', [order('Z', { status: null })]);
    expect([none.status, none.body.error?.code, none.body.refused]).toEqual([422, 'NOTHING_ACCEPTED', 1]);
    expect((await shop.send('orders', ['', ' '])).body.error?.code).toBe('EMPTY_BODY');
  });

  it('may hold 10,000 rows, not more', async () => {
    const lines = (many: number) => Array.from({ length: many }, () => '{}');
    expect((await shop.send('orders', lines(10_000))).body.error?.code).toBe('NOTHING_ACCEPTED');
    expect((await shop.send('orders', lines(10_001))).body.error?.code).toBe('TOO_MANY_ROWS');
  });

  it('is refused before it is read where it is too large', async () => {
    const { status } = await shop.send('orders', Buffer.alloc(11 * 1024 * 1024, 32));
    expect(status).toBe(413);
  });

  it('with a key that is revoked is refused at once', async () => {
    await revokeFeedKey(shop.house.pool, shop.key);
    expect((await shop.send('orders', [order('Z')])).status).toBe(401);
  });
});
