import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import { Workshop } from '../formats/sources.ts';
import type { TestDatabase } from '../testkit/index.ts';

const workshop = new Workshop();
let house: TestDatabase;
beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', workshop.folder);
  house = await emptyHouse();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const SIZE = 400;
const state = (n: number) => (n % 2 === 0 ? '已发货' : '交易成功');

/** A shop's orders; `line` makes each from its fields. */
function delivered(header: string[], line: (n: number) => (string | number)[]): string {
  const rows = Array.from({ length: SIZE }, (_, n) => line(n).join(','));
  return `${[header.join(','), ...rows].join('\n')}\n`;
}

const usual = ['no', 'buyer', 'phone', 'state', 'total', 'at'];
const fields = (n: number) => [n, `b${n % 7}`, `1380000${String(n % 7).padStart(4, '0')}`, state(n), n, '2025-01-01'];

function source(): string {
  return workshop.source('drifting', {
    contract: { columns: 'evolve' },
    files: {
      orders: {
        file: 'orders.csv',
        personal: { phone: 'hash' },
        columns: {
          no: 'text',
          buyer: 'text',
          phone: 'text',
          state: 'text',
          total: 'numeric',
          at: 'timestamp',
          coupon: { type: 'text', optional: true },
        },
      },
    },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, no as external_id, phone as customer_ref, case state when '已发货' then 'shipped' else 'delivered' end as status, at as ordered_at from {orders}`,
      },
    },
  });
}

/** What a delivery is told to have changed. */
async function drift(csv: string, dryRun = false): Promise<unknown[]> {
  workshop.deliver({ 'orders.csv': csv });
  const { notes } = await workshop.load(house.url, source(), { dryRun });
  return notes.flatMap((note) => (note.drift ?? []).map(({ kind, column, was, now }) => [kind, column, was, now]));
}

it('a first delivery has nothing to differ from, and the same again does not differ', async () => {
  expect(await drift(delivered(usual, fields))).toEqual([]);
  expect(await drift(delivered(usual, (n) => fields(n).with(0, SIZE - n)))).toEqual([]);
});

it('a status the SQL never saw is told, though the SQL takes it for another', async () => {
  const refunded = delivered(usual, (n) => (n === 7 ? fields(n).with(3, '退款中') : fields(n)));
  expect(await drift(refunded, true)).toEqual([['value_added', 'state', null, '退款中']]);
  expect(await drift(refunded)).toEqual([['value_added', 'state', null, '退款中']]);
  expect(await drift(delivered(usual, fields))).toEqual([]);
});

it('order, types and columns: each change is told once, by name', async () => {
  const header = ['buyer', 'no', 'phone', 'state', 'total', 'at', 'channel', 'gift'];
  const changed = delivered(header, (n) => {
    const [no = '', buyer = '', phone = '', how = ''] = fields(n);
    return [buyer, no, phone, how, `${n}.50`, '2025-01-01 10:00:00', 'app', ''];
  });
  expect(await drift(changed)).toEqual([
    ['column_added', 'channel', null, null],
    ['column_added', 'gift', null, null],
    ['columns_reordered', null, 'no, buyer, phone, state, total, at', 'buyer, no, phone, state, total, at'],
    ['type_widened', 'total', 'integer', 'numeric'],
    ['type_widened', 'at', 'date', 'timestamp'],
  ]);
  expect(await drift(delivered([...usual, 'coupons'], (n) => [...fields(n), 'TEN']))).toEqual([
    ['column_renamed', 'coupons', 'coupon', 'coupons'],
    ['column_dropped', 'channel', null, null],
    ['column_dropped', 'gift', null, null],
    ['columns_reordered', null, 'buyer, no, phone, state, total, at', 'no, buyer, phone, state, total, at'],
    ['type_narrowed', 'total', 'numeric', 'integer'],
    ['type_narrowed', 'at', 'timestamp', 'date'],
  ]);
});

it('what is kept of a file holds nothing personal', async () => {
  const { rows } = await house.pool.query<{ line: string; codes: string }>(
    'select s::text as line, codes::text from ops.file_shapes s',
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.line).not.toContain('1380000');
  expect(JSON.parse(rows[0]?.codes ?? '{}')).toEqual({
    state: ['交易成功', '已发货', '退款中'],
  });
});
