import { describe, expect, it } from 'vitest';
import { decomposeQuotient, decomposeSum, leftOver, together, type Sides } from './decompose.ts';

const sides = (n1: number, d1: number, n0: number, d0: number): Sides => ({
  now: { n: n1, d: d1 },
  before: { n: n0, d: d0 },
});
const totalOf = (slices: readonly Sides[]): Sides => {
  const { now, before } = leftOver(slices, sides(0, 0, 0, 0));
  return sides(-now.n, -now.d, -before.n, -before.d);
};
const decompose = (...slices: Sides[]) => decomposeQuotient(slices, totalOf(slices), 1);

describe('the change of a rate', () => {
  it('is mix where every slice improves and the total worsens (Simpson)', () => {
    // Near: 900 of 1,000 on time, then 190 of 200 (90 → 95 %). Far: 100 of 200, then 600 of 1,000 (50 → 60 %). Total 83.3 → 65.8 %.
    const { change, parts } = decompose(sides(190, 200, 900, 1000), sides(600, 1000, 100, 200));
    expect(change).toBeCloseTo(790 / 1200 - 1000 / 1200, 10);
    // By hand: shares of near 5/6 → 1/6, of far 1/6 → 5/6; both means 1/2; the mean of the totals (1000 + 790)/2400 = 0.745833.
    expect(parts[0]?.rate).toBeCloseTo(0.5 * 0.05, 10);
    expect(parts[1]?.rate).toBeCloseTo(0.5 * 0.1, 10);
    expect(parts[0]?.mix).toBeCloseTo((-4 / 6) * (0.925 - 1790 / 2400), 10);
    expect(parts[1]?.mix).toBeCloseTo((4 / 6) * (0.55 - 1790 / 2400), 10);
    expect(together(parts, null)).toMatchObject({
      rate: expect.closeTo(0.075, 10),
      mix: expect.closeTo(-0.25, 10),
      contribution: change,
    });
  });
  it('is rate alone where the weights stay, and mix alone where the rates stay', () => {
    const same = decompose(sides(60, 100, 50, 100), sides(20, 100, 30, 100));
    expect(same.parts).toEqual([
      { contribution: expect.closeTo(0.05, 10), mix: 0, rate: expect.closeTo(0.05, 10) },
      { contribution: expect.closeTo(-0.05, 10), mix: 0, rate: expect.closeTo(-0.05, 10) },
    ]);
    const moved = decompose(sides(150, 300, 50, 100), sides(10, 100, 30, 300));
    expect(moved.parts.map(({ rate }) => rate)).toEqual([0, 0]);
    expect(moved.change).toBeCloseTo(160 / 400 - 80 / 400, 10);
  });
  it('of a slice that came or went is mix alone', () => {
    const { parts, change } = decompose(sides(80, 100, 80, 100), sides(10, 100, 0, 0), sides(0, 0, 40, 50));
    const mean = (90 / 200 + 120 / 150) / 2;
    expect(parts[1]).toMatchObject({ rate: 0, mix: expect.closeTo(0.5 * (0.1 - mean), 10) });
    expect(parts[2]).toMatchObject({ rate: 0, mix: expect.closeTo((-1 / 3) * (0.8 - mean), 10) });
    expect(together(parts, null).contribution).toBe(change);
  });
  it('is the sum of its parts to the last bit, in any order, whatever the numbers', () => {
    let state = 7;
    const random = (below: number) => (state = (state * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 500; round += 1) {
      const slices = Array.from({ length: 1 + random(60) }, () => {
        const [d1, d0] = [random(3) * random(5000), random(3) * random(5000)];
        return sides(random(d1 + 1), d1, random(d0 + 1), d0);
      });
      slices.push(sides(1, 3, 1, 7));
      const total = totalOf(slices);
      const times = [1, 100, 10_000][round % 3] ?? 1;
      const { change, parts } = decomposeQuotient(slices, total, times);
      const right = (total.now.n / total.now.d - total.before.n / total.before.d) * times;
      expect(Math.abs(change - right)).toBeLessThan(1e-11 * times);
      const forwards = parts.reduce((sum, { mix, rate }) => sum + (mix ?? 0) + (rate ?? 0), 0);
      const backwards = parts.toReversed().reduce((sum, { contribution }) => sum + contribution, 0);
      expect([forwards, backwards]).toEqual([change, change]);
    }
  });
});

describe('the change of a sum', () => {
  it('is what each slice changed by, to the last cent', () => {
    const slices = [sides(1010, 0, 333, 0), sides(20, 0, 701, 0), sides(7, 0, 0, 0)];
    const { change, parts } = decomposeSum(slices, totalOf(slices), 100);
    expect(change).toBe(0.03);
    expect(parts.map(({ contribution, mix, rate }) => [contribution, mix, rate])).toEqual([
      [6.77, null, null],
      [-6.81, null, null],
      [0.07, null, null],
    ]);
    expect(together(parts, 100).contribution).toBe(0.03);
  });
  it('leaves over what was not read', () => {
    expect(leftOver([sides(1, 2, 3, 4)], sides(10, 20, 30, 40))).toEqual(sides(9, 18, 27, 36));
  });
});
