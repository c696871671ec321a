import type { Interval } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';

/** An amount for each failure, in minor units; null where the shop does not know it, or too few orders stand behind it. */
export interface Part {
  minor: number;
  interval: Interval;
}

export interface FailureCost {
  code: string;
  label: LocalizedText;
  orders: number;
  refund: Part | null;
  compensation: Part | null;
  handling: Part | null;
  lostRepurchase: Part | null;
  /** Of the parts that are known. */
  each: Part | null;
  /** Of all its orders in the window. */
  total: Part | null;
  /** What share of next orders within 90 days such an order costs, by like for like; null where that cannot be said. */
  lostShare: { value: number; interval: Interval } | null;
}

export interface ValueAtStake {
  failures: FailureCost[];
  from: string;
  to: string;
  currency: string;
  refusal: { code: string; text: LocalizedText } | null;
  answer: { lead: LocalizedText; rest: LocalizedText };
}
