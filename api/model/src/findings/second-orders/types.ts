import type { Interval, LogRank } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';

/** By what first orders are told apart: late or not, how late, what went wrong, whether something was given for it. */
export const secondOrderCuts = ['LATE', 'DELAY', 'FAILURE', 'RECOVERY'] as const;
export type SecondOrderCut = (typeof secondOrderCuts)[number];

/** Whose next order is waited for: that of a customer's first order day, or of every one. */
export type IndexOrders = 'first' | 'every';

/** Of a group against the reference, by day 90, like held against like. */
export interface Difference {
  /** Orders of the group whose 90 days are over and which have their like in the reference. */
  orders: number;
  /** Those without their like: quarter, service level, tier or standing of their own. */
  unlike: number;
  share: number;
  /** What the reference would have in the same mix. */
  expected: number;
  /** share − expected, in shares; with its interval. */
  value: number;
  interval: Interval;
  /** value ⁄ expected; null where nobody of the reference came back. */
  relative: number | null;
  relativeInterval: Interval | null;
}

export type EffectVerdict = 'fewer' | 'more' | 'cannot_tell' | 'too_few' | 'reference';

export interface CurveStep {
  day: number;
  atRisk: number;
  back: number;
  share: number;
  interval: Interval | null;
}

export interface SecondOrderGroup {
  code: string;
  label: LocalizedText;
  reference: boolean;
  customers: number;
  /** Last day on which anybody was observed. */
  seenDays: number;
  steps: CurveStep[];
  /** Every 30 days. */
  atRisk: { day: number; customers: number }[];
  /** Share back by day 30, 60, 90; null where nobody has been observed so long. */
  marks: { day: number; share: number | null; interval: Interval | null }[];
  /** Against the reference; null for itself, and where nothing can be held against it. */
  difference: Difference | null;
  logRank: LogRank | null;
  verdict: EffectVerdict;
  /** Orders of the group needed to tell a difference of this size in 80 of 100 cases; null where it is told, or nothing can be said. */
  needed: number | null;
}

export interface LateCost {
  /** The last whole calendar quarter. */
  from: string;
  to: string;
  late: number;
  /** Second orders that did not come, within 90 days. */
  lost: number;
  lostInterval: Interval;
  /** Mean value of a repeat order of the 365 days before today, in minor units. */
  orderMinor: number;
  orderInterval: Interval;
  worthMinor: number;
  worthInterval: Interval;
}

export interface SecondOrders {
  cut: SecondOrderCut;
  groups: SecondOrderGroup[];
  cost: LateCost | null;
  /** Why nothing is told; null where it is. */
  refusal: { code: string; text: LocalizedText } | null;
  answer: { lead: LocalizedText; rest: LocalizedText };
  currency: string;
  from: string;
  asOf: string;
}
