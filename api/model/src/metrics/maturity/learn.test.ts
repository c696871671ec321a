import { describe, expect, it } from 'vitest';
import { CHECKPOINTS, learnCurve, type History } from './learn.ts';

/** Every day brings as many outcomes; `share(d)` of them d days later. Today cuts off what is still to come. */
function history(days: number, aDay: number, share: (delay: number) => number): History {
  const byDelay: number[] = [];
  const byAge: number[] = [];
  const weeks: number[][] = [];
  for (let age = 0; age < days; age += 1) {
    for (let delay = 0; delay <= age; delay += 1) {
      const known = aDay * share(delay);
      if (known === 0) continue;
      byDelay[delay] = (byDelay[delay] ?? 0) + known;
      byAge[age] = (byAge[age] ?? 0) + known;
      const week = (weeks[Math.floor(age / 7)] ??= CHECKPOINTS.map(() => 0));
      const bin = CHECKPOINTS.findIndex((checkpoint) => delay <= checkpoint);
      if (bin >= 0) week[bin] = (week[bin] ?? 0) + known;
    }
  }
  return { byDelay: Array.from(byDelay, (n) => n ?? 0), byAge: Array.from(byAge, (n) => n ?? 0), weeks };
}

describe('a delay curve', () => {
  it('is what the delays are, though the young days have told only their quick ones', () => {
    const weights = Array.from({ length: 15 }, (_, delay) => (delay < 3 ? 0.2 : 0.4 / 12));
    const curve = learnCurve(history(300, 10, (delay) => weights[delay] ?? 0));
    const cumulative = weights.map((_, delay) => weights.slice(0, delay + 1).reduce((sum, one) => sum + one, 0));
    cumulative.forEach((share, delay) => expect(curve?.known[delay]).toBeCloseTo(share, 10));
    expect(curve?.known).toHaveLength(15);
    // Counting what is known by now would take the quick ones for too many.
    const { byDelay } = history(300, 10, (delay) => weights[delay] ?? 0);
    expect((byDelay[0] ?? 0) / byDelay.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(0.2);
  });

  it('of a triangle is the chain ladder', () => {
    // Three days old enough to tell all, and three that are not; delays 0, 1, 2: reckoned by hand.
    const known = [
      [60, 30, 10],
      [50, 20, 10],
      [70, 20, 20],
    ];
    const long = 60;
    const old = Array.from({ length: long }, (_, index) => known[index % 3] ?? []);
    const triangle = [[80], [40, 30], ...old];
    const byDelay = [0, 1, 2].map((delay) => triangle.reduce((sum, day) => sum + (day[delay] ?? 0), 0));
    const byAge = triangle.map((day) => day.reduce((sum, one) => sum + one, 0));
    const weeks: number[][] = [];
    triangle.forEach((day, age) => {
      const week = (weeks[Math.floor(age / 7)] ??= CHECKPOINTS.map(() => 0));
      day.forEach((n, delay) => (week[delay] = (week[delay] ?? 0) + n));
    });
    const curve = learnCurve({ byDelay, byAge, weeks });
    const sum = (days: number[][], delays: number) =>
      days.reduce((all, day) => all + day.slice(0, delays).reduce((of, one) => of + one, 0), 0);
    const factor1 = sum(triangle.slice(1), 2) / sum(triangle.slice(1), 1);
    const factor2 = sum(triangle.slice(2), 3) / sum(triangle.slice(2), 2);
    expect(curve?.known).toHaveLength(3);
    expect(curve?.known[0]).toBeCloseTo(1 / factor1 / factor2, 12);
    expect(curve?.known[1]).toBeCloseTo(1 / factor2, 12);
    expect(curve?.known[2]).toBe(1);
  });

  it('errs the more, the more unlike its weeks were', () => {
    const steady = learnCurve(history(300, 200, (delay) => (delay < 10 ? 0.1 : 0)));
    const unlike = history(300, 200, (delay) => (delay < 10 ? 0.1 : 0));
    const weeks = unlike.weeks.map((week, index) => {
      const slow = index % 2 === 0 ? 130 : -130;
      return week.map((n, bin) => (bin === 3 ? n - slow : bin === 6 ? n + slow : n));
    });
    const curve = learnCurve({ ...unlike, weeks });
    expect(curve?.spread[5]).toBeGreaterThan(steady?.spread[5] ?? 1);
    expect(curve?.known).toEqual(steady?.known);
  });

  it('is not told by a short history, by few outcomes, or where outcomes still came in at its end', () => {
    const quick = (delay: number) => (delay < 5 ? 0.2 : 0);
    expect(learnCurve(history(40, 100, quick))).toBeNull();
    expect(learnCurve(history(300, 0.3, quick))).toBeNull();
    expect(learnCurve(history(200, 100, (delay) => (delay <= 170 ? 1 / 171 : 0)))).toBeNull();
    expect(learnCurve({ byDelay: [], byAge: [], weeks: [] })).toBeNull();
    expect(learnCurve(history(120, 100, quick))).not.toBeNull();
  });
});
