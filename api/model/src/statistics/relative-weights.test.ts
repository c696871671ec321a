import { describe, expect, test } from 'vitest';
import { added, correlations, crossProducts } from './cross-products.ts';
import { relativeWeights } from './relative-weights.ts';
import { drawBlocks, percentileInterval, sequence } from './resampling.ts';

// Miles a gallon, cylinders, displacement, horsepower and weight of 32 cars (Motor Trend 1974; Henderson and Velleman, Biometrics 37:391–411, 1981).
const cars = [
  [21, 6, 160, 110, 2.62],
  [21, 6, 160, 110, 2.875],
  [22.8, 4, 108, 93, 2.32],
  [21.4, 6, 258, 110, 3.215],
  [18.7, 8, 360, 175, 3.44],
  [18.1, 6, 225, 105, 3.46],
  [14.3, 8, 360, 245, 3.57],
  [24.4, 4, 146.7, 62, 3.19],
  [22.8, 4, 140.8, 95, 3.15],
  [19.2, 6, 167.6, 123, 3.44],
  [17.8, 6, 167.6, 123, 3.44],
  [16.4, 8, 275.8, 180, 4.07],
  [17.3, 8, 275.8, 180, 3.73],
  [15.2, 8, 275.8, 180, 3.78],
  [10.4, 8, 472, 205, 5.25],
  [10.4, 8, 460, 215, 5.424],
  [14.7, 8, 440, 230, 5.345],
  [32.4, 4, 78.7, 66, 2.2],
  [30.4, 4, 75.7, 52, 1.615],
  [33.9, 4, 71.1, 65, 1.835],
  [21.5, 4, 120.1, 97, 2.465],
  [15.5, 8, 318, 150, 3.52],
  [15.2, 8, 304, 150, 3.435],
  [13.3, 8, 350, 245, 3.84],
  [19.2, 8, 400, 175, 3.845],
  [27.3, 4, 79, 66, 1.935],
  [26, 4, 120.3, 91, 2.14],
  [30.4, 4, 95.1, 113, 1.513],
  [15.8, 8, 351, 264, 3.17],
  [19.7, 6, 145, 175, 2.77],
  [15, 8, 301, 335, 3.57],
  [21.4, 4, 121, 109, 2.78],
] as const;

/** Predictors first, the outcome last. */
function fit(rows: readonly (readonly number[])[], blocks = 4) {
  const columns = rows[0]!.length;
  const blockOf = Uint16Array.from(rows, (_, at) => at % blocks);
  return relativeWeightsOf(crossProducts(Float64Array.from(rows.flat()), columns, blockOf, blocks));
}
const relativeWeightsOf = (blocks: ReturnType<typeof crossProducts>) => {
  const { among, withOutcome } = correlations(added(blocks));
  return relativeWeights(among, withOutcome);
};

describe('Johnson’s relative weights', () => {
  test('are those the R package rwa publishes for 32 cars (martinctc.github.io/rwa, “regression methods”)', () => {
    const { weights, rSquared } = fit(cars.map(([mpg, ...rest]) => [...rest, mpg]));
    const published = {
      raw: [0.2096904, 0.1883043, 0.179959, 0.2706812],
      rescaled: [24.70914, 22.18908, 21.2057, 31.89607],
    };
    for (const [at, weight] of weights.entries()) {
      expect(weight).toBeCloseTo(published.raw[at]!, 6);
      expect((100 * weight) / rSquared).toBeCloseTo(published.rescaled[at]!, 4);
    }
  });

  test('of two predictors are what can be worked out by hand: for r = 0.6, 0.5 and 0.3', () => {
    // √R of [[1, .6], [.6, 1]] is [[.948683, .316228], [.316228, .948683]]; its inverse times (.5, .3) is (.474342, .158114);
    // squared: .225, .025; handed back by .9 and .1: .205 and .045.
    const { weights, rSquared } = relativeWeights(Float64Array.of(1, 0.6, 0.6, 1), Float64Array.of(0.5, 0.3));
    expect(weights[0]).toBeCloseTo(0.205, 12);
    expect(weights[1]).toBeCloseTo(0.045, 12);
    expect(rSquared).toBeCloseTo(0.25, 12);
  });

  test('of predictors without correlation are the squares of their own correlations with the outcome', () => {
    const { weights, betas } = relativeWeights(Float64Array.of(1, 0, 0, 1), Float64Array.of(0.4, -0.2));
    expect([...weights]).toEqual([expect.closeTo(0.16, 12), expect.closeTo(0.04, 12)]);
    expect([...betas]).toEqual([expect.closeTo(0.4, 12), expect.closeTo(-0.2, 12)]);
  });

  test('share evenly what two predictors say that are the same', () => {
    const { weights, rSquared } = relativeWeights(Float64Array.of(1, 1, 1, 1), Float64Array.of(0.5, 0.5));
    expect(rSquared).toBeCloseTo(0.25, 9);
    expect(weights[0]).toBeCloseTo(weights[1]!, 9);
  });

  test('do not depend on which level of a category is left out: all may stand side by side', () => {
    const rows = [...Array(60).keys()].map((n) => {
      const level = n % 3;
      return [level === 0 ? 1 : 0, level === 1 ? 1 : 0, level === 2 ? 1 : 0, level * 2 + (n % 5)];
    });
    const { rSquared } = fit(rows);
    const without = fit(rows.map(([, ...rest]) => rest));
    expect(rSquared).toBeCloseTo(without.rSquared, 9);
  });

  test('of a predictor that never varies are 0, and nothing else changes', () => {
    const plain = fit(cars.map(([mpg, cyl, , , wt]) => [cyl, wt, mpg]));
    const { weights } = fit(cars.map(([mpg, cyl, , , wt]) => [cyl, 7, wt, mpg]));
    expect(weights[1]).toBe(0);
    expect(weights[0]).toBeCloseTo(plain.weights[0]!, 9);
    expect(weights[2]).toBeCloseTo(plain.weights[1]!, 9);
  });

  test('add up to the explained variance, whatever the predictors share', () => {
    const { weights, rSquared } = fit(cars.map(([mpg, ...rest]) => [...rest, rest[0] + rest[3], mpg]));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(rSquared, 9);
  });
});

describe('blocks', () => {
  test('added up are the rows as a whole', () => {
    const rows = Float64Array.from(cars.flat());
    const whole = added(crossProducts(rows, 5, new Uint16Array(32), 1));
    const apart = added(
      crossProducts(
        rows,
        5,
        Uint16Array.from(cars, (_, at) => at % 7),
        7,
      ),
    );
    expect(apart.n).toBe(32);
    for (const [at, value] of whole.products.entries()) expect(apart.products[at]).toBeCloseTo(value, 6);
  });

  test('are drawn with replacement, as many as there are, and the same for the same seed', () => {
    const drawn = drawBlocks(50, sequence(7));
    expect(drawn.reduce((sum, times) => sum + times, 0)).toBe(50);
    expect(drawBlocks(50, sequence(7))).toEqual(drawn);
    expect(drawBlocks(50, sequence(8))).not.toEqual(drawn);
  });

  test('give the interval of a mean that the textbook gives', () => {
    // 400 rows of mean 0.3: the standard error is √(0.21 / 400) = 0.0229.
    const values = Float64Array.from({ length: 400 }, (_, at) => (at % 10 < 3 ? 1 : 0));
    const random = sequence(1);
    const means = Float64Array.from({ length: 2000 }, () => {
      const times = drawBlocks(400, random);
      return values.reduce((sum, value, at) => sum + value * times[at]!, 0) / 400;
    });
    const { low, high } = percentileInterval(means)!;
    expect(low).toBeCloseTo(0.3 - 1.96 * 0.0229, 2);
    expect(high).toBeCloseTo(0.3 + 1.96 * 0.0229, 2);
  });
});
