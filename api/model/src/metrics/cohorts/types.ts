import type { DimensionFilter, DimensionValue, Interval, MetricExplain, MetricPoint, Period } from '../answer/types.ts';
import type { Dimension } from '../../vocabulary/index.ts';

export interface RetentionRequest {
  period: Period;
  /** How many months after the first to look at. */
  months?: number | null;
  where?: DimensionFilter[] | null;
}

/** What the first-time customers of one month did in a later one. */
export interface RetentionCell {
  /** Calendar months after the first. */
  month: number;
  /** null: that month is not over. */
  share: number | null;
  customers: number | null;
  interval: Interval | null;
  suppressed: boolean;
}

export interface Cohort {
  /** The month of the first valid order, by its first day. */
  month: string;
  /** First-time customers; null where hidden. */
  size: number | null;
  /** The period or today cuts the month: not all of its customers are in it. */
  partial: boolean;
  cells: RetentionCell[];
}

export interface RetentionAnswer {
  cohorts: Cohort[];
  asOf: string | null;
  dataVersion: string;
  explain: MetricExplain;
}

export interface SurvivalRequest {
  period: Period;
  /** How many days after the first order the curve goes. */
  days?: number | null;
  by?: Dimension | null;
  where?: DimensionFilter[] | null;
  limit?: number | null;
}

/** A day on which somebody came back. */
export interface SurvivalStep {
  day: number;
  /** Had not come back before, and were still seen on the day. */
  atRisk: number;
  back: number;
  /** 1 − S at the end of the day. */
  share: number;
  interval: Interval | null;
}

/** How many are still seen, and had not come back before, on a day. */
export interface StillAtRisk {
  day: number;
  customers: number;
}

export interface SurvivalCurve {
  key: DimensionValue[];
  customers: number;
  /** By day 30, 60 and 90. */
  shareBack: MetricPoint[];
  /** The day by which half are back; null where fewer than half are. */
  median: number | null;
  /** The last day on which anybody was still seen: beyond it nothing is known. */
  seenDays: number | null;
  steps: SurvivalStep[];
  /** Every 30 days, from the first order on. */
  atRisk: StillAtRisk[];
}

export interface SurvivalAnswer {
  curves: SurvivalCurve[];
  truncatedCurves: number;
  asOf: string | null;
  dataVersion: string;
  explain: MetricExplain;
}
