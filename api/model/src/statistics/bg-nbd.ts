import { digamma, logGamma } from './gamma.ts';
import { hypergeometric } from './hypergeometric.ts';
import { curvature, inverted, minimise, varianceOf, type Objective } from './optimiser.ts';

/**
 * The BG/NBD model of repeat buying (Fader, Hardie, Lee, "Counting Your Customers" the Easy Way, Marketing Science 24, 2005): while
 * alive a customer buys at a Poisson rate, which differs between customers by a gamma distribution (r, alpha); after each repeat purchase
 * they leave for good with a probability, which differs by a beta distribution (a, b). As MBG/NBD (Batislam, Denizel, Filiztekin, IJRM 24,
 * 2007) they may leave after any purchase, the first one too.
 */
export interface BgNbd {
  r: number;
  alpha: number;
  a: number;
  b: number;
  leaves: Leaves;
}

export type Leaves = 'after_repeat' | 'after_any';

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

const parameters = ([r = 0, alpha = 0, a = 0, b = 0]: readonly number[], leaves: Leaves): BgNbd => ({
  r: Math.exp(r),
  alpha: Math.exp(alpha),
  a: Math.exp(a),
  b: Math.exp(b),
  leaves,
});
const logarithms = ({ r, alpha, a, b }: Omit<BgNbd, 'leaves'>): number[] => [r, alpha, a, b].map(Math.log);

/** What depends on the number of repeats alone: reckoned once for all who share it. `left`: ln of how likely leaving is against staying. */
function ofRepeats({ r, alpha, a, b, leaves }: BgNbd, x: number) {
  const any = leaves === 'after_any';
  const [whole, later] = [digamma(a + b), digamma(a + b + x)];
  const stayed = logGamma(a + b) + logGamma(b + x) - logGamma(b) - logGamma(a + b + x);
  const value = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + stayed;
  const chances = any ? b + x : b + x - 1;
  return {
    value: any ? value + Math.log(b + x) - Math.log(a + b + x) : value,
    left: any || x > 0 ? Math.log(a) - Math.log(chances) : -Infinity,
    chances,
    r: digamma(r + x) - digamma(r) + Math.log(alpha),
    a: whole - later - (any ? 1 / (a + b + x) : 0),
    b: whole + digamma(b + x) - digamma(b) - later + (any ? 1 / (b + x) - 1 / (a + b + x) : 0),
  };
}

/** So little that no estimate moves by it; it keeps them finite where all customers are alike and r and alpha would grow without end. */
const HOLD = 1e-7;
const held = (at: readonly number[]): number => HOLD * at.reduce((sum, each) => sum + each ** 2, 0);

/** The mean log-likelihood (their equation 6) with its sign turned, and its slope by the logarithms of the parameters. */
function objectiveOf(groups: readonly PurchaseGroup[], leaves: Leaves): Objective {
  const byRepeats = [...Map.groupBy(groups, ({ repeats }) => repeats)];
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  return (at) => {
    const model = parameters(at, leaves);
    const { r, alpha, a, b } = model;
    let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
    for (const [x, alike] of byRepeats) {
      const common = ofRepeats(model, x);
      for (const { last, age, customers: n } of alike) {
        const [toAge, toLast] = [Math.log(alpha + age), Math.log(alpha + last)];
        const lead = common.left + (r + x) * (toAge - toLast);
        const gone = 1 / (1 + Math.exp(-lead));
        const alive = 1 - gone;
        value += n * (common.value - (r + x) * toAge + (lead > 30 ? lead : Math.log1p(Math.exp(lead))));
        byR += n * (common.r - alive * toAge - gone * toLast);
        byAlpha += n * (r / alpha - (r + x) * (alive / (alpha + age) + gone / (alpha + last)));
        byA += n * (common.a + gone / a);
        byB += n * (common.b - (gone > 0 ? gone / common.chances : 0));
      }
    }
    const slope = [byR * r, byAlpha * alpha, byA * a, byB * b].map(
      (each, index) => -each / customers + 2 * HOLD * (at[index] ?? 0),
    );
    return { value: -value / customers + held(at), slope };
  };
}

/** Maximum likelihood. Null without a customer who came back: nothing tells how often they do. */
export function fitBgNbd(groups: readonly PurchaseGroup[], leaves: Leaves = 'after_repeat'): BgNbdFit | null {
  if (!groups.some(({ repeats, customers }) => repeats > 0 && customers > 0)) return null;
  const customers = groups.reduce((sum, group) => sum + group.customers, 0);
  const meanAge = groups.reduce((sum, group) => sum + group.age * group.customers, 0) / customers;
  const objective = objectiveOf(groups, leaves);
  const found = minimise(objective, logarithms({ r: 0.5, alpha: Math.max(meanAge / 4, 1e-3), a: 1, b: 2 }));
  const inverse = inverted(curvature(objective, found.at));
  const sound = inverse?.every((row, index) => (row[index] ?? -1) > 0) ?? false;
  return {
    ...parameters(found.at, leaves),
    customers,
    logLikelihood: (held(found.at) - found.value) * customers,
    covariance: inverse && sound ? inverse.map((row) => row.map((each) => each / customers)) : null,
    converged: found.converged,
    steps: found.steps,
  };
}

/** The variance of whatever is reckoned from the parameters, by theirs; null where they have none. */
export function varianceUnder(fit: BgNbdFit, value: (model: BgNbd) => number): number | null {
  if (!fit.covariance) return null;
  return varianceOf((at) => value(parameters(at, fit.leaves)), logarithms(fit), fit.covariance);
}

/** The chance that a customer has not left; of who never came back 1 where nobody leaves before a repeat purchase. */
export function aliveProbability({ r, alpha, a, b, leaves }: BgNbd, { repeats: x, last, age }: Purchases): number {
  if (leaves === 'after_repeat' && x === 0) return 1;
  const chances = leaves === 'after_any' ? b + x : b + x - 1;
  return 1 / (1 + (a / chances) * ((alpha + age) / (alpha + last)) ** (r + x));
}

/** The formulas divide by a − 1; beside one they are level. */
const besideOne = (a: number): number => (Math.abs(a - 1) < 1e-6 ? 1 + 1e-6 : a);

/**
 * Purchases expected in a `time` of somebody alive whose rate is gamma (shape, over) and whose chance to leave is beta (a, b) (their
 * equations 9 and 10 share it).
 */
function whileAlive([shape, over]: [number, number], a: number, b: number, time: number): number {
  const stays = (over / (over + time)) ** shape * hypergeometric(shape, b, a + b - 1, time / (over + time));
  return ((a + b - 1) / (a - 1)) * (1 - stays);
}

/** Repeat purchases expected of somebody in the first `time` after their first one. */
export function expectedRepeats({ r, alpha, a: given, b, leaves }: BgNbd, time: number): number {
  if (time <= 0) return 0;
  const a = besideOne(given);
  if (leaves === 'after_repeat') return whileAlive([r, alpha], a, b, time);
  return (b / (a + b)) * whileAlive([r, alpha], a, b + 1, time);
}

/** Purchases expected in the `time` to come of a customer whose history is known. */
export function expectedNext(model: BgNbd, history: Purchases, time: number): number {
  if (time <= 0) return 0;
  const { r, alpha, b, leaves } = model;
  const { repeats: x, age } = history;
  const stayed = leaves === 'after_any' ? b + x + 1 : b + x;
  return aliveProbability(model, history) * whileAlive([r + x, alpha + age], besideOne(model.a), stayed, time);
}
