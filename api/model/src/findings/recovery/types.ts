import type { Interval } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';

/** Somebody whose last order went wrong and who has not ordered since. */
export interface HurtCustomer {
  customerId: string;
  orderId: string;
  failures: string[];
  hurtOn: string;
  alive: number;
  valueYearMinor: number;
  /** Of the value expected in a year, what such a failure costs: the worst of them, where several went wrong. */
  atStakeMinor: number;
}

export interface Hurt {
  /** Dearest first. */
  customers: HurtCustomer[];
  currency: string;
  asOf: string;
  refusal: { code: string; text: LocalizedText } | null;
}

/** Of the cases that were due, those with an outcome. */
export interface ClosedLoop {
  open: number;
  overdue: number;
  due: number;
  closed: number;
  share: number | null;
  interval: Interval | null;
}

/** Whether contacting helped: by lot, so that nothing but the contact sets the two apart. */
export interface ContactEffect {
  days: number;
  contacted: { customers: number; back: number };
  heldOut: { customers: number; back: number };
  difference: { value: number; interval: Interval } | null;
  verdict: 'helps' | 'harms' | 'cannot_tell' | 'too_few';
  /** Customers of each arm that would tell a difference of five points in 80 of 100 cases. */
  needed: number;
  answer: LocalizedText;
}
