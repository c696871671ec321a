import { describe, expect, it } from 'vitest';

import { rfmGrid, segmentSums, tierGrid } from './grids.ts';

const write = { count: (n: number) => String(n) };
const tier = (value: string) => ({ value, label: { en: value, zh: value } });

describe('the moves between tiers', () => {
  const grid = tierGrid(
    [
      { from: tier('silver'), to: tier('basic'), customers: 3 },
      { from: tier('basic'), to: tier('basic'), customers: 40 },
      { from: null, to: tier('basic'), customers: 5 },
      { from: tier('basic'), to: tier('house'), customers: 1 },
    ],
    'en',
    { none: 'new', stayed: (n) => n },
    write,
  );

  it('stand in the usual order of tiers, other names behind, new members last', () => {
    expect(grid.columns.map(({ key }) => key)).toEqual(['basic', 'silver', 'house']);
    expect(grid.rows.map(({ label }) => label)).toEqual(['basic', 'silver', 'house', 'new']);
  });

  it('tell who stayed beside, so that the moves can be seen', () => {
    const [basic, silver] = grid.rows;
    expect(basic?.note).toBe('40');
    expect(basic?.cells.map(({ value, future }) => (future ? 'self' : value))).toEqual(['self', 0, 1]);
    expect(silver?.cells.map(({ value }) => value)).toEqual([3, null, 0]);
    expect(grid.most).toBe(5);
  });
});

describe('recency and frequency', () => {
  const segment = (recency: number, frequency: number, code: string, customers: number, amount: string) => ({
    recency,
    frequency,
    label: { code, label: { en: code, zh: code } },
    customers,
    share: customers / 100,
    paid: { amount, currency: 'CNY' },
  });
  const segments = [
    segment(5, 5, 'champions', 20, '600.00'),
    segment(4, 5, 'champions', 10, '300.00'),
    segment(1, 1, 'asleep', 70, '100.00'),
  ];

  it('give each cell its share of what was paid; a cell without customers has none', () => {
    const grid = rfmGrid(segments, { row: String, column: String }, write);
    expect(grid.rows[0]?.cells.map(({ value }) => value)).toEqual([null, null, null, 0.3, 0.6]);
    expect(grid.rows.map(({ label, note }) => [label, note])).toEqual([
      ['5', '30'],
      ['4', '0'],
      ['3', '0'],
      ['2', '0'],
      ['1', '70'],
    ]);
    expect(rfmGrid([], { row: String, column: String }, write).rows[0]?.cells[0]?.value).toBeNull();
  });

  it('sum the cells of one name, those who paid most first', () => {
    expect(segmentSums(segments).map(({ code, customers, paid }) => [code, customers, paid.amount])).toEqual([
      ['champions', 30, 900],
      ['asleep', 70, 100],
    ]);
  });
});
