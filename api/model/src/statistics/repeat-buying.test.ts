import { describe, expect, it } from 'vitest';
import {
  aliveProbability,
  expectedNext,
  expectedRepeats,
  fitBgNbd,
  variancesUnder,
  type BgNbd,
  type PurchaseGroup,
} from './bg-nbd.ts';
import { digamma, logGamma } from './gamma.ts';
import { expectedWorth, fitGammaGamma } from './gamma-gamma.ts';
import { hypergeometric } from './hypergeometric.ts';
import { inverted, minimise } from './optimiser.ts';

/** Of the CDNOW sample; Fader, Hardie, Lee, Marketing Science 24 (2005), table 2. */
const published: BgNbd = { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426, leaves: 'after_repeat' };

describe('repeat buying', () => {
  it('expects of a customer what the paper’s own worked example does', () => {
    // Customer 0001 of CDNOW: 2 repeats, the last after 30.43 of 38.86 weeks; the next 39 weeks (Fader, Hardie, Implementing the BG/NBD Model in Excel, 2005).
    const history = { repeats: 2, last: 30.43, age: 38.86 };
    expect(expectedNext(published, history, 39)).toBeCloseTo(1.226, 3);
    expect(aliveProbability(published, history)).toBeCloseTo(0.7266, 3);
  });

  it('takes nobody for gone who never came back, and somebody long silent for nearly gone', () => {
    expect(aliveProbability(published, { repeats: 0, last: 0, age: 38 })).toBe(1);
    expect(aliveProbability(published, { repeats: 8, last: 5, age: 38 })).toBeLessThan(0.02);
    expect(expectedNext(published, { repeats: 8, last: 5, age: 38 }, 0)).toBe(0);
  });

  it('is level where its formulas divide by nothing', () => {
    const beside = (a: number) => expectedRepeats({ ...published, a }, 39);
    expect(beside(1)).toBeCloseTo((beside(0.9999) + beside(1.0001)) / 2, 4);
  });

  it.each(['after_repeat', 'after_any'] as const)(
    'finds the parameters that made a population that leaves %s',
    (leaves) => {
      const truth = { r: 0.6, alpha: 8, a: 0.9, b: 2.2 };
      const fit = fitBgNbd(population({ ...truth, leaves }, 6000), leaves);
      expect(fit?.converged).toBe(true);
      for (const key of ['r', 'alpha', 'a', 'b'] as const) {
        const error = Math.sqrt((fit && variancesUnder(fit, (model) => [Math.log(model[key])]))?.[0] ?? NaN);
        expect(Math.abs(Math.log((fit?.[key] ?? NaN) / truth[key])) / error).toBeLessThan(3);
      }
    },
  );

  it.each(['after_repeat', 'after_any'] as const)('foretells what a population that leaves %s does next', (leaves) => {
    const truth = { r: 0.6, alpha: 8, a: 0.9, b: 2.2, leaves };
    const whole = population(truth, 6000);
    const repeats = whole.reduce((sum, group) => sum + group.repeats, 0);
    const expected = whole.reduce((sum, group) => sum + expectedRepeats(truth, group.age), 0);
    expect(Math.abs(expected / repeats - 1)).toBeLessThan(0.05);
    // Nobody leaves: only the rate decides.
    const stays = { ...truth, a: 1e-9 };
    expect(expectedNext(stays, { repeats: 2, last: 10, age: 20 }, 14)).toBeCloseTo(((0.6 + 2) * 14) / 28, 5);
    expect(expectedRepeats(stays, 14)).toBeCloseTo((0.6 * 14) / 8, 5);
  });

  it('has nothing to go by where nobody came back', () => {
    expect(fitBgNbd([{ repeats: 0, last: 0, age: 10, customers: 50 }])).toBeNull();
    expect(fitBgNbd([])).toBeNull();
  });
});

describe('what a purchase is worth', () => {
  it('draws a customer’s mean towards everybody’s, the less the more is known of them', () => {
    const model = { p: 6.25, q: 3.74, gamma: 15.44 };
    const all = expectedWorth(model, { purchases: 0, mean: 0 }) ?? NaN;
    expect(all).toBeCloseTo((6.25 * 15.44) / 2.74, 6);
    const [once, often] = [1, 20].map((purchases) => expectedWorth(model, { purchases, mean: 100 }) ?? NaN);
    expect([all, once, often, 100]).toEqual([all, once, often, 100].toSorted((a = 0, b = 0) => a - b));
  });

  it('has no mean where the tail is too heavy, and no fit for fewer than two', () => {
    expect(expectedWorth({ p: 2, q: 0.9, gamma: 1 }, { purchases: 3, mean: 5 })).toBeNull();
    expect(fitGammaGamma([{ purchases: 2, mean: 5, customers: 1 }])).toBeNull();
  });
});

describe('what they are reckoned with', () => {
  it('knows values of published tables', () => {
    expect(digamma(1)).toBeCloseTo(-0.577_215_664_9, 9);
    expect(digamma(0.5)).toBeCloseTo(-1.963_510_026_0, 9);
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 12);
    expect(hypergeometric(1, 1, 2, 0.5)).toBeCloseTo(2 * Math.LN2, 12);
  });

  it('walks down Rosenbrock’s valley', () => {
    const valley = minimise(
      ([x = 0, y = 0]) => ({
        value: (1 - x) ** 2 + 100 * (y - x * x) ** 2,
        slope: [-2 * (1 - x) - 400 * x * (y - x * x), 200 * (y - x * x)],
      }),
      { start: [-1.2, 1] },
    );
    expect(valley.converged).toBe(true);
    expect(valley.at.map((each) => Number(each.toFixed(5)))).toEqual([1, 1]);
  });

  it('turns no matrix round that has no inverse', () => {
    expect(
      inverted([
        [1, 2],
        [2, 4],
      ]),
    ).toBeNull();
    expect(
      inverted([
        [0, 2],
        [4, 0],
      ]),
    ).toEqual([
      [0, 0.25],
      [0.5, 0],
    ]);
  });
});

/** A population that lives by the model, by a generator with a seed of its own. */
function population({ r, alpha, a, b, leaves }: BgNbd, customers: number): PurchaseGroup[] {
  let state = 12_345;
  const uniform = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state + 0.5) / 4_294_967_296;
  };
  const normal = () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const gammaOf = (shape: number): number => {
    if (shape < 1) return gammaOf(shape + 1) * uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    for (;;) {
      const z = normal();
      const v = (1 + z / Math.sqrt(9 * d)) ** 3;
      if (v > 0 && Math.log(uniform()) < (z * z) / 2 + d - d * v + d * Math.log(v)) return d * v;
    }
  };
  return Array.from({ length: customers }, () => {
    const rate = gammaOf(r) / alpha;
    const [left, right] = [gammaOf(a), gammaOf(b)];
    const chance = left / (left + right);
    const age = 20 + 60 * uniform();
    let [at, repeats, last] = [0, 0, 0];
    const stays = (): boolean => (leaves === 'after_repeat' && repeats === 0) || uniform() >= chance;
    while (stays()) {
      at -= Math.log(uniform()) / rate;
      if (at > age) break;
      repeats += 1;
      last = at;
    }
    return { repeats, last, age, customers: 1 };
  });
}
