import { describe, expect, it } from 'vitest';

import { broughtForward, earlierYear } from './earlier-year.ts';
import { per, perDay } from './per.ts';
import { readTarget } from './status.ts';
import type { MetricHead, MetricPoint } from './types.ts';

const point = (change: Partial<MetricPoint> = {}): MetricPoint => ({
  bucket: '2018-06-01',
  bucketEnd: '2018-06-30',
  value: 0.9,
  sample: 100,
  status: 'MISSED',
  suppressed: false,
  approximate: false,
  mature: true,
  partial: false,
  comparisons: [],
  ...change,
});

const head: MetricHead = {
  id: 'PROMISE_KEPT_RATE',
  title: { en: '', zh: '' },
  unit: 'PERCENT',
  decimals: 1,
  polarity: 'HIGHER_IS_BETTER',
  version: 1,
  target: { condition: 'AT_LEAST', value: 0.95 },
};

describe('a target', () => {
  it('says by how much it is missed', () => {
    expect(readTarget(head, point())?.short).toBeCloseTo(0.05, 12);
  });

  it('is silent where the sample is too small or there is no value', () => {
    expect(readTarget(head, point({ status: 'TOO_FEW' }))).toBeUndefined();
    expect(readTarget(head, point({ value: null }))).toBeUndefined();
  });
});

describe('the year before', () => {
  it('lays a Monday under a Monday', () => {
    const window = earlierYear({ from: '2018-01-01', to: '2018-12-30' }, 'WEEK');
    expect(window).toEqual({ from: '2017-01-02', to: '2017-12-31' });
    expect(broughtForward([point({ bucket: '2017-01-02', bucketEnd: '2017-01-08' })], 'WEEK')[0]?.bucket).toBe(
      '2018-01-01',
    );
  });

  it('lays a month under its namesake', () => {
    expect(earlierYear({ from: '2017-09-01', to: '2018-08-31' }, 'MONTH')).toEqual({
      from: '2016-09-01',
      to: '2017-08-31',
    });
    expect(broughtForward([point({ bucket: '2017-06-01', bucketEnd: '2017-06-30' })], 'MONTH')[0]?.bucket).toBe(
      '2018-06-01',
    );
  });
});

describe('a figure per something', () => {
  it('counts both ends of the bucket', () => {
    expect(perDay(point({ value: 60 }), '2030-01-01')).toBe(2);
  });

  it('is no value where there is nothing to divide by', () => {
    expect(per(point({ value: 10 }), point({ value: 0 }))).toBeNull();
    expect(per(point({ value: null }), point({ value: 3 }))).toBeNull();
  });
});
