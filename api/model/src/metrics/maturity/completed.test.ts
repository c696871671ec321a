import { describe, expect, it } from 'vitest';
import type { Ripening } from './streams.ts';
import { completedOf, type Seen } from './completed.ts';
import { Delays } from './known-share.ts';

const part = { shape: 'part', streams: [{}] } as unknown as Ripening;
const decided = { shape: 'decided', streams: [{}, {}] } as unknown as Ripening;
const apart = { shape: 'apart', streams: [{}, {}] } as unknown as Ripening;
const seen = (kind: string, sum: number, n: number, more: Partial<Seen> = {}): Seen => ({
  kind,
  moments: { sum, n, squares: sum },
  scale: 1,
  ...more,
});
const ripe = (known: number, spread = 0.01) => ({ known, spread });

describe('a completed figure', () => {
  it('of a count or rate is what is seen over what is known', () => {
    expect(completedOf(seen('count', 60, 60), part, [ripe(0.5)])).toMatchObject({ value: 120, shareKnown: 0.5 });
    expect(completedOf(seen('rate', 30, 1000, { scale: 10_000 }), part, [ripe(0.6)])?.value).toBeCloseTo(500, 9);
  });
  it('of a share whose rows are decided late is not biased by the quick ones', () => {
    // 80 of 100 are good; of the good 90 % are known, of the bad half.
    const completed = completedOf(seen('ratio', 72, 82, { most: 1 }), decided, [ripe(0.9), ripe(0.5)]);
    expect(completed?.value).toBeCloseTo(72 / 0.9 / (72 / 0.9 + 10 / 0.5), 12);
    expect(completed?.low).toBeLessThan(0.8);
    expect(completed?.high).toBeGreaterThan(0.8);
  });
  it('of a share whose whole ripens apart takes both to their ends, and stays a share', () => {
    expect(completedOf(seen('ratio', 10, 100, { most: 1 }), apart, [ripe(0.5), ripe(0.8)])?.value).toBeCloseTo(
      0.16,
      12,
    );
    expect(completedOf(seen('ratio', 95, 100, { most: 1 }), part, [ripe(0.5)])).toMatchObject({ value: 1, high: 1 });
  });
  it('never lies below what has been counted, and closes on it as all becomes known', () => {
    const widths = [0.2, 0.5, 0.8, 0.94, 0.999].map((known) => {
      const { low, high } = completedOf(seen('count', 40, 40), part, [ripe(known)]) ?? { low: 0, high: 0 };
      expect(low).toBeGreaterThanOrEqual(40);
      return high - low;
    });
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });
  it('of nothing seen yet has a range that begins at nothing', () => {
    const completed = completedOf(seen('count', 0, 0), part, [ripe(0.5)]);
    expect(completed).toMatchObject({ value: 0, low: 0 });
    expect(completed?.high).toBeGreaterThan(1);
  });
  it('is not given while hardly anything is known, nor of no row', () => {
    expect(completedOf(seen('count', 40, 40), part, [ripe(0.1)])).toBeNull();
    expect(completedOf(seen('ratio', 0, 0), decided, [ripe(0.5), ripe(0.5)])).toBeNull();
    expect(completedOf(seen('ratio', 5, 9), decided, [ripe(0.5)])).toBeNull();
  });
});

describe('how ripe a bucket is', () => {
  const curve = { known: [0.2, 0.6, 1], spread: [0.1, 0.05, 0] };
  const delays = new Delays(
    [
      { shop: 'a', stream: 's', segment: '', ...curve },
      { shop: 'a', stream: 's', segment: 'far', known: [0, 0.5, 1], spread: [0, 0, 0] },
    ],
    [
      { shop: 'a', bucket: 'b', age: 0, orders: 30 },
      { shop: 'a', bucket: 'b', age: 1, orders: 10 },
      { shop: 'a', bucket: 'b', age: 181, orders: 60 },
      { shop: 'z', bucket: 'c', age: 0, orders: 5 },
    ],
  );
  it('is the curve at the age of each of its orders', () => {
    expect(delays.of('s', ['a'], 'b', '')?.known).toBeCloseTo((30 * 0.2 + 10 * 0.6 + 60) / 100, 12);
    expect(delays.of('s', ['a'], 'b', '')?.spread).toBeCloseTo((30 * 0.2 * 0.1 + 10 * 0.6 * 0.05) / 72, 12);
  });
  it('follows its own segment where one was learned, else the shop', () => {
    expect(delays.of('s', ['a'], 'b', 'far')?.known).toBeCloseTo(0.65, 12);
    expect(delays.of('s', ['a'], 'b', 'near')).toEqual(delays.of('s', ['a'], 'b', ''));
  });
  it('is not known where a shop among them has told too little, or nothing was ordered', () => {
    expect(delays.of('s', ['a', 'z'], 'c', '')).toBeNull();
    expect(delays.of('s', ['a'], 'nothing', '')).toBeNull();
    expect(delays.of('other', ['a'], 'b', '')).toBeNull();
  });
});
