import { dispersion } from '../../statistics/count-limits.ts';
import { countToCome } from '../../statistics/prediction.ts';

/** A peak is told from ten days before its day to two weeks after. */
export const BEFORE = 10;
export const AFTER = 14;
const CALM_DAYS = 56;
const FEWEST_CALM = 28;
/** How unlike each other the same peaks of two years are where a shop has not told it yet: 15 %, as sure as two years would be. */
const USUAL_CHANGE = 0.15 ** 2;
const USUAL_WEIGHT = 2;
/** A year's growth is believed in halves: it seldom goes on whole. */
const DAMPED = 0.5;
const YEAR = 365.25;

/** Counts by day; days are numbers from the first of the history. */
export interface History {
  counts: ArrayLike<number>;
  /** Weekday of the first day. */
  weekday: number;
  /** Days that belong to some event of the calendar: they tell nothing of the calm level. */
  special(day: number): boolean;
}

export interface DayForecast {
  /** Counted from the event's day 0. */
  offset: number;
  expected: number;
  low: number;
  high: number;
}

export interface PeakForecast {
  days: DayForecast[];
  total: Omit<DayForecast, 'offset'>;
  /** Earlier occurrences it was learned from. */
  learnedFrom: number;
  /** Of a calm day before the peak. */
  calm: number;
}

export interface Backtest {
  day0: number;
  forecast: Omit<DayForecast, 'offset'>;
  actual: number;
  inside: boolean;
}

interface Level {
  perDay: number;
  /** Relative variance: how surely it is known, and how uneven days are beyond Poisson. */
  error: number;
  uneven: number;
}

/**
 * What a peak will bring, from the last day known: the calm level (eight weeks, by weekday), grown by half of a year's growth, times how
 * many times the calm level the same days around the earlier occurrences brought (geometric mean). The range is a negative binomial's
 * (95 %); its variance holds chance, unevenness of days, the level's error and how unlike each other the peaks of years are. Null
 * without an earlier occurrence or four calm weeks.
 */
export function forecastPeak(
  history: History,
  { day0, earlier, known }: { day0: number; earlier: readonly number[]; known: number },
): PeakForecast | null {
  const weekdays = weekdayFactors(history, known);
  const now = levelBefore(history, Math.min(known + 1, day0 - BEFORE), weekdays);
  const past = earlier.flatMap((zero) => upliftOf(history, zero, known, weekdays) ?? []);
  if (!now || past.length === 0) return null;
  const level = now.perDay * growthOf(history, known, day0 - known, weekdays);
  const change = changeBetween(past);
  const shared = change * (1 + 1 / past.length) + now.error;
  const days = offsets.map((offset, at): DayForecast => {
    const uplift = geometricMean(past.map(({ byDay }) => byDay[at] ?? 1));
    const expected = level * uplift * (weekdays[weekdayAt(history, day0 + offset)] ?? 1);
    return { offset, expected, ...countToCome(expected, shared + now.uneven / Math.max(expected, 1)) };
  });
  const sum = days.reduce((total, { expected }) => total + expected, 0);
  return {
    days,
    total: { expected: sum, ...countToCome(sum, shared + now.uneven / Math.max(sum, 1)) },
    learnedFrom: past.length,
    calm: level,
  };
}

/** Each occurrence that is over, foretold from as many days before it as the next one is away; null where that was not possible. */
export function backtestPeaks(
  history: History,
  occurrences: readonly number[],
  { known, ahead }: { known: number; ahead: number },
): Backtest[] {
  return occurrences.flatMap((day0) => {
    if (day0 + AFTER > known) return [];
    const earlier = occurrences.filter((other) => other < day0);
    const forecast = forecastPeak(history, { day0, earlier, known: day0 - Math.max(ahead, BEFORE + 1) });
    if (!forecast) return [];
    const actual = offsets.reduce((sum, offset) => sum + (history.counts[day0 + offset] ?? 0), 0);
    const { low, high } = forecast.total;
    return [{ day0, forecast: forecast.total, actual, inside: low <= actual && actual <= high }];
  });
}

export const offsets: readonly number[] = Array.from({ length: BEFORE + AFTER + 1 }, (_, at) => at - BEFORE);

const weekdayAt = ({ weekday }: History, day: number): number => (((weekday + day) % 7) + 7) % 7;

/** Each weekday against the mean of all, over the calm days of half a year. */
function weekdayFactors(history: History, known: number): number[] {
  const sums = Array.from({ length: 7 }, () => ({ n: 0, days: 0 }));
  for (let day = Math.max(0, known - 182); day <= known; day += 1) {
    if (history.special(day)) continue;
    const sum = sums[weekdayAt(history, day)];
    if (!sum) continue;
    sum.n += history.counts[day] ?? 0;
    sum.days += 1;
  }
  const all = sums.reduce((total, { n, days }) => ({ n: total.n + n, days: total.days + days }), { n: 0, days: 0 });
  const mean = all.days > 0 ? all.n / all.days : 0;
  return sums.map(({ n, days }) => (days === 0 || mean === 0 ? 1 : (n + 10) / (mean * days + 10)));
}

/** Of the calm days in the weeks that end the day before. */
function levelBefore(history: History, end: number, weekdays: readonly number[]): Level | null {
  const [seen, weights]: [number[], number[]] = [[], []];
  for (let day = end - 1; day >= 0 && seen.length < CALM_DAYS && day >= end - 2 * CALM_DAYS; day -= 1) {
    if (history.special(day)) continue;
    seen.push(history.counts[day] ?? 0);
    weights.push(weekdays[weekdayAt(history, day)] ?? 1);
  }
  const [n, weight] = [seen, weights].map((list) => list.reduce((sum, each) => sum + each, 0)) as [number, number];
  if (seen.length < FEWEST_CALM || n === 0) return null;
  const perDay = n / weight;
  const phi = dispersion(
    seen,
    weights.map((each) => each * perDay),
  );
  return { perDay, error: phi / n, uneven: phi - 1 };
}

interface Uplift {
  /** Times the calm level, by offset. */
  byDay: number[];
  whole: number;
}

/** An occurrence that is not over by the last day known tells nothing. */
function upliftOf(history: History, zero: number, known: number, weekdays: readonly number[]): Uplift | undefined {
  if (zero - BEFORE < 0 || zero + AFTER > known) return undefined;
  const level = levelBefore(history, zero - BEFORE, weekdays) ?? levelAfter(history, zero + AFTER + 1, known, weekdays);
  if (!level) return undefined;
  const byDay = offsets.map((offset) => {
    const usual = level.perDay * (weekdays[weekdayAt(history, zero + offset)] ?? 1);
    return ((history.counts[zero + offset] ?? 0) + 0.5) / (usual + 0.5);
  });
  return { byDay, whole: byDay.reduce((sum, each) => sum + each, 0) / byDay.length };
}

/** Where a shop's history begins with a peak, the calm after it stands for the calm before. */
function levelAfter(history: History, from: number, known: number, weekdays: readonly number[]): Level | null {
  return levelBefore(history, Math.min(known + 1, from + 2 * CALM_DAYS), weekdays);
}

const geometricMean = (values: readonly number[]): number =>
  Math.exp(values.reduce((sum, value) => sum + Math.log(Math.max(value, 1e-6)), 0) / Math.max(1, values.length));

/** How unlike each other the peaks are, as a relative variance: the shop's own years and what is usual, weighed by their number. */
function changeBetween(past: readonly Uplift[]): number {
  const logs = past.map(({ whole }) => Math.log(Math.max(whole, 1e-6)));
  const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
  const squares = logs.reduce((sum, log) => sum + (log - mean) ** 2, 0);
  return (USUAL_WEIGHT * USUAL_CHANGE + squares) / (USUAL_WEIGHT + logs.length - 1);
}

/** From the level now to that of the peak: half of what the last year changed, for the time that lies between. */
function growthOf(history: History, known: number, ahead: number, weekdays: readonly number[]): number {
  const [now, before] = [known + 1, known + 1 - Math.round(YEAR)].map((end) => levelBefore(history, end, weekdays));
  if (!now || !before || before.perDay <= 0) return 1;
  const yearly = Math.min(2, Math.max(0.5, now.perDay / before.perDay));
  return yearly ** ((DAMPED * Math.max(0, ahead)) / YEAR);
}
