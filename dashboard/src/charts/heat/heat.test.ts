import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import { cellSays, heatSummary, heatTable, heatTone, keyEnds, type HeatMapProps, type HeatScale } from './heat.data.ts';

const en = formatter('en');
const zh = formatter('zh');
const share = { unit: 'PERCENT', decimals: 1 } as const;

describe('a heat map', () => {
  const target: HeatScale = { kind: 'diverging', middle: 0.95, step: 0.05, higherIsBetter: true };

  it('turns at the target, which itself is kept', () => {
    expect([0.49, 0.85, 0.9, 0.94].map((value) => heatTone(value, target))).toEqual(['d3n', 'd2n', 'd1n', 'd0n']);
    expect([0.95, 0.97, 0.98, 1].map((value) => heatTone(value, target))).toEqual(['d0p', 'd1p', 'd2p', 'd3p']);
    expect(heatTone(12, { kind: 'diverging', middle: 10, step: 2, higherIsBetter: false })).toBe('d1n');
  });

  it('a sequential scale runs from nothing to the most', () => {
    const scale: HeatScale = { kind: 'sequential', most: 12 };
    expect([0, 6, 12, 40].map((value) => heatTone(value, scale))).toEqual(['q0', 'q3', 'q6', 'q6']);
    expect(heatTone(3, { kind: 'sequential', most: 0 })).toBe('q0');
  });

  it('its key ends where its colours do, within what a share can be', () => {
    expect(keyEnds(target, { unit: 'PERCENT', decimals: 0 }, en)).toEqual({ low: '< 75', middle: '95', high: '≥ 98' });
    expect(keyEnds({ kind: 'sequential', most: 21.5 }, { unit: 'DAYS', decimals: 1 }, zh)).toEqual({
      low: '0',
      middle: null,
      high: '≥ 21.5 天',
    });
  });

  it('a future cell is not a zero, in the table and in the sentence', () => {
    const props: HeatMapProps = {
      title: 'Region × month',
      measure: share,
      rowHead: 'Region',
      noteHead: 'due',
      scale: target,
      columns: [
        { key: 'a', label: 'Jan' },
        { key: 'b', label: 'Feb' },
        { key: 'c', label: 'Mar' },
      ],
      rows: [
        {
          key: 'SP',
          label: 'SP',
          note: '900',
          cells: [
            { value: 0.9, sample: 900 },
            { value: 1, sample: 4, tooFew: true },
            { value: null, sample: 0, future: true },
          ],
        },
      ],
    };
    expect(heatTable(props, en).rows[0]).toEqual({
      cells: ['SP', '900', '90.0%', '100.0% (too few to rate)', 'not yet happened'],
      raw: ['SP', '900', 0.9, 1, null],
    });
    expect(heatSummary(props, en)).toBe('Region × month. 1 of 1 cells miss the target; the worst is SP, Jan: 90.0%');
    expect(heatSummary({ ...props, rows: [] }, zh)).toContain('无数据');
  });

  it('a sequential map tells the highest, and a share with what it counts of how many', () => {
    const cell = { value: 0.1, sample: 200, counted: 20, interval: { low: 0.07, high: 0.15 } };
    const matrix: HeatMapProps = {
      title: 'Retention',
      measure: { unit: 'PERCENT', decimals: 1 },
      rowHead: 'First order',
      noteHead: 'customers',
      scale: { kind: 'sequential', most: 0.1 },
      countedHead: 'customers',
      columns: [{ key: '1', label: '+1' }],
      rows: [{ key: 'a', label: 'Jan', note: '200', cells: [cell] }],
    };
    expect(heatTable(matrix, en).rows[0]?.cells.slice(-2)).toEqual(['10.0%', '20']);
    expect(heatSummary(matrix, en)).toContain('Highest: Jan, +1: 10.0%');
    expect(cellSays(cell, matrix.measure, en)).toBe('10.0%, 20 of 200, 95% interval 7.0–15.0%');
    expect(cellSays(cell, matrix.measure, zh)).toContain('200 人中 20 人');
    expect(cellSays({ value: null, sample: 200, running: true }, matrix.measure, en)).toBe('not over yet');
  });
});
