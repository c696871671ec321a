import { expect, it } from 'vitest';
import { JsonOrders } from './json-orders.ts';
import { workbook, type Cell } from './workbook.ts';

const houses = new JsonOrders();
const { workshop } = houses;

const columns = { id: 'text', status: 'text', at: { type: 'timestamp', header: '下单时间' }, note: 'text' };
const source = (name: string, more: Record<string, unknown> = {}) =>
  workshop.source(name, {
    files: { orders: { file: 'orders.xlsx', columns, ...more } },
    feeds: {
      orders: {
        from: 'orders',
        sql: 'select file_id, record_no, id as external_id, status, at as ordered_at, note as city from {orders}',
      },
    },
  });

const header: Cell[] = ['id', 'status', ' 下单时间 ', 'note'];
const day = (text: string) => new Date(`${text}Z`);

async function ordersOf(name: string): Promise<{ orders: unknown[]; refused: unknown[] }> {
  const house = await houses.house();
  await workshop.load(house.url, name);
  const { rows: orders } = await house.pool.query(
    `select external_id as id, status, to_char(ordered_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI:SS') as at, city as note from core.orders order by record_no`,
  );
  const { rows: refused } = await house.pool.query(
    'select reason, field, record_no, line_no, raw from ops.quarantine order by record_no',
  );
  return { orders, refused };
}

it.each([
  ['shared texts and addresses', {}],
  ['texts in their cells, without addresses', { plain: true }],
  ['days counted from 1904', { from1904: true }],
])('cells are read as they are meant: %s', async (_name, options) => {
  source('cells');
  const rows: Cell[][] = [
    header,
    ['o1', true, day('2025-03-01T10:00:05'), 'a "quoted", text\r\nof two lines & <tags>'],
    [12_345_678_901, 178.8, '2025-03-02 11:00:00', 0.1 + 0.2],
    ['o3', 'paid', day('2025-03-03T00:00:00'), null],
  ];
  workshop.deliver({ 'orders.xlsx': workbook({ Sheet1: rows }, options) });
  expect((await ordersOf('cells')).orders).toEqual([
    { id: 'o1', status: 'true', at: '2025-03-01 10:00:05', note: 'a "quoted", text\r\nof two lines & <tags>' },
    { id: '12345678901', status: '178.8', at: '2025-03-02 11:00:00', note: '0.3' },
    { id: 'o3', status: 'paid', at: '2025-03-03 00:00:00', note: null },
  ]);
});

it('empty lines count as lines; a bad row waits in quarantine as a line of CSV', async () => {
  source('gaps');
  const rows: Cell[][] = [
    header,
    ['o1', 'a', day('2025-03-01T10:00:00'), null],
    [],
    [null, ''],
    ['o4', 'b', 'soon', 'x,y'],
    ['o5', 'c', day('2025-03-01T10:00:00'), 'z', 'more'],
  ];
  workshop.deliver({ 'orders.xlsx': workbook({ Sheet1: rows }) });
  const { orders, refused } = await ordersOf('gaps');
  expect(orders).toMatchObject([{ id: 'o1' }]);
  expect(refused).toEqual([
    { reason: 'invalid_date', field: 'at', record_no: 2, line_no: 5, raw: Buffer.from('o4,b,soon,"x,y"') },
    {
      reason: 'too_many_fields',
      field: null,
      record_no: 3,
      line_no: 6,
      raw: Buffer.from('o5,c,2025-03-01 10:00:00,z,more'),
    },
  ]);
});

it('the sheet is found by its name, whatever its place; one that is not there is named with those that are', async () => {
  source('named', { sheet: '订单 & 退款' });
  const row: Cell[] = ['o1', 'a', day('2025-03-01T10:00:00'), 'b'];
  workshop.deliver({ 'orders.xlsx': workbook({ 说明: [['nothing']], '订单 & 退款': [header, row] }) });
  expect((await ordersOf('named')).orders).toMatchObject([{ id: 'o1' }]);
  source('unnamed', { sheet: 'Orders' });
  const house = await houses.house();
  const { code, message } = await workshop.refusal(house.url, 'unnamed');
  expect(code).toBe('xlsx_sheet_missing');
  expect(message).toContain('no sheet "Orders". It has: "说明", "订单 & 退款"');
});

it('what is no workbook, or half of one, is named', async () => {
  source('broken');
  const house = await houses.house();
  const whole = workbook({ Sheet1: [header] });
  const cases: [Buffer, string][] = [
    [Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'xlsx_unreadable'],
    [Buffer.from('id,status\n'), 'xlsx_unreadable'],
    [whole.subarray(0, whole.length / 2), 'archive_damaged'],
    [workbook({ Sheet1: [] }), 'file_empty'],
  ];
  for (const [bytes, code] of cases) {
    workshop.deliver({ 'orders.xlsx': bytes });
    expect([code, (await workshop.refusal(house.url, 'broken')).code]).toEqual([code, code]);
  }
});
