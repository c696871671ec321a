import { describe, expect, it } from 'vitest';
import { rankCauses, type CountedSlice } from './cause.ts';

const slice = (codes: string[], observed: number, usual: number): CountedSlice => ({
  dimensions: codes.length === 2 ? ['CARRIER', 'REGION'] : codes[0]?.startsWith('CN') ? ['REGION'] : ['CARRIER'],
  codes,
  observed,
  usual,
});

describe('where an excess lies', () => {
  const counted = [
    slice(['shanhai'], 4, 8),
    slice(['hefeng'], 1, 20),
    slice(['CN-GD'], 4, 4),
    slice(['CN-ZJ'], 1, 26),
    slice(['shanhai', 'CN-GD'], 4, 0),
    slice(['hefeng', 'CN-ZJ'], 1, 18),
  ];

  it('names the narrow slice of two dimensions before either of them, each with its part of the excess', () => {
    const [first, ...others] = rankCauses(counted, 30, { shopObserved: 5, shopExpected: 1 });
    expect(first).toMatchObject({ codes: ['shanhai', 'CN-GD'], observed: 4 });
    // (0 + 10 × 8.5/31 × 4.5/31) / 40 of 1
    expect(first?.expected).toBeCloseTo((10 * (8.5 / 31) * (4.5 / 31)) / 40, 9);
    expect(first?.share).toBeCloseTo((4 - (first?.expected ?? 0)) / 4, 9);
    expect(others.map(({ codes }) => codes[0])).toEqual(['CN-GD', 'shanhai']);
  });

  it('names nobody for one event, nor a slice without a code, nor one that is calmer than usual', () => {
    const calm = [slice(['hefeng'], 5, 300), slice([''], 9, 1), slice(['xunchi'], 1, 0)];
    expect(rankCauses(calm, 300, { shopObserved: 15, shopExpected: 6 })).toEqual([]);
  });
});
