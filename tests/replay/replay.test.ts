import { expect, it } from 'vitest';
import { verifyRollups } from '@rapport/model/metrics';
import { differences, dump } from '../faults/dump.ts';
import { apartFromFiles, orderColumns, ordersSql, Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load, replay, correct } = quarantine;

const orders = (delivery: 'snapshot' | 'delta' = 'snapshot', sql = ordersSql) =>
  shop.source(delivery, {
    files: { orders: { file: 'orders*.csv', delivery, columns: orderColumns } },
    feeds: { orders: { from: 'orders', sql } },
  });

const csv = (...lines: string[]): Record<string, string> => ({
  'orders.csv': `status,id,person,at\n${lines.join('\n')}\n`,
});

it('rows that the source learns to read are loaded by a replay, as a clean load would have done', async () => {
  const [tried, clean] = [await quarantine.open(), await quarantine.open()];
  const source = orders();
  shop.deliver(
    csv('delivered,a,ada,2024-01-01 08:00', 'shipped,b,ada,1924-01-02 08:00', 'shipped,c,bob,2024-01-03 08:00'),
  );
  await load(tried, source);
  const waiting = { reason: 'implausible_date', field: 'ordered_at', state: 'waiting', record_no: 2 };
  expect(await refusedRows(tried)).toMatchObject([waiting]);
  orders('snapshot', ordersSql.replace(', at as', `, at + interval '100 years' * (at < '1990-01-01')::int as`));
  expect(await replay(tried, { source })).toMatchObject([{ source, rows: 1, loaded: 1, superseded: 0, refused: 0 }]);
  await load(clean, source);
  expect(differences(await dump(clean.pool), await dump(tried.pool))).toEqual({});
  expect(await refusedRows(tried)).toMatchObject([{ state: 'replayed' }]);
  expect(await verifyRollups(tried.pool)).toEqual([]);
  orders();
});

it('a corrected record is loaded in its own place, once; the same file brings nothing new', async () => {
  const [tried, clean] = [await quarantine.open(), await quarantine.open()];
  const source = orders();
  const good = ['delivered,a,ada,2024-01-01 08:00', 'shipped,c,bob,2024-01-03 08:00'] as const;
  shop.deliver(csv(good[0], 'shipped,b,"ada",2024-02-30 08:00', good[1]));
  await load(tried, source);
  const [row] = await refusedRows(tried);
  expect(row).toMatchObject({ reason: 'invalid_date', field: 'at', record_no: 2 });
  await correct(tried, row!.id, { fields: [{ column: 'at', value: '2024-02-28 08:00' }] });
  const { rows: kept } = await tried.pool.query(
    `select convert_from(raw, 'UTF8') as raw, convert_from(corrected, 'UTF8') as corrected, corrected_by from ops.quarantine`,
  );
  expect(kept).toEqual([
    {
      raw: 'shipped,b,"ada",2024-02-30 08:00',
      corrected: 'shipped,b,"ada",2024-02-28 08:00',
      corrected_by: 'cli test',
    },
  ]);
  expect(await replay(tried, { ids: [row!.id] })).toMatchObject([{ rows: 1, loaded: 1 }]);
  expect(await load(tried, source)).toMatchObject({ state: 'unchanged' });
  const published = await dump(tried.pool);
  expect(await replay(tried, { source })).toEqual([]);
  expect(differences(published, await dump(tried.pool))).toEqual({});

  shop.deliver(csv(good[0], 'shipped,b,"ada",2024-02-28 08:00', good[1]));
  await load(clean, source);
  expect(
    differences(
      await dump(clean.pool, [...apartFromFiles, 'file_time']),
      await dump(tried.pool, [...apartFromFiles, 'file_time']),
    ),
  ).toEqual({});
});

it('rows that fail again wait on with their new reason; there is no second row of them', async () => {
  const house = await quarantine.open();
  const source = orders();
  shop.deliver(
    csv('delivered,a,ada,2024-01-01 08:00', 'shipped,b,ada,2024-02-30 08:00', 'shipped,c,bob,2024-02-31 08:00'),
  );
  await load(house, source);
  const [first, second] = await refusedRows(house);
  await correct(house, first!.id, { fields: [{ column: 'at', value: '1901-02-28 08:00' }] });
  await correct(house, second!.id, {
    fields: [
      { column: 'at', value: '2024-02-28' },
      { column: 'id', value: 'd,e' },
    ],
  });
  const refusals = [{ reason: 'implausible_date', field: 'ordered_at', rows: 1 }];
  const [done] = await replay(house, { source });
  expect(done).toMatchObject({ rows: 2, loaded: 1, refused: 1, refusals });
  expect(await refusedRows(house)).toMatchObject([
    {
      id: first!.id,
      state: 'waiting',
      reason: 'implausible_date',
      field: 'ordered_at',
      tried_run_id: Number(done!.runId),
    },
    { id: second!.id, state: 'replayed' },
  ]);
  const { rows } = await house.pool.query(
    `select external_id, (select trigger from ops.runs where run_id = $1) as trigger,
       (select array[read, inserted, quarantined]::int[] from ops.run_feeds where run_id = $1) as counts from core.orders order by 1`,
    [done!.runId],
  );
  expect(rows).toMatchObject([{ external_id: 'a' }, { external_id: 'd,e', trigger: 'replay', counts: [2, 1, 1] }]);
});

it('a replay of an older record does not beat newer data', async () => {
  const house = await quarantine.open();
  const source = orders('delta');
  shop.deliver(csv('created,a,ada,2024-02-30 08:00', 'created,b,ada,2024-01-01 08:00'));
  await load(house, source);
  shop.deliver(csv('delivered,a,ada,2024-01-02 08:00'));
  await load(house, source);
  const [row] = await refusedRows(house);
  await correct(house, row!.id, { fields: [{ column: 'at', value: '2024-01-01 08:00' }] });
  const published = await dump(house.pool);
  expect(await replay(house, { source })).toMatchObject([{ rows: 1, loaded: 0, superseded: 1 }]);
  expect(differences(published, await dump(house.pool))).toEqual({});
  expect(await refusedRows(house)).toMatchObject([{ state: 'superseded' }]);
});

it('a newer delivery that brings the record again ends its waiting, taken or refused', async () => {
  const house = await quarantine.open();
  const source = orders('delta');
  shop.deliver(
    csv('created,a,ada,1901-01-01 08:00', 'created,b,ada,1901-01-01 08:00', 'created,c,ada,1901-01-01 08:00'),
  );
  await load(house, source);
  shop.deliver(csv('delivered,a,ada,2024-01-02 08:00', 'delivered,b,ada,1902-01-02 08:00'));
  await load(house, source);
  expect(await refusedRows(house)).toMatchObject([
    { record_no: 1, state: 'superseded' },
    { record_no: 2, state: 'superseded' },
    { record_no: 3, state: 'waiting' },
    { record_no: 2, state: 'waiting' },
  ]);
});

it('an older version in a later file does not take the place of a newer one that waits', async () => {
  const house = await quarantine.open();
  const source = shop.source('versioned', {
    files: { orders: { file: 'orders.csv', delivery: 'delta', columns: { ...orderColumns, changed: 'timestamp' } } },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, id as external_id, person as customer_ref, status, at as ordered_at, changed as source_version from {orders}`,
      },
    },
  });
  const versions = (...rows: string[]) => ({ 'orders.csv': ['id,person,status,at,changed', ...rows].join('\n') });
  shop.deliver(
    versions('a,ada,delivered,1970-01-01 08:00,2024-01-05 08:00', 'b,ada,delivered,1970-01-01 08:00,2024-01-05 08:00'),
  );
  await load(house, source);
  shop.deliver(
    versions('a,ada,created,2024-01-01 08:00,2024-01-02 08:00', 'b,ada,created,2024-01-01 08:00,2024-01-06 08:00'),
  );
  await load(house, source);
  expect((await refusedRows(house)).map(({ state }) => state)).toEqual(['waiting', 'superseded']);
  const [row] = await refusedRows(house);
  await correct(house, row!.id, { fields: [{ column: 'at', value: '2024-01-01 08:00' }] });
  expect(await replay(house, { source })).toMatchObject([{ rows: 1, loaded: 1 }]);
  const { rows } = await house.pool.query('select external_id, status from core.orders order by 1');
  expect(rows).toEqual([
    { external_id: 'a', status: 'delivered' },
    { external_id: 'b', status: 'created' },
  ]);
});

it('a new snapshot ends the waiting of the old one', async () => {
  const house = await quarantine.open();
  const source = orders();
  shop.deliver(csv('created,a,ada,2024-02-30 08:00', 'created,b,bob,2024-01-01 08:00'));
  await load(house, source);
  shop.deliver(csv('created,a,ada,2024-02-28 08:00', 'created,b,bob,2024-01-01 08:00'));
  await load(house, source);
  expect(await refusedRows(house)).toMatchObject([{ state: 'superseded' }]);
  expect(await replay(house, { source })).toEqual([]);
});

it('rows of several files keep their own times and numbers', async () => {
  const [tried, clean] = [await quarantine.open(), await quarantine.open()];
  const source = orders('delta');
  const files = [
    csv('created,a,ada,1901-01-01 08:00', 'created,b,bob,2024-01-01 09:00'),
    csv('shipped,b,bob,1901-01-01 09:00', 'delivered,a,ada,1901-01-01 08:00'),
  ];
  const mended = ordersSql.replace(', at as', `, at + interval '123 years' * (at < '1990-01-01')::int as`);
  for (const file of files) {
    orders('delta');
    shop.deliver(file);
    await load(tried, source);
    orders('delta', mended);
    await load(clean, source);
  }
  expect(await replay(tried, { source })).toMatchObject([{ rows: 2, loaded: 2 }]);
  expect(differences(await dump(clean.pool), await dump(tried.pool))).toEqual({});
  orders('delta');
});

it('a selection must be one', async () => {
  const house = await quarantine.open();
  await expect(replay(house, {})).rejects.toMatchObject({ code: 'selection_empty' });
});
