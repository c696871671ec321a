import { expect, it } from 'vitest';

import { MOST_ROWS, tablesOf } from './table-of.ts';

const shown = (data: Record<string, unknown>, lang: 'en' | 'zh' = 'en') =>
  tablesOf(data, lang).map(({ name, table, left }) => ({
    name,
    columns: table.columns.map(({ label, numeric }) => (numeric ? `#${label}` : label)),
    rows: table.rows.map(({ cells }) => cells),
    left,
  }));

const series = {
  asOf: '2026-10-31',
  series: [
    {
      metric: { id: 'ORDERS', title: { en: 'Orders', zh: '订单数' } },
      key: [{ value: 'sf', label: { en: 'SF', zh: '顺丰' } }],
      points: [
        { bucket: '2026-09-01', value: 7, interval: null },
        { bucket: '2026-10-01', value: 0.123456, interval: { low: 1, high: 2 } },
      ],
    },
  ],
};

it('tells the points of series row by row, what varies first, texts in the reader’s language', () => {
  expect(shown({ figures: series }, 'zh')).toEqual([
    {
      name: 'figures',
      columns: ['bucket', '#value', '#interval.low', '#interval.high', 'metric.id', 'metric.title', 'key'],
      rows: [
        ['2026-09-01', '7', '', '', 'ORDERS', '订单数', '顺丰'],
        ['2026-10-01', '0.1235', '1', '2', 'ORDERS', '订单数', '顺丰'],
      ],
      left: 0,
    },
  ]);
});

it('keeps every digit for the file', () => {
  expect(tablesOf({ figures: series }, 'en')[0]!.table.rows[1]!.raw[1]).toBe(0.123456);
});

it('reads lists by nodes and by edges, and says in one word what hangs on a row', () => {
  const node = {
    id: 'a',
    paid: { amount: '12.50', currency: 'CNY' },
    tier: null,
    failures: [{ label: { en: 'late', zh: '迟到' } }, { label: { en: 'damaged', zh: '破损' } }],
  };
  const row = ['a', '12.50', 'CNY', 'late · damaged'];
  const columns = ['id', 'paid.amount', 'paid.currency', 'failures'];
  expect(shown({ orders: { totalCount: 1, nodes: [node] }, others: { edges: [{ cursor: 'x', node }] } })).toEqual([
    { name: 'orders', columns, rows: [row], left: 0 },
    { name: 'others', columns, rows: [row], left: 0 },
  ]);
});

it('tells a single thing as one row, several lists as several tables, and nothing as nothing', () => {
  expect(
    shown({
      dataHealth: { dataVersion: '7' },
      rfm: { customers: 3, a: [{ n: 1 }], b: [{ n: 2 }] },
      none: { nodes: [] },
    }),
  ).toEqual([
    { name: 'dataHealth', columns: ['dataVersion'], rows: [['7']], left: 0 },
    { name: 'rfm.a', columns: ['#n'], rows: [['1']], left: 0 },
    { name: 'rfm.b', columns: ['#n'], rows: [['2']], left: 0 },
    { name: 'none', columns: [], rows: [], left: 0 },
  ]);
});

it('stops where a page would not hold more, and says how many are left', () => {
  const [table] = tablesOf({ rows: Array.from({ length: MOST_ROWS + 3 }, (_, n) => ({ n })) }, 'en');
  expect(table!.table.rows).toHaveLength(MOST_ROWS);
  expect(table!.left).toBe(3);
});
