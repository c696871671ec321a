import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse } from './house.ts';
import { link, order } from './rows.ts';

let feeds: FeedHouse;
beforeAll(() => {
  feeds = new FeedHouse([
    { name: 'back', shop: 'tried', feeds: ['customers', 'orders'], delivery: 'snapshot', sealed: true },
    { name: 'club', shop: 'tried', feeds: ['customer_links'], delivery: 'snapshot' },
  ]);
});
afterAll(() => feeds.close());

async function contacts(house: TestDatabase): Promise<string[]> {
  const { rows } = await house.pool.query<{ line: string }>(
    `select c.external_id || ': ' || v.field || ' of ' || named.external_id as line from vault.contacts v
     join core.customers c using (customer_id) join core.customers named on named.customer_id = v.named_customer_id order by 1`,
  );
  return rows.map(({ line }) => line);
}

it('sealed contacts lie with the customer who stays, whose they were is remembered, and a withdrawn link gives them back', async () => {
  const house = await feeds.open();
  const people = (phone: string | null) =>
    feeds.deliver('back', 'customers', [
      { external_id: 'ada', name: 'Ada', phone },
      { external_id: 'bob', name: 'Bob' },
    ]);
  feeds.deliver('back', 'orders', [order('o1', 'ada')]);
  people('13812341234');
  feeds.deliver('club', 'customer_links', [link('ada', 'bob')]);
  await feeds.load(house, 'back');
  await feeds.load(house, 'club');
  expect(await contacts(house)).toEqual(['bob: name of ada', 'bob: name of bob', 'bob: phone of ada']);
  people(null);
  await feeds.load(house, 'back');
  expect(await contacts(house)).toEqual(['bob: name of ada', 'bob: name of bob']);
  people('13812341234');
  feeds.deliver('club', 'customer_links', []);
  await feeds.load(house, 'back');
  await feeds.load(house, 'club', { allowDeletes: true });
  expect(await contacts(house)).toEqual(['ada: name of ada', 'ada: phone of ada', 'bob: name of bob']);
  const linkedFirst = await feeds.open();
  feeds.deliver('club', 'customer_links', [link('ada', 'bob')]);
  await feeds.load(linkedFirst, 'club');
  await feeds.load(linkedFirst, 'back');
  expect(await contacts(linkedFirst)).toEqual(['bob: name of ada', 'bob: name of bob', 'bob: phone of ada']);
});
