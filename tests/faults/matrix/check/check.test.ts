import { afterAll, beforeAll, beforeEach, expect, inject, it } from 'vitest';
import { Arena } from '../arena/arena.ts';
import type { House } from '../arena/house.ts';
import { MatrixServer } from '../arena/server.ts';
import { mustLoad, prepared } from '../cases/tries.ts';
import { check } from './check.ts';
import { hashes } from './dump.ts';
import { Poller } from './poller.ts';

let arena: Arena;
let loaded: House;
let house: House;

beforeAll(async () => {
  const { adminUrl, template } = inject('postgres');
  arena = new Arena(new MatrixServer(adminUrl, template), 40, { kills: 1, killSize: 40, shuffles: 1 });
  const { house: made, shop } = await prepared(arena, 3, { loaded: true });
  made.put(
    'reviews-9.csv',
    'id,order,score,message,answered,changed\nbad,o1,x,,2024-03-05 08:00:00,2024-03-05 08:00:00\n',
    {
      refused: [
        {
          raw: Buffer.from('bad,o1,x,,2024-03-05 08:00:00,2024-03-05 08:00:00'),
          reason: 'invalid_number',
          field: 'score',
        },
      ],
    },
  );
  made.deliver(shop.next());
  await mustLoad(made);
  await made.close();
  loaded = made;
});
beforeEach(async () => {
  house = await arena.twin(loaded, true);
});
afterAll(async () => {
  await arena.close();
  await arena.server.close();
});

it('a house that is right has nothing that violates', async () => {
  expect(await check(house, house.sent)).toEqual([]);
});

const one = (table: string): string => `ctid = (select min(ctid) from ${table})`;

it.each([
  [
    'I1',
    'a count that does not say what was read',
    `update ops.run_feeds set read = read + 1, inserted = inserted + 1 where file_name = 'items-1.csv'`,
  ],
  [
    'I2',
    'a fen too much',
    `update core.order_items set price_minor = price_minor + 1 where ${one('core.order_items')}`,
  ],
  ['I2', 'an order of another status', `update core.orders set status = 'lost' where ${one('core.orders')}`],
  ['I2', 'a row too few', `delete from core.reviews where ${one('core.reviews')}`],
  ['I5', 'a run without an end', `update ops.runs set state = 'running' where run_id = 1`],
  ['I5', 'a file forgotten', `delete from ops.files where name = 'goods-1.csv'`],
  [
    'I6',
    'a cell too large',
    `update mart.orders_daily set orders = orders + 1 where dimension = '' and ${one('mart.orders_daily')}`,
  ],
  ['I6', 'a journey forgotten', `delete from journey.order_journey where ${one('journey.order_journey')}`],
  [
    'I6',
    'a cell too many',
    `insert into mart.repurchase_gaps (shop, first_day, gap_days, customers) values ('bazaar', '2020-01-01', 3, 1)`,
  ],
  ['I8', 'an orphan', `update core.payments set order_id = gen_random_uuid() where ${one('core.payments')}`],
  ['I8', 'a row that waits no more', 'delete from ops.pending'],
  [
    'I9',
    'other bytes in quarantine',
    `update ops.quarantine set raw = 'bad,o1,y,,2024-03-05 08:00:00,2024-03-05 08:00:00'`,
  ],
  ['I9', 'another reason', `update ops.quarantine set reason = 'missing_value'`],
  ['I10', 'a token held twice', 'update ops.runs set fencing_token = 1'],
  ['I11', 'a working table left', 'create table landing.left_behind ()'],
  ['I13', 'a version nobody published', 'update ops.data_version set version = version + 1'],
])('%s: %s is found', async (invariant, _what, damage) => {
  await house.pool.query(damage);
  const found = await check(house, house.sent);
  expect(found.map((line) => line.split(' ')[0])).toContain(invariant);
});

it('I3: one changed value changes the hash of its table, and of no other', async () => {
  const before = await hashes(house);
  await house.pool.query(`update core.products set title = 'other' where external_id = 's1'`);
  const after = await hashes(house);
  expect([...after].filter(([name, hash]) => before.get(name) !== hash).map(([name]) => name)).toEqual([
    'core.products',
  ]);
});

it('I4: a moment between two tables is seen', async () => {
  const poller = await Poller.start(house.url);
  await house.pool.query(`update core.orders set deleted_at = now() where ${one('core.orders')}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const { violations } = await poller.stop();
  expect(violations).toHaveLength(1);
  expect(violations[0]).toMatch(/^I4 tables of one moment do not agree/);
});
