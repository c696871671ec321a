import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { refreshJourney } from '@rapport/etl';
import { rollupMaintenance, verifyRollups } from '@rapport/model/metrics';
import { lastLine, rapport } from '../../setup/run-rapport.ts';
import { keepLaterRollups, testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { randomJourneys } from './random-journeys.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomJourneys(11, 300).load(database.pool);
  await randomJourneys(12, 60, 'other').load(database.pool);
  await database.pool.query('analyze');
});
afterAll(() => database.drop());

const tables = {
  order_journey: 'customer_id, order_id',
  parcel_scans: 'customer_id, shipment_id',
  case_sequels: 'customer_id, case_id',
  visit_journey: 'customer_id, visit_id',
  product_views: 'customer_id, visit_id, product_id',
};

async function transaction<T>(
  work: (tx: pg.PoolClient) => Promise<T>,
  end: 'commit' | 'rollback' = 'commit',
): Promise<T> {
  const tx = await database.pool.connect();
  try {
    await tx.query('begin');
    const made = await work(tx);
    await tx.query(end);
    return made;
  } catch (error) {
    await tx.query('rollback');
    throw error;
  } finally {
    tx.release();
  }
}

async function dump(db: Pick<pg.PoolClient, 'query'>): Promise<Record<string, string[]>> {
  const made: Record<string, string[]> = {};
  for (const [table, key] of Object.entries(tables)) {
    const { rows } = await db.query<{ row: string }>(`select t::text as row from journey.${table} t order by ${key}`);
    made[table] = rows.map(({ row }) => row);
  }
  return made;
}

it('every table of journey holds what verify finds in core', async () => {
  const made = await dump(database.pool);
  for (const rows of Object.values(made)) expect(rows.length).toBeGreaterThan(50);
  expect(await verifyRollups(database.pool)).toEqual([]);
});

it('the random shop has what the journey can tell', async () => {
  const { rows } = await database.pool.query<{ loyalty: string[]; failures: string[]; told: boolean }>(
    `select (select array_agg(distinct loyalty order by loyalty) from journey.order_journey) as loyalty,
       (select array_agg(distinct f order by f) from journey.order_journey, unnest(failures) f) as failures,
       (select count(tier) > 9 and count(loyal_until) > 9 and count(delay_notified_at) > 9 and sum(compensated_failures) > 9
          and count(distinct reviews_read) = 2 and count(distinct peak) = 2 from journey.order_journey) as told`,
  );
  expect(rows).toEqual([
    {
      loyalty: ['loyal', 'new', 'occasional'],
      failures: ['damaged', 'late', 'lost', 'not_as_described', 'quality', 'wrong_item'],
      told: true,
    },
  ]);
});

describe('a change of some customers', () => {
  const changes: Record<string, string> = {
    'scans that come late': `update core.tracking_events set occurred_at = occurred_at + interval '5 hours', recorded_at = null where mine`,
    'an order withdrawn': `update core.orders set deleted_at = now() where mine and id::text < '8'`,
    'an order moved': `update core.orders set ordered_on = ordered_on - 40, ordered_at = ordered_at - interval '40 days' where mine`,
    'cases of another topic': `update core.service_cases set topic = 'damaged', case_type = 'complaint', channel = 'chat' where mine`,
    'visits withdrawn': `update core.touchpoints set deleted_at = now() where mine`,
    'returns canceled': `update core.returns set status = 'canceled' where mine`,
    'tiers of another time': `update core.loyalty_events set occurred_at = occurred_at - interval '90 days' where mine`,
    'payments that failed': `update core.payments set outcome = 'failed' where mine`,
    'everything back': `update core.touchpoints set deleted_at = null where mine`,
  };
  it.each(Object.entries(changes))('(%s) leaves what making everything anew would', async (_, change) => {
    const before = await dump(database.pool);
    await transaction(async (tx) => {
      await tx.query('create temp table affected_customers (customer_id uuid primary key) on commit drop');
      await tx.query(
        `insert into affected_customers select distinct customer_id from core.orders where shop = 'random' and customer_id::text < '4'
         union select customer_id from core.touchpoints where shop = 'random' and customer_id::text < '4'`,
      );
      await tx.query(change.replace('mine', 'customer_id in (select customer_id from affected_customers)'));
      await refreshJourney(tx, 'affected', 'random');
      await rollupMaintenance.after(tx);
      await keepLaterRollups(tx, database.pool, 'random');
    });
    const maintained = await dump(database.pool);
    expect(maintained).not.toEqual(before);
    expect(await verifyRollups(database.pool)).toEqual([]);
    const anew = await transaction(async (tx) => {
      await refreshJourney(tx, 'shop', 'random');
      return dump(tx);
    }, 'rollback');
    expect(maintained).toEqual(anew);
  });
});

describe('a shop whose feeds are gone', () => {
  it('keeps plain journeys and no other fact', async () => {
    const left = await transaction(async (tx) => {
      for (const feed of ['tracking_events', 'service_cases', 'touchpoints'])
        await tx.query(`delete from core.${feed} where shop = 'other'`);
      await refreshJourney(tx, 'shop', 'other');
      await rollupMaintenance.rebuild(tx);
      expect(await verifyRollups(tx)).toEqual([]);
      const { rows } = await tx.query<{ n: number }>(
        `select (select count(*) from journey.parcel_scans where shop = 'other') + (select count(*) from journey.case_sequels where shop = 'other')
           + (select count(*) from journey.visit_journey where shop = 'other') + (select count(*) from journey.product_views where shop = 'other') as n`,
      );
      return rows[0]?.n;
    }, 'rollback');
    expect(left).toBe(0);
  });
});

describe('verify names', () => {
  /** What verify finds of journeys after a change that is rolled back; what rollups add up of them differs as well. */
  const after = (statement: string) =>
    transaction(async (tx) => {
      await tx.query(statement);
      const found = (await verifyRollups(tx)).filter(({ rollup }) => rollup.startsWith('journey.'));
      return found.map(({ rollup, field, found: there, expected }) => ({
        rollup,
        field,
        missing: there === null,
        extra: expected === null,
      }));
    }, 'rollback');

  const corrupted: [table: string, field: string, set: string][] = [
    ['order_journey', 'complaints_count', 'complaints_count = complaints_count + 1'],
    ['order_journey', 'failures', `failures = array['lost', 'late', 'lost']`],
    ['order_journey', 'loyalty', `loyalty = 'devoted'`],
    ['parcel_scans', 'longest_silence_seconds', 'longest_silence_seconds = longest_silence_seconds + 1'],
    ['case_sequels', 'response_due_at', `response_due_at = 'infinity'`],
    ['visit_journey', 'searches_clicked', 'searches_clicked = searches_clicked + 1'],
    ['product_views', 'bought', 'bought = not bought'],
  ];
  it.each(corrupted)('a changed row of %s by its %s', async (table, field, set) => {
    const found = await after(
      `update journey.${table} set ${set} where ctid = (select min(ctid) from journey.${table})`,
    );
    expect(found).toMatchObject([{ rollup: `journey.${table}`, field }]);
  });

  it.each(Object.keys(tables))('a row that is gone from %s', async (table) => {
    const found = await after(`delete from journey.${table} where ctid = (select min(ctid) from journey.${table})`);
    expect(found).toEqual([{ rollup: `journey.${table}`, field: 'row', missing: true, extra: false }]);
  });

  it.each(Object.keys(tables))('a row too much in %s', async (table) => {
    const found = await after(
      `create temp table another on commit drop as select * from journey.${table} limit 1;
       update another set customer_id = '00000000-0000-4000-8000-000000000000';
       insert into journey.${table} select * from another`,
    );
    expect(found).toEqual([{ rollup: `journey.${table}`, field: 'row', missing: false, extra: true }]);
  });

  it('what is wrong by its table and row, and the command fails', async () => {
    const command = () => rapport(['verify', '--json'], { DATABASE_URL: database.url });
    expect((await command()).code).toBe(0);
    const { rows } = await database.pool.query<{ case_id: string }>(
      `update journey.case_sequels set bot_replies = bot_replies + 1 where ctid = (select min(ctid) from journey.case_sequels) returning case_id`,
    );
    const { code, stdout } = await command();
    expect(code).toBe(1);
    expect(lastLine(stdout)).toMatchObject({
      mismatches: [{ rollup: 'journey.case_sequels', field: 'bot_replies', key: rows[0] }],
    });
    await database.pool.query(`update journey.case_sequels set bot_replies = bot_replies - 1 where case_id = $1`, [
      rows[0]?.case_id,
    ]);
  });
});
