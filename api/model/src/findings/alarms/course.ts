import { chanceOfAtLeast, smallestUnusual } from '../../statistics/count-limits.ts';

/** Nothing is judged before so many days of history. */
const LEARNED_FROM = 21;
/** A day becomes part of what is usual when it is so old: an excess that begins today must not explain itself. */
const RIPE_AFTER = 7;
/** Excesses are looked for in the last day, in two and in seven; the budget is shared by them. */
export const WINDOWS = [1, 2, 7] as const;
/** Two of anything are no alarm. */
const FEWEST = 3;
/** Below so many events expected in its memory a slice is as uneven as its shop. */
const TELLS_ITS_OWN = 20;
const QUIET_DAYS = 3;
const QUIET_CHANCE = 0.025;
/** What lasts so long is no alarm any more but how things are. */
const NEW_LEVEL_AFTER = 28;
/** Mean days of a month. */
const MONTH = 365.25 / 12;

export interface Expectation {
  /** What the level is multiplied by on each day: orders, weekday, calendar. */
  weight: readonly number[];
  /** Relative variance of a day's expectation that all events of the day share. */
  shared: readonly number[];
  /** Days of the past that tell the level. */
  memory: number;
}

export interface Course {
  expected: Float64Array;
  /** The smallest count of the single day that would raise an alarm; NaN while nothing is known yet. */
  limit: Float64Array;
  /** Relative variance of the day's expectation. */
  variance: Float64Array;
  episodes: Episode[];
}

/** A stretch of days in which a series is above what chance explains. Days count from the first of the history. */
export interface Episode {
  started: number;
  detected: number;
  last: number;
  /** Null: still open on the last judged day. `new_level`: it has lasted, or was outgrown by the next. */
  ended: { on: number; how: 'recovered' | 'new_level' } | null;
  /** What raised it. */
  window: number;
  observed: number;
  expected: number;
  limit: number;
  chance: number;
}

/** The tail that one look at one window of one series may have. */
export const chanceOfLook = (monthlyBudget: number): number => monthlyBudget / MONTH / WINDOWS.length;

/**
 * Half of the chance of the very count belongs to it (mid-p; Lancaster 1961): small counts jump, and a limit that takes the whole step
 * raises a quarter of the false alarms that the budget allows.
 */
const midChance = (count: number, mean: number, relativeVariance: number): number =>
  (chanceOfAtLeast(count, mean, relativeVariance) + chanceOfAtLeast(count + 1, mean, relativeVariance)) / 2;

function limitOf(alpha: number, mean: number, relativeVariance: number): number {
  const least = smallestUnusual(alpha, mean, relativeVariance);
  return Math.max(FEWEST, midChance(least - 1, mean, relativeVariance) <= alpha ? least - 1 : least);
}

/** What is summed over the days that tell what is usual. */
class Memory {
  readonly #inside: Uint8Array;
  seen = 0;
  weight = 0;
  days = 0;
  chi = new Float64Array(WINDOWS.length);
  expected = 0;

  constructor(
    private readonly counts: ArrayLike<number>,
    private readonly weights: readonly number[],
    private readonly means: Float64Array,
    private readonly chis: readonly Float64Array[],
  ) {
    this.#inside = new Uint8Array(counts.length);
  }

  enter(day: number): void {
    if (day < 0 || this.#inside[day]) return;
    this.#inside[day] = 1;
    this.#add(day, 1);
  }

  leave(day: number): void {
    if (day < 0 || !this.#inside[day]) return;
    this.#inside[day] = 0;
    this.#add(day, -1);
  }

  #add(day: number, sign: 1 | -1): void {
    this.seen += sign * (this.counts[day] ?? 0);
    this.weight += sign * (this.weights[day] ?? 0);
    const mean = this.means[day] ?? Number.NaN;
    if (Number.isNaN(mean)) return;
    this.days += sign;
    this.expected += sign * mean;
    this.chis.forEach((chi, at) => (this.chi[at] = (this.chi[at] ?? 0) + sign * (chi[day] ?? 0)));
  }

  /** Pearson's χ² a day, of sums over the window. */
  dispersion(at: number): number {
    if (this.days < 14 || this.expected < TELLS_ITS_OWN) return 1;
    return Math.max(1, (this.chi[at] ?? 0) / (this.days - 1));
  }
}

/**
 * Walks through a series day by day, each judged by the days before it alone: what is expected (a level learned from the ripe, calm
 * days of the memory, times the day's weight), between which limits (quasi-Poisson, as a negative binomial of the same variance), and
 * where it was above them.
 */
export function walk(
  counts: ArrayLike<number>,
  { weight, shared, memory }: Expectation,
  { through, monthlyBudget }: { through: number; monthlyBudget: number },
): Course {
  const days = counts.length;
  const alpha = chanceOfLook(monthlyBudget);
  const [expected, limit, variance] = [0, 1, 2].map(() => new Float64Array(days).fill(Number.NaN)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const chis = WINDOWS.map(() => new Float64Array(days));
  const usual = new Memory(counts, weight, expected, chis);
  const excluded = new Uint8Array(days);
  const episodes: Episode[] = [];
  let open: Episode | null = null;
  const first = firstTold(weight);
  for (let day = first; day < days; day += 1) {
    const ripe = day - RIPE_AFTER - 1;
    if (ripe >= first && !excluded[ripe]) usual.enter(ripe);
    usual.leave(ripe - memory);
    if (day - first < LEARNED_FROM || usual.weight <= 0) continue;
    const level = (usual.seen + 0.5) / usual.weight;
    expected[day] = level * (weight[day] ?? 0);
    // What an alarm that is over has brought raises no other.
    const since = episodes.at(-1)?.ended?.on ?? 0;
    const sums = WINDOWS.map((window) => sumUp(counts, expected, day, Math.min(window, day - since + 1)));
    sums.forEach(({ seen, mean }, at) => {
      const chi = chis[at];
      if (chi && mean > 0) chi[day] = (seen - mean) ** 2 / mean;
    });
    const spread = (at: number, mean: number): number => {
      const dispersion = Math.max(usual.dispersion(0), usual.dispersion(at));
      return Math.max((dispersion - 1) / Math.max(mean, 1e-9), shared[day] ?? 0) + dispersion / (usual.seen + 0.5);
    };
    const mean = expected[day] ?? 0;
    const around = spread(0, mean);
    variance[day] = around;
    limit[day] = limitOf(alpha, mean, around);
    if (day > through) continue;
    const alarm = unusual(sums, alpha, spread);
    if (open) {
      const outgrown = isOutgrown(open, { counts, expected, day, alpha, variance: around });
      if (alarm && !outgrown) open.last = day;
      const calm = isCalm(sumUp(counts, expected, day, QUIET_DAYS), spread) && day - open.last >= QUIET_DAYS;
      const settled = day - open.detected >= NEW_LEVEL_AFTER;
      if (!calm && !settled && !outgrown) {
        excluded[day] = 1;
        continue;
      }
      open.ended = { on: day, how: calm ? 'recovered' : 'new_level' };
      if (settled && !calm) settle(usual, excluded, first, open.started, day);
      open = null;
      if (!outgrown) continue;
    }
    if (alarm) {
      open = begin(counts, expected, day, alarm);
      episodes.push(open);
      for (let bad = open.started; bad <= day; bad += 1) excluded[bad] = 1;
    }
  }
  return { expected, limit, variance, episodes };
}

/** Days before the first that could bring something tell nothing. */
function firstTold(weight: readonly number[]): number {
  const first = weight.findIndex((each) => each > 0);
  return first < 0 ? weight.length : first;
}

interface Sum {
  window: number;
  seen: number;
  mean: number;
}

function sumUp(counts: ArrayLike<number>, expected: Float64Array, day: number, window: number): Sum {
  let [seen, mean, days] = [0, 0, 0];
  for (let each = Math.max(0, day - window + 1); each <= day; each += 1) {
    const one = expected[each] ?? Number.NaN;
    if (Number.isNaN(one)) continue;
    seen += counts[each] ?? 0;
    mean += one;
    days += 1;
  }
  return { window: days, seen, mean };
}

interface Raised extends Sum {
  chance: number;
  limit: number;
}

/** The window that says it most clearly. */
function unusual(sums: readonly Sum[], alpha: number, spread: (at: number, mean: number) => number): Raised | null {
  let found: Raised | null = null;
  for (const [at, sum] of sums.entries()) {
    if (sum.seen < FEWEST || sum.seen <= sum.mean) continue;
    const variance = spread(at, sum.mean);
    const chance = midChance(sum.seen, sum.mean, variance);
    if (chance > alpha || (found && found.chance <= chance)) continue;
    found = { ...sum, chance, limit: limitOf(alpha, sum.mean, variance) };
  }
  return found;
}

const isCalm = ({ seen, mean }: Sum, spread: (at: number, mean: number) => number): boolean =>
  chanceOfAtLeast(seen, mean, spread(1, mean)) > QUIET_CHANCE;

/** Far above what the alarm itself has brought so far: something else has happened, and is told anew. */
function isOutgrown(
  open: Episode,
  now: { counts: ArrayLike<number>; expected: Float64Array; day: number; alpha: number; variance: number },
): boolean {
  const { counts, expected, day, alpha, variance } = now;
  if (day - open.detected < QUIET_DAYS) return false;
  const { seen, mean } = sumUp(counts, expected, day - 1, day - open.started);
  const raised = (expected[day] ?? 0) * Math.max(1, mean > 0 ? seen / mean : 1);
  const count = counts[day] ?? 0;
  return count >= FEWEST && count > raised && midChance(count, raised, variance) <= alpha;
}

/** The excess began on the first day of its window that was above what was expected. */
function begin(counts: ArrayLike<number>, expected: Float64Array, day: number, raised: Raised): Episode {
  let started = day;
  for (let each = day - raised.window + 1; each <= day; each += 1) {
    if ((counts[each] ?? 0) <= (expected[each] ?? 0)) continue;
    started = each;
    break;
  }
  const { window, seen, mean, limit, chance } = raised;
  return { started, detected: day, last: day, ended: null, window, observed: seen, expected: mean, limit, chance };
}

/** What has lasted is what is usual now; what was before is over. */
function settle(usual: Memory, excluded: Uint8Array, first: number, from: number, day: number): void {
  for (let old = first; old < from; old += 1) {
    usual.leave(old);
    excluded[old] = 1;
  }
  for (let each = from; each < day - RIPE_AFTER; each += 1) usual.enter(each);
  for (let each = from; each <= day; each += 1) excluded[each] = 0;
}
