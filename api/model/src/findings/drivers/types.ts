import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import type { DimensionFilter, Period } from '../../metrics/index.ts';
import type { Interval } from '../../statistics/index.ts';
import type { FactorId } from './factors/index.ts';

/** What may come of an order, and what is asked to go with it. */
export type DriverOutcome = 'LOW_SCORE' | 'COMPLAINT' | 'NO_REPURCHASE';

export interface DriversRequest {
  shop: string;
  outcome: DriverOutcome;
  period: Period;
  where?: readonly DimensionFilter[] | null;
}

/**
 * STANDS_OUT: weighs more than chance, and by itself too where it is one thing. SHARED: weighs more than chance, but what it says
 * others say as well. CANNOT_TELL: chance may have made all of it.
 */
export type DriverVerdict = 'STANDS_OUT' | 'SHARED' | 'CANNOT_TELL';

/** Orders with one level of a factor, and how many of them had the outcome. */
export interface DriverLevel {
  label: LocalizedText;
  orders: number;
  hits: number;
  /** Null where the level is withheld because few stand behind it. */
  share: number | null;
  interval: Interval | null;
}

export interface Driver {
  factor: FactorId;
  label: LocalizedText;
  /** Its part of what all factors explain together, 0 to 1. */
  weight: number;
  weightInterval: Interval;
  /** Share of the outcome's variance, 0 to 1. */
  rawWeight: number;
  verdict: DriverVerdict;
  /** Something the shop does: delivery or service; false: who buys what, and when. */
  lever: boolean;
  /** What one step more goes with, others equal, as a difference of shares; null for categories. */
  effect: number | null;
  effectInterval: Interval | null;
  step: LocalizedText | null;
  /** Orders of which it is known, of those it can be said of. */
  known: number;
  applies: LocalizedText | null;
  levels: DriverLevel[];
  /** Other factors it goes along with: Pearson's r of 0.3 and more, either way. */
  alongWith: { factor: FactorId; label: LocalizedText; correlation: number }[];
}

export interface Drivers {
  outcome: DriverOutcome;
  title: LocalizedText;
  /** In one sentence. */
  headline: LocalizedText;
  /** Why nothing is said; null where something is. */
  refusal: LocalizedText | null;
  period: Period;
  /** Orders looked at and those with the outcome. */
  orders: number;
  hits: number;
  share: number | null;
  shareInterval: Interval | null;
  /** Part of the customers that were looked at: all whose id begins with a number below it; 1: all. */
  sampled: number;
  /** Orders there are, estimated where only a part was looked at. */
  population: number;
  /** Share of the outcome's variance that all factors explain together. */
  explained: number | null;
  explainedInterval: Interval | null;
  drivers: Driver[];
  leftOut: { factor: FactorId; label: LocalizedText; reason: LocalizedText }[];
  method: LocalizedText;
  asOf: string | null;
  dataVersion: string;
}

interface FactorWords {
  label: LocalizedText;
  /** On the order `j`, its shop `s`, its parcels `p`, contacts `e` and returns `r`; null where unknown or where it does not apply. */
  sql: string;
  /** Orders it can be said of at all, in words and as a condition; without them all. */
  applies?: { to: LocalizedText; where: string };
  /** Outcomes it would explain by itself, or comes after. */
  not?: Partial<Record<DriverOutcome, LocalizedText>>;
}

/** Yes or no. */
export interface Flag extends FactorWords {
  kind: 'flag';
}

/** A number; `bands` are the lower ends of what is shown apart, `step` what one more of it is. */
export interface Quantity extends FactorWords {
  kind: 'quantity';
  step: LocalizedText;
  bands: readonly { from: number; label: LocalizedText }[] | 'fifths';
}

/** One of many codes, named as the dimension names them. */
export interface Choice extends FactorWords {
  kind: 'choice';
  dimension: Dimension;
}

export type Factor = Flag | Quantity | Choice;
