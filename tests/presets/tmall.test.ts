import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { workbook, type Cell } from '../formats/workbook.ts';
import { realData, type TestDatabase } from '../testkit/index.ts';
import { figures } from '../foreign/house.ts';
import { PresetHouses } from './house.ts';

const houses = new PresetHouses();
beforeAll(() => houses.copy('tmall', 'tmall_shop'));
const NAME = 'tmall_order_report.csv';

const small = `订单编号,总金额,买家实际支付金额,收货地址 ,订单创建时间,订单付款时间 ,退款金额
1,178.8,0.0,上海,2020-02-21 00:00:00,,0.0
2,21.0,21.0,内蒙古自治区,2020-02-20 23:59:54,2020-02-21 00:00:02,0.0
3,64.8,0.0,江苏省,2020-02-20 23:57:04,2020-02-20 23:57:11,64.8
4,327.7,148.9,浙江省,2020-02-20 23:56:39,2020-02-30 23:56:53,178.8
5,327.7,148.9,浙江省,2020-02-20 23:56:39,2020-02-20 23:56:53,178.8
`;

const summary = `select (select count(*)::int from core.orders) as orders,
  (select count(*)::int from core.orders where approved_at is null) as unpaid,
  (select sum(price_minor)::int from core.order_items) as total,
  (select count(*)::int from core.payments) as payments,
  (select sum(amount_minor)::int from core.payments) as paid,
  (select count(*)::int from core.returns) as refunds,
  (select sum(amount_minor)::int from core.returns) as refunded,
  (select count(distinct region_code)::int from core.orders) as regions`;

/** The same figures from the text of the file, with nothing of the product. */
function counted(text: string): Record<string, number> {
  const rows = text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => line.split(','));
  const minor = (value = '') => Math.round(Number(value) * 100);
  const sum = (of: (row: string[]) => number) => rows.reduce((total, row) => total + of(row), 0);
  const isPaid = (row: string[]) => row[5] !== '';
  return {
    orders: rows.length,
    unpaid: rows.filter((row) => !isPaid(row)).length,
    total: sum((row) => minor(row[1])),
    payments: rows.filter(isPaid).length,
    paid: sum((row) => (isPaid(row) ? minor(row[1]) : 0)),
    refunds: rows.filter((row) => minor(row[6]) > 0).length,
    refunded: sum((row) => minor(row[6])),
    regions: new Set(rows.map((row) => row[3])).size,
  };
}

it('a small report of the same shape is mapped, and its one bad day is refused by name', async () => {
  const house = await houses.open();
  const folder = mkdtempSync(join(tmpdir(), 'rapport-tmall-'));
  writeFileSync(join(folder, NAME), small);
  await houses.load(house, 'tmall_shop', folder);
  expect(await figures(house, 'select line_no, reason, field from ops.quarantine')).toEqual({
    line_no: 5,
    reason: 'invalid_date',
    field: 'paid_at',
  });
  const good = small
    .split('\n')
    .filter((line) => !line.startsWith('4,'))
    .join('\n');
  expect(await figures(house, summary)).toEqual(counted(good));
  expect(await figures(house, `select count(*)::int as guests from core.customers where not inferred`)).toEqual({
    guests: 0,
  });
  const { rows } = await house.pool.query(
    `select external_id, status, ordered_on::text, region_code from core.orders order by external_id limit 2`,
  );
  expect(rows).toEqual([
    { external_id: '1', status: 'created', ordered_on: '2020-02-21', region_code: '上海' },
    { external_id: '2', status: 'approved', ordered_on: '2020-02-20', region_code: '内蒙古自治区' },
  ]);
});

const real = realData('zh/tmall_order_report');

it.skipIf(!real)(
  `the real report gives the figures counted from its text${real ? '' : ' (skipped: no real data)'}`,
  async () => {
    const house = await houses.open();
    const report = await houses.load(house, 'tmall_shop', real ?? '');
    expect(report.refused).toEqual([]);
    const found = await figures(house, summary);
    expect(found).toEqual(counted(readFileSync(join(real ?? '', NAME), 'utf8')));
    expect(found).toMatchObject({
      orders: 28_010,
      unpaid: 3_923,
      total: 299_576_061,
      refunds: 5_646,
      refunded: 57_233_592,
      regions: 31,
    });
    expect(Number(found['paid']) - Number(found['refunded'])).toBe(190_248_715);
  },
);

/** Every row that the report makes, but for the file it came from. */
async function rowsOf({ pool }: TestDatabase): Promise<Record<string, string[]>> {
  const found: Record<string, string[]> = {};
  for (const table of ['orders', 'order_items', 'payments', 'returns']) {
    const { rows } = await pool.query<{ line: string }>(
      `select (to_jsonb(t) - '{file_id,file_time}'::text[])::text as line from core.${table} t order by id`,
    );
    found[table] = rows.map(({ line }) => line);
  }
  return found;
}

/** The report as a workbook: numbers and times as such, as a shop's back end exports it. */
function asWorkbook(text: string): Buffer {
  const [head = [], ...rows] = text
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  const cell = (value: string, column: number): Cell => {
    if (value === '') return null;
    return column === 3 ? value : /^\d+-/.test(value) ? new Date(`${value}Z`) : Number(value);
  };
  return workbook({ 订单报表: [head, ...rows.map((row) => row.map(cell))] });
}

it(`an XLSX of the report gives the same shop as its CSV${real ? '' : ' (the real one skipped: no real data)'}`, async () => {
  await houses.copy('tmall', 'tmall_books', (yaml) => yaml.replace('format: csv', 'format: xlsx'));
  const good = small
    .split('\n')
    .filter((line) => !line.startsWith('4,'))
    .join('\n');
  const text = real ? readFileSync(join(real, NAME), 'utf8') : good;
  const loaded = async (source: string, name: string, content: Buffer | string) => {
    const house = await houses.open();
    const folder = mkdtempSync(join(tmpdir(), 'rapport-tmall-'));
    writeFileSync(join(folder, name), content);
    await houses.load(house, source, folder);
    return rowsOf(house);
  };
  const fromCsv = await loaded('tmall_shop', NAME, text);
  expect(fromCsv['orders']).toHaveLength(text.trim().split('\n').length - 1);
  expect(await loaded('tmall_books', 'tmall_order_report.xlsx', asWorkbook(text))).toEqual(fromCsv);
});
