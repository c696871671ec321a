import { digamma, logGamma } from './gamma.ts';

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

/** Histories as columns, those of as many repeats side by side; `last` and `age` tell which of the `times` they are. */
export interface Histories {
  customers: number;
  times: Float64Array;
  runs: { repeats: number; first: number; end: number }[];
  last: Uint32Array;
  age: Uint32Array;
  weight: Float64Array;
}

export function historiesOf(groups: readonly PurchaseGroup[]): Histories {
  const places = new Map<number, number>();
  const placeOf = (time: number): number => {
    const place = places.get(time) ?? places.size;
    places.set(time, place);
    return place;
  };
  const sorted = groups.toSorted((a, b) => a.repeats - b.repeats);
  const runs: Histories['runs'] = [];
  for (const [at, { repeats }] of sorted.entries()) {
    const run = runs.at(-1);
    if (run?.repeats === repeats) run.end = at + 1;
    else runs.push({ repeats, first: at, end: at + 1 });
  }
  const last = Uint32Array.from(sorted, (group) => placeOf(group.last));
  const age = Uint32Array.from(sorted, (group) => placeOf(group.age));
  const weight = Float64Array.from(sorted, ({ customers }) => customers);
  const customers = weight.reduce((sum, each) => sum + each, 0);
  return { customers, times: Float64Array.from(places.keys()), runs, last, age, weight };
}

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

/** The log-likelihood of all histories (Fader, Hardie, Lee 2005, equation 6), and its slope by r, alpha, a and b. */
export function likelihoodOf(model: BgNbd, { times, runs, last, age, weight }: Histories) {
  const { r, alpha, a } = model;
  // Logarithms are dear: one for each of the days, not two for each history.
  const log = times.map((time) => Math.log(alpha + time));
  const inverse = times.map((time) => 1 / (alpha + time));
  let [value, byR, byAlpha, byA, byB] = [0, 0, 0, 0, 0];
  for (const { repeats: x, first, end } of runs) {
    const common = ofRepeats(model, x);
    const shape = r + x;
    let [all, allGone, leads, spans, paces] = [0, 0, 0, 0, 0];
    for (let at = first; at < end; at += 1) {
      const [n, toAge, toLast] = [weight[at]!, age[at]!, last[at]!];
      const lead = common.left + shape * (log[toAge]! - log[toLast]!);
      const odds = Math.exp(-Math.abs(lead));
      const gone = lead > 0 ? 1 / (1 + odds) : odds / (1 + odds);
      all += n;
      allGone += n * gone;
      leads += n * (Math.max(lead, 0) + Math.log1p(odds) - shape * log[toAge]!);
      spans += n * (log[toAge]! + gone * (log[toLast]! - log[toAge]!));
      paces += n * (inverse[toAge]! + gone * (inverse[toLast]! - inverse[toAge]!));
    }
    value += all * common.value + leads;
    byR += all * common.r - spans;
    byAlpha += (all * r) / alpha - shape * paces;
    byA += all * common.a + allGone / a;
    byB += all * common.b - (allGone > 0 ? allGone / common.chances : 0);
  }
  return { value, slope: [byR, byAlpha, byA, byB] as const };
}

/** The same histories with times of a hundredth of the longest: from where a fit of many finds its place at once. */
export function roughlyAlike(groups: readonly PurchaseGroup[]): PurchaseGroup[] {
  const step = groups.reduce((most, { age }) => Math.max(most, age), 0) / 100 || 1;
  const rough = new Map<number, PurchaseGroup>();
  for (const { repeats, last, age, customers } of groups) {
    const [toLast, toAge] = [Math.round(last / step), Math.round(age / step)];
    const key = (repeats * 101 + toLast) * 101 + toAge;
    const known = rough.get(key);
    if (known) known.customers += customers;
    else rough.set(key, { repeats, last: toLast * step, age: toAge * step, customers });
  }
  return [...rough.values()];
}
