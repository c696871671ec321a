import { expect, it } from 'vitest';
import { discard } from '@rapport/etl';
import { differences, dump } from '../faults/dump.ts';
import { apartFromFiles, Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load, replay, correct } = quarantine;
const apart = [...apartFromFiles, 'file_time'];

/** Orders whose place of delivery stands in another file, which no feed answers for. */
const joined = shop.source('joined', {
  files: {
    orders: { file: 'orders.csv', columns: { id: 'text', person: 'text', at: 'timestamp' } },
    places: { file: 'places.csv', lookup: true, columns: { order_id: 'text', city: 'text', since: 'date' } },
  },
  feeds: {
    orders: {
      from: 'orders',
      sql: `select o.file_id, o.record_no, o.id as external_id, o.person as customer_ref, 'created' as status, o.at as ordered_at, p.city
        from {orders} o left join {places} p on p.order_id = o.id`,
    },
  },
});

const files = (orderTime: string, placeDay: string, more: string[] = []) => ({
  'orders.csv': [
    'id,person,at',
    'a,ada,2024-01-01 08:00',
    `b,ada,${orderTime}`,
    'c,bob,2024-01-03 08:00',
    ...more,
  ].join('\n'),
  'places.csv': ['order_id,city,since', 'a,上海,2024-01-01', `b,北京,${placeDay}`, 'c,广州,2024-01-01'].join('\n'),
});

it('a feed that joins files needs them: a clear error without, the whole with --from', async () => {
  const [house, clean] = [await quarantine.open(), await quarantine.open()];
  const from = shop.deliver(files('2024-02-30 08:00', '2024-02-31'));
  await load(house, joined);
  const [order, place] = await refusedRows(house);
  expect([order!.feed, place!.feed]).toEqual(['orders', 'places']);
  await correct(house, order!.id, { fields: [{ column: 'at', value: '2024-01-02 08:00' }] });
  await correct(house, place!.id, { fields: [{ column: 'since', value: '2024-01-02' }] });
  for (const { id } of [order!, place!]) {
    await expect(replay(house, { ids: [id] })).rejects.toMatchObject({
      code: 'replay_needs_files',
      message: expect.stringContaining('--from'),
    });
  }
  expect(await replay(house, { ids: [order!.id] }, from)).toMatchObject([{ rows: 1, loaded: 1 }]);
  expect(await replay(house, { source: joined }, from)).toMatchObject([{ rows: 1, loaded: 1 }]);
  shop.deliver(files('2024-01-02 08:00', '2024-01-02'));
  await load(clean, joined);
  expect(differences(await dump(clean.pool, apart), await dump(house.pool, apart))).toEqual({});
});

it('other files than the published ones are refused', async () => {
  const house = await quarantine.open();
  shop.deliver(files('2024-02-30 08:00', '2024-01-02'));
  await load(house, joined);
  const from = shop.deliver(files('2024-02-30 08:00', '2024-01-03'));
  await expect(replay(house, { source: joined }, from)).rejects.toMatchObject({ code: 'replay_other_files' });
});

it('what was corrected stays corrected when its file is read again beside a newer one', async () => {
  const house = await quarantine.open();
  const from = shop.deliver(files('2024-02-30 08:00', '2024-01-02'));
  await load(house, joined);
  const [order] = await refusedRows(house);
  await correct(house, order!.id, { fields: [{ column: 'at', value: '2024-01-02 08:00' }] });
  await replay(house, { source: joined }, from);
  const { 'orders.csv': same } = files('2024-02-30 08:00', '');
  shop.deliver({ 'orders.csv': same, 'places.csv': files('', '2024-01-05')['places.csv'].replace('北京', '深圳') });
  await load(house, joined);
  const { rows } = await house.pool.query<{ city: string }>(
    `select city from core.orders where external_id = 'b' and deleted_at is null`,
  );
  expect(rows).toEqual([{ city: '深圳' }]);
  expect((await refusedRows(house)).filter(({ state }) => state === 'waiting')).toEqual([]);
});

it('what was discarded does not come back with its file; why it was, is kept', async () => {
  const house = await quarantine.open();
  shop.deliver(files('2024-02-30 08:00', '2024-01-02'));
  await load(house, joined);
  const asked = { selection: { source: joined }, actor: 'cli test' };
  await expect(discard(house.pool, { ...asked, reason: '  ' })).rejects.toMatchObject({
    code: 'discard_without_reason',
  });
  expect(await discard(house.pool, { ...asked, reason: 'a test of the shop system' })).toBe(1);
  expect(await discard(house.pool, { ...asked, reason: 'again' })).toBe(0);
  shop.deliver({ ...files('2024-02-30 08:00', '2024-01-02'), 'places.csv': files('', '2024-01-07')['places.csv'] });
  await load(house, joined);
  expect(await refusedRows(house)).toMatchObject([{ state: 'discarded' }]);
  const { rows } = await house.pool.query('select action, subject, detail from ops.audit order by id');
  expect(rows).toMatchObject([
    {
      action: 'quarantine.discard',
      subject: 'source joined',
      detail: { rows: 1, reason: 'a test of the shop system' },
    },
  ]);
});

it('rows that were withheld from deletion because of a refused record go once it is put right', async () => {
  const [house, clean] = [await quarantine.open(), await quarantine.open()];
  shop.deliver(files('2024-01-02 08:00', '2024-01-02', ['d,bob,2024-01-04 08:00', 'e,eve,2024-01-05 08:00']));
  for (const one of [house, clean]) await load(one, joined);
  const from = shop.deliver(files('2024-02-30 08:00', '2024-01-02', ['e,eve,2024-01-05 08:00']));
  await load(house, joined);
  const gone = async () =>
    (
      await house.pool.query<{ id: string }>(
        'select external_id as id from core.orders where deleted_at is not null order by 1',
      )
    ).rows;
  expect(await gone()).toEqual([]);
  const [order] = await refusedRows(house);
  await correct(house, order!.id, { fields: [{ column: 'at', value: '2024-01-02 08:00' }] });
  await replay(house, { source: joined }, from);
  expect(await gone()).toEqual([{ id: 'd' }]);
});
