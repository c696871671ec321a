import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { breaches } from './distribution.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

it('facts can be spread over machines by their customer', async () => {
  expect(await breaches(database.pool)).toEqual([]);
});

const offences: [string, string][] = [
  ['core.forgotten ', 'create table core.forgotten (id uuid primary key)'],
  ['core.orders_external_id_idx ', 'create unique index on core.orders (external_id)'],
  [
    'by_id ',
    'alter table core.products add constraint by_id foreign key (id) references core.customers (customer_id) not valid',
  ],
  [
    'core.reviews ',
    'alter table core.reviews drop constraint reviews_pkey; alter table core.reviews alter customer_id drop not null',
  ],
  ['core.orders_no_seq ', 'alter table core.orders add no bigserial'],
  ['stamp ', 'create rule stamp as on insert to core.orders do also notify stamped'],
];

it('lets facts of one customer refer to each other: they lie on the same machine', async () => {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(
      'alter table core.payments add foreign key (customer_id, order_id) references core.orders (customer_id, id) not valid',
    );
    expect(await breaches(client)).toEqual([]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

it.each(offences)('names %sas a breach', async (name, sql) => {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(sql);
    expect(await breaches(client)).toEqual([expect.stringContaining(name)]);
  } finally {
    await client.query('rollback');
    client.release();
  }
});
