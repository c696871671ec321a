import type { BgNbdFit, GammaGammaFit, Interval } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';

export interface Estimate {
  value: number;
  interval: Interval | null;
}

/** What is known of a customer, in days and minor units: repeat order days, the last of them and today counted from the first. */
export interface History {
  repeats: number;
  last: number;
  age: number;
  /** Mean value of a repeat order day; 0 without one. */
  meanMinor: number;
}

/** The two models of a shop, over everything up to today. */
export interface ValueModel {
  buying: BgNbdFit;
  /** Null where no repeat order has a value. */
  spending: GammaGammaFit | null;
  currency: string;
  asOf: string;
}

export interface Outlook {
  alive: number;
  orders90: number;
  orders365: number;
  /** Value of the orders expected in 365 days; null where the values have no mean. */
  value365Minor: number | null;
}

/** Customers with a like chance of being alive; who came once is a group of their own. */
export interface AliveBand {
  code: 'once' | 'gone' | 'doubtful' | 'likely' | 'alive';
  label: LocalizedText;
  customers: number;
  orders365: number;
  value365Minor: number | null;
}

export interface TrackedWeek {
  /** Last day of the week. */
  day: string;
  /** Repeat order days from the beginning up to it. */
  actual: number;
  expected: number;
  /** After the days the model was fitted on. */
  heldOut: boolean;
}

export interface FrequencyRow {
  /** Repeat orders before the hold-out; the last stands for as many and more. */
  repeats: number;
  andMore: boolean;
  customers: number;
  actual: number;
  expected: number;
  interval: Interval | null;
}

export interface Diagnostics {
  fittedTo: string;
  days: number;
  actual: number;
  expected: number;
  /** expected ⁄ actual − 1; null where nothing came. */
  error: number | null;
  verdict: 'good' | 'rough' | 'poor';
  weeks: TrackedWeek[];
  byFrequency: FrequencyRow[];
  /** Of how often and how much among repeat customers: Gamma-Gamma takes it to be none. */
  correlation: number | null;
}

export interface Lapses {
  code: string;
  label: LocalizedText;
  /** Silences beyond three times the usual gap that began at least 180 days ago. */
  lapsed: number;
  back: number;
  share: number;
  interval: Interval | null;
}

export interface CustomerValue {
  model: ValueModel | null;
  parameters: { name: string; value: number; interval: Interval | null }[];
  customers: number;
  aliveShare: Estimate | null;
  orders365: Estimate | null;
  value365Minor: Estimate | null;
  bands: AliveBand[];
  diagnostics: Diagnostics | null;
  lapses: Lapses[];
  refusal: { code: string; text: LocalizedText } | null;
  answer: { lead: LocalizedText; rest: LocalizedText };
  currency: string;
  asOf: string;
}
