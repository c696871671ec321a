import { expect, it } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load, replay } = quarantine;

const ORDERS = 30;
const lines = Array.from({ length: ORDERS }, (_, n) => `o${n},ada,created,2024-01-01 08:00,上海`);
const file = { 'orders.csv': ['id,person,status,at,town', ...lines].join('\n') };

/** Whether the column `town` is declared; until then its values are kept in quarantine, while the orders are loaded. */
function values(declared: boolean): string {
  const columns = {
    id: 'text',
    person: 'text',
    status: 'text',
    at: 'timestamp',
    ...(declared ? { town: 'text' } : {}),
  };
  return shop.source('values', {
    files: { orders: { file: 'orders.csv', columns, contract: { columns: 'quarantine_value' } } },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, id as external_id, person as customer_ref, status, at as ordered_at, ${declared ? 'town' : 'null::text'} as city from {orders}`,
      },
    },
  });
}

it('values of a column that is declared later are brought in by a replay, whatever the rows looked like before', async () => {
  const [house, clean] = [await quarantine.open(), await quarantine.open()];
  const source = values(false);
  shop.deliver(file);
  await load(house, source);
  expect(await refusedRows(house)).toHaveLength(ORDERS);
  expect(await replay(house, { source })).toMatchObject([{ rows: ORDERS, loaded: 0, refused: ORDERS }]);
  values(true);
  expect(await replay(house, { source })).toMatchObject([{ rows: ORDERS, loaded: ORDERS, superseded: 0 }]);
  await load(clean, source);
  expect(differences(await dump(clean.pool), await dump(house.pool))).toEqual({});
});

/** Two feeds read one file: the second refuses an order without a time of payment that makes sense. */
function twice(shift: string): string {
  return shop.source('twice', {
    files: {
      orders: {
        file: 'paid.csv',
        delivery: 'delta',
        columns: { id: 'text', person: 'text', at: 'timestamp', paid: 'timestamp' },
      },
    },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, id as external_id, person as customer_ref, 'created' as status, at as ordered_at from {orders}`,
      },
      payments: {
        from: 'orders',
        secondary: true,
        sql: `select file_id, record_no, id || '-p' as external_id, id as order_ref, 1 as payment_no, 'card' as method, 10.00 as amount, paid + interval '${shift}' as paid_at from {orders}`,
      },
    },
  });
}

it('a record that one feed took and another refused is replayed for the one that refused it', async () => {
  const [house, clean] = [await quarantine.open(), await quarantine.open()];
  const source = twice('0');
  shop.deliver({ 'paid.csv': 'id,person,at,paid\na,ada,2024-01-01 08:00,1924-01-01 09:00\n' });
  await load(house, source);
  expect(await refusedRows(house)).toMatchObject([{ feed: 'payments', reason: 'implausible_date' }]);
  twice('100 years');
  expect(await replay(house, { feed: 'payments' })).toMatchObject([{ rows: 1, loaded: 1 }]);
  await load(clean, source);
  expect(differences(await dump(clean.pool), await dump(house.pool))).toEqual({});
});
