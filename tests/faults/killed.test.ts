import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { differences, dump } from './dump.ts';
import { emptyHouse, kill, load, loadUntil } from './loads.ts';
import { smallShop } from './olist-files.ts';

let undisturbed: TestDatabase;
let disturbed: TestDatabase;
const shop = smallShop();
const before = shop.deliver();

beforeAll(async () => {
  [undisturbed, disturbed] = await Promise.all([emptyHouse(), emptyHouse()]);
  await load(undisturbed.url, before);
});
afterAll(async () => {
  await Promise.all([undisturbed.drop(), disturbed.drop()]);
});

const stages = ['discover', 'landing', 'stage', 'merge', 'journey', 'rollup', 'commit'] as const;

it.each(stages)('a first load killed in %s publishes nothing and leaves a failed run behind', async (stage) => {
  await kill(await loadUntil(stage, disturbed.url, before));
  const { rows } = await disturbed.pool.query(
    'select (select count(*) from core.orders) as orders, (select version from ops.data_version) as version',
  );
  expect(rows[0]).toEqual({ orders: 0, version: 0 });
  const { rows: runs } = await disturbed.pool.query('select state, stage from ops.runs order by run_id desc limit 1');
  expect(runs[0]).toEqual({ state: 'running', stage });
});

it('the run after all these deaths equals an undisturbed load, and says that the others died', async () => {
  const report = await load(disturbed.url, before);
  expect(report.state).toBe('committed');
  expect(differences(await dump(undisturbed.pool), await dump(disturbed.pool))).toEqual({});
  const { rows } = await disturbed.pool.query(
    'select state, error_code, count(*) as n from ops.runs group by 1, 2 order by 1',
  );
  expect(rows).toEqual([
    { state: 'committed', error_code: null, n: 1 },
    { state: 'failed', error_code: 'process_died', n: stages.length },
  ]);
});

it.each(['merge', 'journey', 'rollup', 'commit'] as const)(
  'a correction killed in %s changes nothing until it is run again',
  async (stage) => {
    const published = await dump(disturbed.pool);
    shop.change('olist_orders_dataset.csv', (row) =>
      row.startsWith('o5,')
        ? row.replace(
            /,(delivered|shipped|invoiced|approved|created),/,
            `,${{ merge: 'shipped', journey: 'invoiced', rollup: 'approved', commit: 'created' }[stage]},`,
          )
        : row,
    );
    const after = shop.deliver();
    await kill(await loadUntil(stage, disturbed.url, after));
    expect(differences(published, await dump(disturbed.pool))).toEqual({});
    await load(disturbed.url, after);
    await load(undisturbed.url, after);
    expect(differences(await dump(undisturbed.pool), await dump(disturbed.pool))).toEqual({});
    expect(differences(published, await dump(disturbed.pool))['core.orders']?.come).toHaveLength(1);
  },
);

it('no landing table, lock or connection is left', async () => {
  const { rows } = await disturbed.pool.query(
    `select (select count(*) from pg_class where relnamespace = 'landing'::regnamespace and relkind = 'r') as tables,
      (select count(*) from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())) as locks,
      (select count(*) from pg_stat_activity where datname = current_database() and application_name like 'rapport ingest%') as connections`,
  );
  expect(rows[0]).toEqual({ tables: 0, locks: 0, connections: 0 });
});
