import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshJourney } from '@rapport/etl';
import { ensureRollups, rollupMaintenance, verifyRollups } from '@rapport/model/metrics';
import { keepLaterRollups, testDatabase, type TestDatabase } from '../testkit/index.ts';
import { dayAt, dice, randomShop, type Dice } from './random-shop.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomShop(21, 300).load(database.pool);
});
afterAll(() => database.drop());

const tables = [
  'orders_daily',
  'promises_daily',
  'order_pairs',
  'order_triples',
  'repurchase_gaps',
  'chain_days',
  'first_days',
  'repurchase_gap_months',
];
const dump = async (): Promise<string[]> => {
  const rows = await Promise.all(
    tables.map((table) =>
      database.pool.query<{ row: string }>(`select '${table} ' || t::text as row from mart.${table} t order by 1`),
    ),
  );
  return rows.flatMap((each) => each.rows.map(({ row }) => row));
};

async function transaction(work: (tx: pg.PoolClient) => Promise<void>): Promise<void> {
  const tx = await database.pool.connect();
  try {
    await tx.query('begin');
    await work(tx);
    await tx.query('commit');
  } catch (error) {
    await tx.query('rollback');
    throw error;
  } finally {
    tx.release();
  }
}

/** What a publish does around a change of core. */
const publish = (change: (tx: pg.PoolClient, customers: string[]) => Promise<void>, customers: string[]) =>
  transaction(async (tx) => {
    await tx.query('create temp table affected_customers (customer_id uuid primary key) on commit drop');
    await tx.query('insert into affected_customers select unnest($1::uuid[])', [customers]);
    await change(tx, customers);
    await refreshJourney(tx, 'affected', 'random');
    await rollupMaintenance.after(tx);
    await keepLaterRollups(tx, database.pool, 'random');
  });

const changes: Record<string, (dice: Dice, tx: pg.PoolClient, customers: string[]) => Promise<unknown>> = {
  'a corrected status': ({ pick }, tx, customers) =>
    tx.query(`update core.orders set status = $2 where customer_id = any($1)`, [
      customers,
      pick(['canceled', 'delivered', 'shipped']),
    ]),
  'a moved order day': ({ below }, tx, customers) =>
    tx.query(
      `update core.orders set ordered_on = $2, ordered_at = $2::date + interval '3 hours' where customer_id = any($1)`,
      [customers, dayAt(below(400))],
    ),
  'a deleted order': (_, tx, customers) =>
    tx.query(`update core.orders set deleted_at = now() where customer_id = any($1) and id::text < '8'`, [customers]),
  'an order that came back': (_, tx, customers) =>
    tx.query(`update core.orders set deleted_at = null where customer_id = any($1)`, [customers]),
  'a changed price': ({ below }, tx, customers) =>
    tx.query(`update core.order_items set price_minor = $2 where customer_id = any($1)`, [customers, below(5000)]),
  'a review withdrawn': (_, tx, customers) =>
    tx.query(`update core.reviews set deleted_at = now() where customer_id = any($1)`, [customers]),
  'a buyer who became known': (_, tx, customers) =>
    tx.query(`update core.customers set identified = not identified where customer_id = any($1)`, [customers]),
  'another region': (_, tx, customers) =>
    tx.query(`update core.orders set region_code = null where customer_id = any($1)`, [customers]),
};

describe('a delta', () => {
  const thrown = dice(5);
  it.each(Object.entries(changes))('of %s leaves what a rebuild would make', async (_, change) => {
    const { rows } = await database.pool.query<{ customer_id: string }>(
      'select distinct customer_id from core.orders order by 1',
    );
    const customers = rows.map((row) => row.customer_id).filter(() => thrown.chance(0.1));
    const before = await dump();
    await publish(async (tx) => void (await change(thrown, tx, customers)), customers);
    const maintained = await dump();
    expect(maintained).not.toEqual(before);
    expect(await verifyRollups(database.pool)).toEqual([]);
    await transaction((tx) => rollupMaintenance.rebuild(tx));
    expect(maintained).toEqual(await dump());
  });

  it('that brings nothing changes nothing', async () => {
    const before = await dump();
    await publish(async () => {}, []);
    expect(await dump()).toEqual(before);
  });

  it('that takes everything away leaves no empty cell', async () => {
    const { rows } = await database.pool.query<{ customer_id: string }>('select customer_id from core.customers');
    const all = rows.map((row) => row.customer_id);
    await publish(async (tx) => void (await tx.query('update core.orders set deleted_at = now()')), all);
    expect(await dump()).toEqual([]);
    await publish(async (tx) => void (await tx.query('update core.orders set deleted_at = null')), all);
    expect(await verifyRollups(database.pool)).toEqual([]);
  });
});

describe('verify names', () => {
  /** What verify finds after a change that is rolled back. */
  const after = async (statement: string) => {
    const tx = await database.pool.connect();
    try {
      await tx.query('begin');
      await tx.query(statement);
      return await verifyRollups(tx);
    } finally {
      await tx.query('rollback');
      tx.release();
    }
  };
  const someCell = `(select ctid from mart.orders_daily where span = 'day' and dimension = 'REGION' and value = 'east' order by day limit 1)`;

  it('the field of a corrupted cell', async () => {
    const [found, ...others] = await after(`update mart.orders_daily set gmv = gmv + 1 where ctid = ${someCell}`);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      rollup: 'mart.orders_daily',
      field: 'gmv',
      key: { dimension: 'REGION', value: 'east', shop: 'random' },
    });
    expect(Number(found?.found) - Number(found?.expected)).toBe(1);
  });

  it('a deleted cell', async () => {
    const found = await after(`delete from mart.orders_daily where ctid = ${someCell}`);
    expect(found).toMatchObject([
      { rollup: 'mart.orders_daily', field: 'row', key: { dimension: 'REGION', value: 'east' }, found: null },
    ]);
    expect(found[0]?.expected).toMatchObject({ shop: 'random' });
  });

  it('a cell too much', async () => {
    const found = await after(`insert into mart.repurchase_gaps values ('random', '2031-01-01', 3, 1)`);
    expect(found).toEqual([
      {
        rollup: 'mart.repurchase_gaps',
        key: { shop: 'random', first_day: '2031-01-01', gap_days: 3 },
        field: 'row',
        expected: null,
        found: { shop: 'random', first_day: '2031-01-01', gap_days: 3, customers: 1 },
      },
    ]);
  });

  it.each([
    [
      'mart.promises_daily',
      'update mart.promises_daily set promise_kept_rate_part = promise_kept_rate_part + 1 where ctid = (select min(ctid) from mart.promises_daily)',
    ],
    [
      'mart.order_pairs',
      'update mart.order_pairs set links = links + 1 where ctid = (select min(ctid) from mart.order_pairs)',
    ],
    [
      'mart.orders_daily',
      `update mart.orders_daily set gmv = gmv + 1 where span = 'month' and ctid = (select min(ctid) from mart.orders_daily where span = 'month' and dimension = 'REGION')`,
    ],
    [
      'mart.promises_daily',
      `delete from mart.promises_daily where ctid = (select min(ctid) from mart.promises_daily where span = 'month')`,
    ],
    [
      'mart.chain_days',
      `update mart.chain_days set last_but_one_in_month = last_but_one_in_month + 1 where ctid = (select min(ctid) from mart.chain_days)`,
    ],
    ['mart.first_days', 'delete from mart.first_days where ctid = (select min(ctid) from mart.first_days)'],
    [
      'mart.repurchase_gap_months',
      'update mart.repurchase_gap_months set customers = customers + 1 where ctid = (select min(ctid) from mart.repurchase_gap_months)',
    ],
    ['mart.order_triples', 'delete from mart.order_triples where ctid = (select min(ctid) from mart.order_triples)'],
    [
      'journey.order_journey',
      `update journey.order_journey set lateness = 'late' where ctid = (select min(ctid) from journey.order_journey where lateness = 'on_time')`,
    ],
  ])('a wrong cell of %s', async (table, statement) => {
    const found = (await after(statement)).map((each) => each.rollup);
    expect(found[0]).toBe(table);
    // What is made of a wrong journey differs from it as well.
    expect(
      found.slice(1).filter((name) => !name.startsWith(table === 'journey.order_journey' ? 'mart.' : table)),
    ).toEqual([]);
  });
});

describe('a rollup', () => {
  const hashes = async () =>
    (
      await database.pool.query<{ name: string; declaration_hash: string }>(
        'select name, declaration_hash from ops.rollups order by name',
      )
    ).rows;

  it('is built once, and again when its declaration changed or it is gone', async () => {
    expect(await ensureRollups(database.pool)).toEqual([]);
    const built = await hashes();
    await database.pool.query(
      `update ops.rollups set declaration_hash = 'of an older release' where name = 'mart.order_pairs'; drop table mart.order_triples`,
    );
    expect(await ensureRollups(database.pool)).toEqual(['mart.order_pairs', 'mart.order_triples']);
    expect(await hashes()).toEqual(built);
    expect(await verifyRollups(database.pool)).toEqual([]);
  });

  it('that is no longer declared is dropped', async () => {
    await database.pool.query(
      `create table mart.forgotten (); insert into ops.rollups values ('mart.forgotten', 'x', now())`,
    );
    await ensureRollups(database.pool);
    expect((await hashes()).map((row) => row.name)).not.toContain('mart.forgotten');
    expect((await database.pool.query(`select to_regclass('mart.forgotten') as there`)).rows).toEqual([
      { there: null },
    ]);
  });
});
