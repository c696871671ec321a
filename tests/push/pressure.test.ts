import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { order, PushedShop } from './house.ts';

let shop: PushedShop;
beforeAll(async () => {
  shop = await new PushedShop().open(4_000);
});
afterAll(() => shop.close());

const ids = async (): Promise<string[]> =>
  (await shop.ask<{ id: string }>('select external_id as id from core.orders order by 1')).map(({ id }) => id);
const settled = (): Promise<{ state: string; n: number }[]> =>
  shop.ask('select state, count(*)::int as n from ops.push_batches group by 1 order by 1');

describe('batches that wait', () => {
  it('are taken up to a limit; who is sent away comes again with the same key', async () => {
    const many = Array.from({ length: 10 }, (_, at) => order(`A${at}`));
    const first = await shop.send('orders', many);
    expect(first.status).toBe(202);
    const rows = Array.from({ length: 30 }, (_, at) => order(`B${at}`));
    const full = await shop.send('orders', rows, { idempotencyKey: 'again' });
    expect([full.status, full.body.error?.code, full.headers.get('retry-after')]).toEqual([429, 'BACK_PRESSURE', '5']);
    await shop.publisher.round();
    expect((await shop.send('orders', rows, { idempotencyKey: 'again' })).status).toBe(202);
    await shop.publisher.round();
    expect(await ids()).toHaveLength(40);
  });

  it('are published once, however many processes publish', async () => {
    const others = [shop.anotherPublisher(), shop.anotherPublisher()];
    for (let at = 0; at < 5; at++) await shop.send('orders', [order(`C${at}`)]);
    await Promise.all([shop.publisher, ...others].map((one) => one.round()));
    await shop.publisher.round();
    expect((await ids()).filter((id) => id.startsWith('C'))).toHaveLength(5);
    expect(await settled()).toEqual([{ state: 'published', n: 7 }]);
    const inserted = await shop.ask(
      `select sum(inserted)::int as n from ops.run_feeds f where feed = 'orders' and home and exists (select from ops.runs r where r.run_id = f.run_id and r.state = 'committed')`,
    );
    expect(inserted).toEqual([{ n: 45 }]);
  });

  it('wait on where the process that had them ends', async () => {
    await shop.send('orders', [order('D')]);
    const leaving = shop.anotherPublisher();
    const round = leaving.round();
    await leaving.close();
    await round;
    await shop.publisher.round();
    expect((await ids()).filter((id) => id === 'D')).toEqual(['D']);
  });

  it('do not wait for one that cannot be published', async () => {
    await shop.house.pool.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no'; end $$;
       create trigger refuse before insert on core.orders for each row when (new.external_id = 'POISON') execute function refuse()`,
    );
    await shop.send('orders', [order('E')]);
    const { body } = await shop.send('orders', [order('POISON')]);
    await shop.send('orders', [order('F')]);
    await shop.publisher.round();
    expect((await ids()).filter((id) => /^[EF]$|POISON/.test(id))).toEqual(['E', 'F']);
    const failed = await shop.batch(body.batch);
    expect(failed).toMatchObject({ state: 'failed', errorCode: 'database_error' });
    expect(await shop.ask(`select state from ops.runs where run_id = ${failed.runId}`)).toEqual([{ state: 'failed' }]);
    expect(await shop.ask(`select body is not null as kept from ops.push_batches where state = 'failed'`)).toEqual([
      { kept: true },
    ]);
  });
});
