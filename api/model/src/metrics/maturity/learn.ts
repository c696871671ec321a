/** Delays are followed for half a year; whatever comes later still is taken as never coming. */
export const MOST_DELAY = 180;
/** Ages at which the weeks of the past are held against each other. */
export const CHECKPOINTS: readonly number[] = [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 45, 60, 90, 120, 180];

const FEWEST_OUTCOMES = 200;
const FEWEST_WEEKS = 8;
/** What is missing is never surer than this: delays drift from year to year, which few weeks do not show. */
const LEAST_ERROR_OF_MISSING = 0.2;
const WEEK = 7;

/** What is known today of the outcomes of some days: how many with which delay, how many of days how old, and how many of each week by which age. */
export interface History {
  /** At d: outcomes known d days after the day they belong to. */
  byDelay: readonly number[];
  /** At a: outcomes of the day that lies a days back. */
  byAge: readonly number[];
  /** At w: outcomes of the days 7w … 7w + 6 days back, by the first checkpoint at which they were known. */
  weeks: readonly (readonly number[])[];
}

/** What share of the outcomes is known so many days after, up to the day from which all are. */
export interface DelayCurve {
  known: readonly number[];
  /** The relative standard error of that share for a day to come: of learning it, and of weeks that are unlike each other. */
  spread: readonly number[];
}

const at = (numbers: readonly number[], index: number): number => numbers[index] ?? 0;
const upTo = (numbers: readonly number[]): number[] => {
  let sum = 0;
  return numbers.map((number) => (sum += number));
};

/**
 * The reverse-time product estimator of delays that are truncated by today (Lagakos, Barraj and De Gruttola, Biometrika 75, 1988; on
 * a triangle of days it is the chain ladder, Mack, ASTIN Bulletin 23, 1993): of the outcomes of days at least d days back that were
 * known by then, the share known before d; multiplied from the longest delay down. Greenwood's sum gives its variance.
 */
function productEstimate({ byDelay, byAge }: History, horizon: number): { known: number[]; variance: number[] } | null {
  const delayed = upTo(Array.from({ length: horizon + 1 }, (_, delay) => at(byDelay, delay)));
  const younger = upTo(byAge);
  const known = Array.from({ length: horizon + 1 }, () => 1);
  const variance = Array.from({ length: horizon + 1 }, () => 0);
  for (let delay = horizon; delay > 0; delay -= 1) {
    const events = at(byDelay, delay);
    const risk = at(delayed, delay) - at(younger, delay - 1);
    if (delay === horizon && risk < FEWEST_OUTCOMES) return null;
    const kept = risk > 0 ? 1 - events / risk : 1;
    known[delay - 1] = at(known, delay) * kept;
    variance[delay - 1] = at(variance, delay) + (events > 0 && kept > 0 ? events / (risk * (risk - events)) : 0);
  }
  return { known, variance };
}

/** How far weeks of the past lay from the curve at each checkpoint, beyond what chance alone explains: a relative variance, by moments. */
function betweenWeeks(weeks: readonly (readonly number[])[], known: readonly number[]): number[] {
  return CHECKPOINTS.map((checkpoint, index) => {
    const share = known[checkpoint] ?? 1;
    if (share >= 1 || share <= 0) return 0;
    let [excess, weight] = [0, 0];
    for (const week of weeks) {
      const total = week.reduce((sum, number) => sum + number, 0);
      const seen = week.slice(0, index + 1).reduce((sum, number) => sum + number, 0);
      excess += (seen - share * total) ** 2 - total * share * (1 - share);
      weight += (total * share) ** 2;
    }
    return weight > 0 ? Math.max(0, excess / weight) : 0;
  });
}

function between(values: readonly number[], day: number): number {
  const above = CHECKPOINTS.findIndex((checkpoint) => checkpoint >= day);
  const [low, high] = [CHECKPOINTS[above - 1] ?? 0, CHECKPOINTS[above] ?? MOST_DELAY];
  const [from, to] = [at(values, Math.max(0, above - 1)), at(values, above)];
  return high === low ? to : from + ((to - from) * (day - low)) / (high - low);
}

/** null: the history is too short, or too few outcomes stand in it, to tell when all are known. */
export function learnCurve(history: History): DelayCurve | null {
  const length = history.byAge.findLastIndex((number) => number > 0) + 1;
  const horizon = Math.min(MOST_DELAY, length - 4 * WEEK);
  if (horizon < 2 * WEEK) return null;
  const estimate = productEstimate(history, horizon);
  if (!estimate) return null;
  const { known, variance } = estimate;
  if (at(known, Math.floor(0.75 * horizon)) < 0.98) return null; // outcomes still came in when the history ended
  const nearly = known.findIndex((share) => share >= 0.99);
  const weeks = history.weeks.filter((week, index) => index * WEEK >= nearly && week.some((number) => number > 0));
  if (weeks.length < FEWEST_WEEKS) return null;
  const unlike = betweenWeeks(weeks, known);
  const last = known.findIndex((share) => share >= 0.9995);
  const errorAt = (share: number, day: number): number =>
    share >= 0.9995
      ? 0
      : Math.max(LEAST_ERROR_OF_MISSING * (1 - share), Math.sqrt(at(variance, day) + between(unlike, day)));
  return { known: known.slice(0, last + 1), spread: known.slice(0, last + 1).map(errorAt) };
}
