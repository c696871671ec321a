import { describe, expect, it } from 'vitest';
import { coursesOf, incidentsOf } from './incidents.ts';
import { shopCourse, type DailyCounts } from './shop-course.ts';

const DAYS = 500;
const BUDGET = 0.01;

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

const PEAK = 400;
/** 100 orders a day, eight times as many on the day of a peak; fewer events at weekends. */
const ordersOn = (day: number): number => (day === PEAK || day === PEAK - 365 ? 800 : 100);
const usualOn = (day: number, share: number): number => share * (day % 7 < 2 ? 0.7 : 1.12);

/** Events come on the day after the order. */
function shop(seed: number, share: number, more: (day: number) => number = () => 0): DailyCounts {
  const next = dice(seed);
  const orders = Array.from({ length: DAYS }, (_, day) => ordersOn(day));
  const total = orders.map((_, day) => poisson(ordersOn(day - 1) * usualOn(day, share) + more(day), next));
  return { weekday: 0, total, orders, delays: [0, 500], events: [{ code: 'PEAK', days: [PEAK - 365, PEAK] }] };
}

const judged = { through: DAYS - 1, monthlyBudget: BUDGET };

describe('the usual course', () => {
  it('follows orders, weekday and calendar: 60 quiet shops keep within the budget of false alarms', () => {
    const alarms = Array.from({ length: 60 }, (_, seed) => shopCourse(shop(seed, 0.05), judged).episodes.length);
    const months = (60 * (DAYS - 21)) / 30.4;
    expect(alarms.reduce((sum, n) => sum + n, 0) / months).toBeLessThanOrEqual(2 * BUDGET);
  });

  it('expects after a peak what its orders bring, and nothing before its first weeks are over', () => {
    const { expected } = shopCourse(shop(1, 0.05), judged);
    expect(expected[5]).toBeNaN();
    expect((expected[PEAK + 1] ?? 0) / (expected[PEAK + 8] ?? 1)).toBeGreaterThan(6);
  });

  it('widens its limits where the past was more uneven than chance', () => {
    const wild = shop(2, 0.05);
    const uneven = { ...wild, total: Array.from(wild.total, (count, day) => (day % 9 === 0 ? count * 3 : count)) };
    const [calm, rough] = [wild, uneven].map((counts) => shopCourse(counts, judged));
    expect((rough?.limit[300] ?? 0) - (rough?.expected[300] ?? 0)).toBeGreaterThan(
      2 * ((calm?.limit[300] ?? 0) - (calm?.expected[300] ?? 0)),
    );
  });
});

describe('an excess', () => {
  const spike = (day: number): number => (day >= 450 && day < 455 ? 12 : 0);

  it('is told on its first or second day, once, and is over three calm days after its last', () => {
    const { episodes } = shopCourse(shop(7, 0.05, spike), judged);
    const episode = episodes.find(({ started }) => started >= 440);
    expect(episode?.detected).toBeLessThanOrEqual(451);
    expect(episode?.ended?.how).toBe('recovered');
    expect(episode?.ended?.on).toBeGreaterThanOrEqual(457);
    expect(episodes.filter(({ started }) => started >= 440)).toHaveLength(1);
  });

  it('of a day that is not told yet raises nothing', () => {
    const young = { ...judged, through: 449 };
    expect(shopCourse(shop(7, 0.05, spike), young).episodes.filter(({ detected }) => detected >= 450)).toEqual([]);
  });

  it('that lasts four weeks is the new level, and is told no more', () => {
    const { episodes, expected } = shopCourse(
      shop(3, 0.05, (day) => (day >= 300 ? 8 : 0)),
      judged,
    );
    expect(episodes.find(({ started }) => started >= 295)?.ended?.how).toBe('new_level');
    expect(expected[420]).toBeGreaterThan(10);
    expect(episodes.filter(({ detected }) => detected > 345)).toEqual([]);
  });

  it('with a smaller budget is told later or not at all', () => {
    const slight = shop(11, 0.05, (day) => (day === 450 ? 8 : 0));
    const found = (monthlyBudget: number) =>
      shopCourse(slight, { ...judged, monthlyBudget }).episodes.filter(({ started }) => started >= 445).length;
    expect(found(1)).toBeGreaterThanOrEqual(found(0.0001));
  });

  it('in two dimensions at once is one incident of the narrow slice; another carrier’s is one of its own', () => {
    const whole = shop(7, 0.05, (day) => (day >= 450 && day < 455 ? 20 : 0));
    const calm = shop(8, 0.01).total;
    const inSlice = (days: readonly number[], share: number) =>
      Float64Array.from(calm, (count, day) => count * share + (days.includes(day) ? 10 : 0)).map(Math.round);
    const bad = [450, 451, 452, 453, 454];
    const slices = [
      { dimensions: ['CARRIER'], codes: ['a'], counts: inSlice(bad, 1) },
      { dimensions: ['REGION'], codes: ['r'], counts: inSlice(bad, 1) },
      { dimensions: ['CARRIER', 'REGION'], codes: ['a', 'r'], counts: inSlice(bad, 0.3) },
      { dimensions: ['CARRIER'], codes: ['b'], counts: inSlice(bad, 1) },
    ] as const;
    const found = incidentsOf(whole.total, coursesOf({ whole, slices }, judged)).filter(
      ({ episode }) => episode.started >= 440,
    );
    expect(found.map(({ codes }) => codes.join()).sort()).toEqual(['a,r', 'b']);
  });
});
