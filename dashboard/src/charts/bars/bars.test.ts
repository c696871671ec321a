import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import { barsSummary, barsTable, placeBars, type BarsProps } from './bars.data.ts';

const rows = [
  { key: 'carrier', label: 'Carrier', value: 60 },
  { key: 'warehouse', label: 'Warehouse', value: 30 },
  { key: 'none', label: 'Nobody named', value: null },
];
const props: BarsProps = {
  title: 'Complaints by cause',
  measure: { unit: 'COUNT', decimals: 0 },
  rows,
  total: 120,
  heads: { label: 'Cause', value: 'Complaints', share: 'Share', cumulative: 'Down to here' },
};

describe('bars', () => {
  it('begin at nothing, the widest fills the room, and the rest left out stays in the whole', () => {
    expect(placeBars(rows, 120).map(({ width, share, cumulative }) => [width, share, cumulative])).toEqual([
      [1, 0.5, 0.5],
      [0.5, 0.25, 0.75],
      [0, null, 0.75],
    ]);
  });

  it('have no share of nothing', () => {
    expect(placeBars([{ key: 'a', label: 'A', value: 0 }], 0)).toMatchObject([
      { width: 0, share: null, cumulative: null },
    ]);
  });

  it('are told as a table and in a sentence', () => {
    expect(barsTable(props, formatter('en')).rows[2]).toEqual({
      cells: ['Nobody named', 'no data', 'no data', '75.0%'],
      raw: ['Nobody named', null, null, 0.75],
    });
    expect(barsSummary(props, formatter('en'))).toBe('Complaints by cause: Carrier 60 (50.0%), Value 120');
    expect(barsSummary({ ...props, rows: [] }, formatter('zh'))).toBe('Complaints by cause: 无数据');
  });
});
