import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import type {
  ComparedEvent,
  ComparisonKind,
  DimensionFilter,
  DimensionValue,
  Interval,
  MetricHead,
  Period,
  Verdict,
} from '../answer/types.ts';
import type { MetricId } from '../catalogue.ts';

export interface ContributionRequest {
  metric: MetricId;
  period: Period;
  /** With what the period is compared. */
  compare?: ComparisonKind | null;
  /** The earlier days of GIVEN_PERIOD. */
  against?: Period | null;
  /** Of SAME_DAYS_OF_EVENT. */
  event?: string | null;
  /** The one cut asked for, of one or two dimensions; without it the usual ones are searched. */
  by?: Dimension[] | null;
  where?: DimensionFilter[] | null;
  /** Slices shown of each cut; the others are summed. */
  limit?: number | null;
}

/** Parts of the total's change, in the metric's unit. Additive metrics have no mix and no rate. */
export interface Parts {
  contribution: number;
  /** What a changed weight brought. */
  mix: number | null;
  /** What a changed rate brought. */
  rate: number | null;
}

export interface ContributionSlice extends Parts {
  key: DimensionValue[];
  value: number | null;
  before: number | null;
  sample: number;
  sampleBefore: number;
  /** Its share of the denominator (of the total, where there is none); null where that is no share. */
  weight: number | null;
  weightBefore: number | null;
  interval: Interval | null;
  significant: boolean | null;
  verdict: Verdict;
}

/** All slices that are not shown one by one. */
export interface ContributionRest extends Parts {
  slices: number;
  /** Of them, those too small to be judged or to be shown. */
  tooFew: number;
}

export interface ContributionCut extends Parts {
  by: Dimension[];
  title: LocalizedText;
  slices: ContributionSlice[];
  rest: ContributionRest;
  concentration: number | null;
}

export interface RefusedCut {
  by: Dimension[];
  title: LocalizedText;
  reason: LocalizedText;
}

export interface MetricContribution {
  metric: MetricHead;
  compare: ComparisonKind;
  event: ComparedEvent | null;
  period: Period;
  /** null: there is nothing to compare with. */
  against: Period | null;
  value: number | null;
  before: number | null;
  change: number | null;
  changeInterval: Interval | null;
  significant: boolean | null;
  verdict: Verdict;
  mature: boolean;
  suppressed: boolean;
  cuts: ContributionCut[];
  refused: RefusedCut[];
  asOf: string | null;
  dataVersion: string;
}
