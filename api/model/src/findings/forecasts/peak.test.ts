import { describe, expect, it } from 'vitest';
import { backtestPeaks, forecastPeak, offsets, type History } from './peak.ts';

const YEAR = 365;
const PEAK = [100, 100 + YEAR, 100 + 2 * YEAR];
const isNear = (day: number): boolean => PEAK.some((zero) => day >= zero - 10 && day <= zero + 14);

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
function poisson(mean: number, next: () => number): number {
  let events = -1;
  for (let time = 0; time <= mean; events += 1) time -= Math.log(1 - next());
  return events;
}

/** 40 a day, a fifth more on the first weekday, and eight times as many on the day of the peak. */
function shop(days: number, count: (mean: number) => number): History {
  const counts = Array.from({ length: days }, (_, day) => {
    const peak = PEAK.includes(day) ? 8 : isNear(day) ? 1.5 : 1;
    return count(40 * (day % 7 === 0 ? 1.2 : 1) * peak);
  });
  return { counts, weekday: 0, special: isNear };
}

describe('a peak to come', () => {
  const known = 100 + 2 * YEAR - 11;
  const asked = { day0: PEAK[2] ?? 0, earlier: PEAK.slice(0, 2), known };

  it('is the level times what the same days brought before', () => {
    const forecast = forecastPeak(
      shop(known + 1, (mean) => mean),
      asked,
    );
    const peak = forecast?.days.find(({ offset }) => offset === 0);
    expect(forecast?.calm).toBeCloseTo(40 * (7.2 / 7), 0);
    expect(peak?.expected).toBeGreaterThan(40 * 8 * 0.95);
    expect(peak?.expected).toBeLessThan(40 * 8 * 1.2 * 1.05);
    expect(forecast?.learnedFrom).toBe(2);
    expect(forecast?.total.low).toBeLessThan(forecast?.total.expected ?? 0);
    expect(forecast?.total.high).toBeGreaterThan(forecast?.total.expected ?? 0);
  });

  it('grows with half of what the year has grown', () => {
    const still = forecastPeak(
      shop(known + 1, (mean) => mean),
      asked,
    );
    const grown = shop(known + 1, (mean) => mean);
    const half = Array.from(grown.counts, (count, day) => (day > 1.5 * YEAR ? count * 1.5 : count));
    const forecast = forecastPeak({ ...grown, counts: half }, { ...asked, day0: known + 182 });
    const flat = forecastPeak(grown, { ...asked, day0: known + 182 });
    expect(still?.calm).toBeCloseTo(flat?.calm ?? 0, 6);
    expect((forecast?.calm ?? 0) / (flat?.calm ?? 1)).toBeCloseTo(1.5 * 1.5 ** (0.5 * (182 / 365.25)), 1);
  });

  it('holds what came in 95 of 100 shops or more', () => {
    const next = dice(3);
    let held = 0;
    for (let nth = 0; nth < 60; nth += 1) {
      const history = shop(100 + 2 * YEAR + 20, (mean) => poisson(mean, next));
      const forecast = forecastPeak(history, asked);
      const actual = offsets.reduce((sum, offset) => sum + (history.counts[asked.day0 + offset] ?? 0), 0);
      if (forecast && forecast.total.low <= actual && actual <= forecast.total.high) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(57);
  });

  it('is not told without an earlier one that is over, or without calm weeks', () => {
    const history = shop(known + 1, (mean) => mean);
    expect(forecastPeak(history, { ...asked, earlier: [] })).toBeNull();
    expect(forecastPeak(history, { ...asked, earlier: [known - 2] })).toBeNull();
    expect(forecastPeak({ ...history, special: () => true }, asked)).toBeNull();
  });

  it('is tried on the peaks that are over, each foretold by those before it alone', () => {
    const history = shop(100 + 2 * YEAR + 30, (mean) => mean);
    const tried = backtestPeaks(history, PEAK, { known: 100 + 2 * YEAR + 29, ahead: 30 });
    expect(tried.map(({ day0 }) => day0)).toEqual(PEAK.slice(1));
    expect(tried.every(({ inside }) => inside)).toBe(true);
  });
});
