import { studentMean, wilson, type Interval } from '../../statistics/index.ts';
import type { Rule } from './grammar.ts';

/** What a rule counts on one day. Of scores `defects` are those of 1 to 3, `points` their sum, `squares` the sum of squares. */
export interface DayCount {
  day: string;
  whole: number;
  defects: number;
  points: number;
  squares: number;
}

export type RuleStatus = 'KEPT' | 'AT_RISK' | 'BROKEN' | 'TOO_FEW' | 'NOTHING';

interface Tally {
  whole: number;
  defects: number;
  points: number;
  squares: number;
}

/** A share of the allowance above which a rule that is kept is at risk. */
const NEARLY = 0.8;
/** What a day usually brings is the mean of so many last days. */
const USUAL_DAYS = 28;
const ROUNDING = 1e-9;

const isScore = ({ counts }: Rule): boolean => counts === 'scores';
/** The rule says how many may be bad; without it how many must be good. */
const isBadShare = ({ target }: Rule): boolean => target.below !== undefined || target.atMost !== undefined;
const boundOf = ({ target }: Rule): number => target.below ?? target.atMost ?? target.atLeast ?? target.above ?? 0;
const isStrict = ({ target }: Rule): boolean => target.below !== undefined || target.above !== undefined;

const tally = (days: readonly DayCount[]): Tally =>
  days.reduce<Tally>(
    (sum, day) => ({
      whole: sum.whole + day.whole,
      defects: sum.defects + day.defects,
      points: sum.points + day.points,
      squares: sum.squares + day.squares,
    }),
    { whole: 0, defects: 0, points: 0, squares: 0 },
  );

/** As the rule tells it: the share that is bad, the share that is good, or a mean; null of nothing. */
function valueOf(rule: Rule, { whole, defects, points }: Tally): number | null {
  if (whole <= 0) return null;
  if (isScore(rule)) return points / whole;
  return isBadShare(rule) ? defects / whole : 1 - defects / whole;
}

function keeps(rule: Rule, value: number): boolean {
  const distance = isBadShare(rule) ? boundOf(rule) - value : value - boundOf(rule);
  return isStrict(rule) ? distance > ROUNDING : distance >= -ROUNDING;
}

/** Defects that so many rows may have at most; below 0: none, not even the rule's own bound allows it. */
function allowed(rule: Rule, whole: number): number {
  const most = whole * (isBadShare(rule) ? boundOf(rule) : 1 - boundOf(rule));
  return isStrict(rule) ? Math.ceil(most - ROUNDING) - 1 : Math.floor(most + ROUNDING);
}

/** How many more defects on the rows there are until the rule is broken; below 0: how many must go. Of scores: more scores of 1. */
function headroomOf(rule: Rule, sums: Tally): number | null {
  if (sums.whole <= 0) return null;
  if (!isScore(rule)) return allowed(rule, sums.whole) - sums.defects;
  const room = (sums.points - boundOf(rule) * sums.whole) / (boundOf(rule) - 1);
  return isStrict(rule) ? Math.ceil(room - ROUNDING) - 1 : Math.floor(room + ROUNDING);
}

/** Rows without a defect (scores of 5) that would have to come until a broken rule is kept again; null where none would help. */
function cleanNeeded(rule: Rule, sums: Tally): number | null {
  if (isScore(rule)) {
    const gap = boundOf(rule) * sums.whole - sums.points;
    return boundOf(rule) < 5
      ? Math.max(0, (isStrict(rule) ? 1 : 0) + Math.ceil(gap / (5 - boundOf(rule)) - ROUNDING))
      : null;
  }
  const share = isBadShare(rule) ? boundOf(rule) : 1 - boundOf(rule);
  if (share <= 0) return null;
  const whole = sums.defects / share;
  return Math.max(0, (isStrict(rule) ? Math.floor(whole + ROUNDING) + 1 : Math.ceil(whole - ROUNDING)) - sums.whole);
}

function intervalOf(rule: Rule, { whole, defects, points, squares }: Tally): Interval | null {
  if (isScore(rule)) return studentMean({ sum: points, squares, n: whole });
  return wilson(isBadShare(rule) ? defects : whole - defects, whole);
}

function statusOf(rule: Rule, sums: Tally, value: number | null): RuleStatus {
  if (value === null) return 'NOTHING';
  if (sums.whole < rule.minSample) return 'TOO_FEW';
  if (!keeps(rule, value)) return 'BROKEN';
  const nearly = isScore(rule)
    ? !keeps(rule, intervalOf(rule, sums)?.low ?? value)
    : sums.defects > 0 && sums.defects >= NEARLY * allowed(rule, sums.whole);
  return nearly ? 'AT_RISK' : 'KEPT';
}

const DAY_MS = 86_400_000;
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
export const windowOf = ({ windowDays }: Rule, on: string): { from: string; to: string } => ({
  from: dayAfter(on, 1 - windowDays),
  to: on,
});

export interface AgeingStep {
  /** The day from which on those are gone. */
  day: string;
  /** Defects and rows that leave the window on it. */
  defectsLeaving: number;
  rowsLeaving: number;
  /** Left of what is in the window now. */
  defectsLeft: number;
  rowsLeft: number;
  /** The value if no defect is added and as many rows come each day as usually. */
  value: number | null;
  keeps: boolean | null;
}

/** Day by day, what leaves the window: the defects of today are gone for good when the window is over. */
function ageing(rule: Rule, days: readonly DayCount[], on: string): AgeingStep[] {
  const usual =
    tally(days.filter(({ day }) => day > dayAfter(on, -USUAL_DAYS))).whole / Math.min(USUAL_DAYS, rule.windowDays);
  const byDay = new Map(days.map((day) => [day.day, day]));
  const { from } = windowOf(rule, on);
  let left = tally(days);
  const mean = left.whole > 0 ? left.points / left.whole : 0;
  return Array.from({ length: rule.windowDays }, (_, nth) => {
    const leaving = byDay.get(dayAfter(from, nth)) ?? { whole: 0, defects: 0, points: 0, squares: 0 };
    left = {
      whole: left.whole - leaving.whole,
      defects: left.defects - leaving.defects,
      points: left.points - leaving.points,
      squares: left.squares - leaving.squares,
    };
    const coming = usual * (nth + 1);
    const value = valueOf(rule, { ...left, whole: left.whole + coming, points: left.points + coming * mean });
    return {
      day: dayAfter(on, nth + 1),
      defectsLeaving: leaving.defects,
      rowsLeaving: leaving.whole,
      defectsLeft: left.defects,
      rowsLeft: left.whole,
      value,
      keeps: value === null ? null : keeps(rule, value),
    };
  });
}

export interface WhatIf {
  /** So many defects (of scores: scores of 1) more than there are, or fewer. */
  defects: number;
  /** So many per cent more rows, or fewer, with the same defects. */
  rowsPercent: number;
}

export interface Supposed extends WhatIf {
  value: number | null;
  status: RuleStatus;
  headroom: number | null;
  numerator: number;
  denominator: number;
}

/** The same window with more or fewer defects, on more or fewer rows. Defects fall on rows that are there; scores of 1 are added. */
export function suppose(rule: Rule, sums: Tally, { defects, rowsPercent }: WhatIf): Supposed {
  const whole = Math.max(0, Math.round(sums.whole * (1 + rowsPercent / 100)));
  const mean = sums.whole > 0 ? sums.points / sums.whole : 0;
  const changed: Tally = isScore(rule)
    ? { ...sums, whole: Math.max(0, whole + defects), points: Math.max(0, whole * mean + defects) }
    : { ...sums, whole, defects: Math.min(whole, Math.max(0, sums.defects + defects)) };
  const value = valueOf(rule, changed);
  return {
    defects,
    rowsPercent,
    value,
    status: statusOf(rule, changed, value),
    headroom: headroomOf(rule, changed),
    numerator: numeratorOf(rule, changed),
    denominator: changed.whole,
  };
}

/** What stands above the line: bad rows, good rows, or points. */
const numeratorOf = (rule: Rule, { whole, defects, points }: Tally): number =>
  isScore(rule) ? points : isBadShare(rule) ? defects : whole - defects;

export interface Standing {
  from: string;
  to: string;
  value: number | null;
  numerator: number;
  denominator: number;
  defects: number;
  interval: Interval | null;
  status: RuleStatus;
  headroom: number | null;
  /** Of a broken rule. */
  cleanNeeded: number | null;
  /** The first day on which a broken rule is kept again if no defect is added and rows come as usual; null: not within the window. */
  backOn: string | null;
  /** Rows whose defects may still come. */
  young: number;
  ageing: AgeingStep[];
  whatIf: Supposed | null;
}

/** Where a rule stands on a day, from what it counts on each day of its window. */
export function standingOf(
  rule: Rule,
  counts: readonly DayCount[],
  on: string,
  whatIf: WhatIf | null = null,
): Standing {
  const { from, to } = windowOf(rule, on);
  const days = counts.filter(({ day }) => day >= from && day <= to);
  const sums = tally(days);
  const value = valueOf(rule, sums);
  const status = statusOf(rule, sums, value);
  const steps = ageing(rule, days, on);
  const broken = status === 'BROKEN';
  return {
    from,
    to,
    value,
    numerator: numeratorOf(rule, sums),
    denominator: sums.whole,
    defects: sums.defects,
    interval: intervalOf(rule, sums),
    status,
    headroom: headroomOf(rule, sums),
    cleanNeeded: broken ? cleanNeeded(rule, sums) : null,
    backOn: broken ? (steps.find((step) => step.keeps)?.day ?? null) : null,
    young: tally(days.filter(({ day }) => day > dayAfter(on, -rule.knownAfterDays))).whole,
    ageing: steps,
    whatIf: whatIf ? suppose(rule, sums, whatIf) : null,
  };
}
