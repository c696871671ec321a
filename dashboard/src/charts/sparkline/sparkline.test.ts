import { describe, expect, it } from 'vitest';
import { sparklineShape } from './sparkline.geometry.ts';

describe('a sparkline', () => {
  const points = [0.9, null, 0.8, 0.85, 0.95].map((value, at) => ({
    bucket: `2018-0${at + 1}-01`,
    bucketEnd: `2018-0${at + 1}-28`,
    value,
    sample: 9,
    mature: at < 4,
    partial: false,
  }));
  const input = { points, width: 200, height: 40, period: { from: '2018-04-01', to: '2018-05-28' } };

  it('breaks at gaps, turns blue in the period, and ends hollow while young', () => {
    const shape = sparklineShape({
      ...input,
      previous: { from: '2018-02-01', to: '2018-03-31' },
      lastYear: { from: '2016-01-01', to: '2016-02-01' },
      target: 0.95,
    });
    expect(shape?.past).toHaveLength(1);
    expect(shape?.current).toHaveLength(1);
    expect(shape?.end).toMatchObject({ young: true, current: true });
    expect(shape?.rails.map(({ kind }) => kind)).toEqual(['then', 'now']);
    expect(shape?.targetY).toBe(shape?.end?.y);
  });

  it('draws nothing where there is nothing', () => {
    expect(sparklineShape({ ...input, points: [] })).toBeNull();
    expect(sparklineShape({ ...input, points: points.map((point) => ({ ...point, value: null })) })).toBeNull();
  });
});
