import { digamma, logGamma } from './gamma.ts';
import { hypergeometric } from './hypergeometric.ts';
import { curvature, inverted, minimise, varianceOf, type Objective } from './optimiser.ts';

/**
 * The BG/NBD model of repeat buying (Fader, Hardie, Lee, "Counting Your Customers" the Easy Way, Marketing Science 24, 2005): while
 * alive a customer buys at a Poisson rate, which differs between customers by a gamma distribution (r, alpha); after each purchase they
 * leave for good with a probability, which differs by a beta distribution (a, b).
 */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
}

/** What the model needs of a customer: repeat purchases, when the last was, how long they have been known; both from the first, in one unit. */
export interface Purchases {
  repeats: number;
  last: number;
  age: number;
}

/** Customers with the same history. */
export interface PurchaseGroup extends Purchases {
  customers: number;
}

export interface BgNbdFit extends BgNbd {
  customers: number;
  logLikelihood: number;
  /** Of the logarithms of r, alpha, a and b; null where the data do not tell them apart. */
  covariance: number[][] | null;
  converged: boolean;
  steps: number;
}

const parameters = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[]): BgNbd => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
});
const logarithms = ({ r, alpha, a, b }: BgNbd): number[] => [r, alpha, a, b].map(Math.log);

/** What depends on the number of repeats alone: reckoned once for all who share it. */
function ofRepeats({ r, alpha, a, b }: BgNbd, x: number) {
  const value =
    logGamma(r + x) -
    logGamma(r) +
    r * Math.log(alpha) +
    (logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x));
  const [whole, later] = [digamma(a + b), digamma(a + b + x)];
  return {
    value,
    r: digamma(r + x) - digamma(r) + Math.log(alpha),
    a: whole - later,
    b: whole + digamma(b + x) - digamma(b) - later,
  };
}

/** The mean log-likelihood (their equation 6) with its sign turned, and its slope by the logarithms of the parameters. */
function objectiveOf(groups: readonly PurchaseGroup[]): Objective {
  const byRepeats = [...Map.groupBy(groups, ({ repeats }) => repeats)];
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  return (at) => {
    const model = parameters(at);
    const { r, alpha, a, b } = model;
    let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    for (const [x, held] of byRepeats) {
      const common = ofRepeats(model, x);
      const left = x > 0 ? Math.log(a) - Math.log(b + x - 1) : 0;
      for (const { last, age, customers: n } of held) {
        const [toAge, toLast] = [Math.log(alpha + age), Math.log(alpha + last)];
        // How likely it is that they have left rather than stayed: e to this against one.
        const lead = x > 0 ? left + (r + x) * (toAge - toLast) : -Infinity;
        const gone = 1 / (1 + Math.exp(-lead));
        const alive = 1 - gone;
        value += n * (common.value - (r + x) * toAge + (lead > 30 ? lead : Math.log1p(Math.exp(lead))));
        byR += n * (common.r - alive * toAge - gone * toLast);
        byAlpha += n * (r / alpha - (r + x) * (alive / (alpha + age) + gone / (alpha + last)));
        byA += n * (common.a + (x > 0 ? gone / a : 0));
        byB += n * (common.b - (x > 0 ? gone / (b + x - 1) : 0));
      }
    }
    const slope = [byR * r, byAlpha * alpha, byA * a, byB * b].map((each) => -each / customers);
    return { value: -value / customers, slope };
  };
}

/** Maximum likelihood. Null without a customer who came back: nothing tells how often they do. */
export function fitBgNbd(groups: readonly PurchaseGroup[]): BgNbdFit | null {
  if (!groups.some(({ repeats, customers }) => repeats > 0 && customers > 0)) return null;
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  const meanAge = groups.reduce((sum, group) => sum + group.age * group.customers, 0) / customers;
  const objective = objectiveOf(groups);
  const found = minimise(objective, logarithms({ r: 0.5, alpha: Math.max(meanAge / 4, 1e-3), a: 1, b: 2 }));
  const inverse = inverted(curvature(objective, found.at));
  const sound = inverse?.every((row, index) => (row[index] ?? -1) > 0) ?? false;
  return {
    ...parameters(found.at),
    customers,
    logLikelihood: -found.value * customers,
    covariance: inverse && sound ? inverse.map((row) => row.map((each) => each / customers)) : null,
    converged: found.converged,
    steps: found.steps,
  };
}

/** The variance of whatever is reckoned from the parameters, by theirs; null where they have none. */
export function varianceUnder(fit: BgNbdFit, value: (model: BgNbd) => number): number | null {
  if (!fit.covariance) return null;
  return varianceOf((at) => value(parameters(at)), logarithms(fit), fit.covariance);
}

/** The chance that a customer has not left; 1 for who never came back: the model lets nobody leave before a repeat purchase. */
export function aliveProbability({ r, alpha, a, b }: BgNbd, { repeats: x, last, age }: Purchases): number {
  if (x === 0) return 1;
  return 1 / (1 + (a / (b + x - 1)) * ((alpha + age) / (alpha + last)) ** (r + x));
}

/** The formulas divide by a − 1; beside one they are level. */
const besideOne = (a: number): number => (Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a);

/** Repeat purchases expected of somebody in the first `time` after their first one (their equation 9). */
export function expectedRepeats({ r, alpha, a: given, b }: BgNbd, time: number): number {
  if (time <= 0) return 0;
  const a = besideOne(given);
  const stays = (alpha / (alpha + time)) ** r * hypergeometric(r, b, a + b - 1, time / (alpha + time));
  return ((a + b - 1) / (a - 1)) * (1 - stays);
}

/** Purchases expected in the `time` to come of a customer whose history is known (their equation 10). */
export function expectedNext(model: BgNbd, history: Purchases, time: number): number {
  const { r, alpha, b } = model;
  const { repeats: x, age } = history;
  if (time <= 0) return 0;
  const a = besideOne(model.a);
  const whole = alpha + age + time;
  const stays = ((alpha + age) / whole) ** (r + x) * hypergeometric(r + x, b + x, a + b + x - 1, time / whole);
  return ((a + b + x - 1) / (a - 1)) * (1 - stays) * aliveProbability(model, history);
}
