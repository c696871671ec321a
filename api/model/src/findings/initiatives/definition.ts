import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';

/** What kind of programme it is: which question of the evidence page it can answer. */
export const themes = {
  FASTER_SERVICE: { en: 'Faster service', zh: '服务提速' },
  AFTER_SALES: { en: 'After-sales service', zh: '售后服务' },
  ASSISTED_SHOPPING: { en: 'Assisted shopping', zh: '导购与售前咨询' },
  FAST_DELIVERY: { en: 'Fast delivery', zh: '快速配送' },
  OTHER: { en: 'Other', zh: '其他' },
} as const satisfies Record<string, LocalizedText>;
export type Theme = keyof typeof themes;

/** DELIVERED by a source, OWN: entered here, CHANGED: delivered and corrected here. */
export type InitiativeOrigin = 'DELIVERED' | 'OWN' | 'CHANGED';

export interface ScopeValues {
  dimension: string;
  values: string[];
}

/** A programme that claims to improve something: what, where, from when. */
export interface Initiative {
  shop: string;
  code: string;
  label: LocalizedText;
  claim: LocalizedText | null;
  theme: Theme | null;
  /** Id of a metric; a source may name one that does not exist. */
  metric: string | null;
  /** By how much it claims to move it, in the metric's unit; null: it does not say. */
  expected: number | null;
  scopeDimension: string | null;
  scopeValues: string[];
  /** What holds for those it reached and those it did not. */
  within: ScopeValues[];
  startsOn: string | null;
  endsOn: string | null;
  costMinor: number | null;
  currency: string;
  origin: InitiativeOrigin;
  version: number | null;
  author: string | null;
}

/** A programme that can be looked at: its names are known ones. */
export type Reached = Initiative & { scopeDimension: Dimension; startsOn: string };
