import { hypergeometric } from './hypergeometric.ts';
import { curvature, inverted, minimise, variancesOf, type MinimiseFrom, type Objective } from './optimiser.ts';
import {
  historiesOf,
  likelihoodOf,
  roughlyAlike,
  type BgNbd,
  type Histories,
  type Leaves,
  type PurchaseGroup,
  type Purchases,
} from './purchase-histories.ts';

export type { BgNbd, Leaves, PurchaseGroup, Purchases };

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

/** So little that no estimate moves by it; it keeps them finite where all customers are alike and r and alpha would grow without end. */
const HOLD = 1e-7;
const held = (at: readonly number[]): number => HOLD * at.reduce((sum, each) => sum + each ** 2, 0);

/** The mean log-likelihood with its sign turned, and its slope by the logarithms of the parameters. */
function objectiveOf(histories: Histories, leaves: Leaves): Objective {
  return (at) => {
    const model = parameters(at, leaves);
    const { value, slope } = likelihoodOf(model, histories);
    const [byR, byAlpha, byA, byB] = slope;
    const byLogarithms = [byR * model.r, byAlpha * model.alpha, byA * model.a, byB * model.b];
    return {
      value: -value / histories.customers + held(at),
      slope: byLogarithms.map((each, index) => -each / histories.customers + 2 * HOLD * (at[index] ?? 0)),
    };
  };
}

/** Of more histories than that the place is looked for among rough ones first; the fit itself is to all of them. */
const MANY = 10_000;

function startOf(groups: readonly PurchaseGroup[], leaves: Leaves, first: number[]): MinimiseFrom {
  if (groups.length <= MANY) return { start: first };
  const rough = objectiveOf(historiesOf(roughlyAlike(groups)), leaves);
  const { at, converged } = minimise(rough, { start: first });
  return converged ? { start: at, inverse: inverted(curvature(rough, at)) } : { start: first };
}

/** Maximum likelihood. Null without a customer who came back: nothing tells how often they do. */
export function fitBgNbd(groups: readonly PurchaseGroup[], leaves: Leaves = 'after_repeat'): BgNbdFit | null {
  if (!groups.some(({ repeats, customers }) => repeats > 0 && customers > 0)) return null;
  const histories = historiesOf(groups);
  const { customers } = histories;
  const meanAge = groups.reduce((sum, group) => sum + group.age * group.customers, 0) / customers;
  const objective = objectiveOf(histories, leaves);
  const first = logarithms({ r: 0.5, alpha: Math.max(meanAge / 4, 1e-3), a: 1, b: 2 });
  const found = minimise(objective, startOf(groups, leaves, first));
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

/** The variances of what is reckoned from the parameters, by theirs; null where they have none. */
export function variancesUnder(fit: BgNbdFit, values: (model: BgNbd) => readonly number[]): number[] | null {
  if (!fit.covariance) return null;
  return variancesOf((at) => values(parameters(at, fit.leaves)), logarithms(fit), fit.covariance);
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

export interface Foreseen {
  /** The chance that a customer of each history has not left. */
  alive: Float64Array;
  /** Purchases expected of one in the time to come. */
  purchases: Float64Array;
}

/** The same of many histories at once: what only repeats and age decide is reckoned once for all who share them. */
export function foreseen(model: BgNbd, histories: readonly Purchases[], time: number): Foreseen {
  const { r, alpha, b, leaves } = model;
  const a = besideOne(model.a);
  const known = new Map<number, Map<number, number>>();
  const stillThere = ({ repeats: x, age }: Purchases): number => {
    let ofRepeats = known.get(x);
    if (!ofRepeats) known.set(x, (ofRepeats = new Map()));
    let purchases = ofRepeats.get(age);
    if (purchases === undefined) {
      purchases = time <= 0 ? 0 : whileAlive([r + x, alpha + age], a, leaves === 'after_any' ? b + x + 1 : b + x, time);
      ofRepeats.set(age, purchases);
    }
    return purchases;
  };
  const alive = Float64Array.from(histories, (history) => aliveProbability(model, history));
  const purchases = Float64Array.from(histories, (history, index) => alive[index]! * stillThere(history));
  return { alive, purchases };
}
