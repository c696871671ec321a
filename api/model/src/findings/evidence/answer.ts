import type { DimensionFilter, Interval, MetricHead, MetricId, Period } from '../../metrics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';

export const evidenceVerdicts = {
  SUPPORTED: 'What the shop’s data says points the way the claim does, beyond chance.',
  NOT_SUPPORTED: 'It points the other way, or holds nothing that would matter.',
  MIXED: 'One part of the claim holds, another does not.',
  CANNOT_TELL: 'The data cannot say: nothing of the kind was done, or there are too few rows.',
} as const;
export type EvidenceVerdict = keyof typeof evidenceVerdicts;

export const evidenceKinds = {
  EFFECT: 'What a programme changed, against groups it did not reach.',
  ASSOCIATION: 'A difference between customers who differ in other ways too: it goes with it, it need not come of it.',
  SHARE: 'A share as it is.',
  TREND: 'A figure now and a year before.',
} as const;
export type EvidenceKind = keyof typeof evidenceKinds;

/** Where the claimed size lies against our interval. */
export const claimedSizes = {
  WITHIN: 'Our interval holds it.',
  SMALLER_HERE: 'All of our interval lies below it.',
  LARGER_HERE: 'All of our interval lies above it.',
} as const;
export type ClaimedSize = keyof typeof claimedSizes;

/** Rows behind one side. */
export interface EvidenceRows {
  metric: MetricId;
  period: Period;
  where: DimensionFilter[];
}

export interface EvidenceSide {
  label: LocalizedText;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  /** null: it is not counted from rows of a metric. */
  rows: EvidenceRows | null;
}

/** One figure of an answer. */
export interface EvidencePart {
  title: LocalizedText;
  metric: MetricHead | null;
  kind: EvidenceKind;
  verdict: EvidenceVerdict;
  /** What the literature claims: of differences relative (0.15 is +15 %), of SHARE and TREND the share itself. */
  claimed: number | null;
  claimedSize: ClaimedSize | null;
  /** A difference in the metric's unit; of SHARE the share. */
  value: number | null;
  interval: Interval | null;
  relative: number | null;
  relativeInterval: Interval | null;
  these: EvidenceSide | null;
  those: EvidenceSide | null;
  initiative: string | null;
  sentence: LocalizedText;
  caveat: LocalizedText | null;
}

export interface EvidenceAnswer {
  id: string;
  claim: LocalizedText;
  verdict: EvidenceVerdict;
  sentence: LocalizedText;
  method: LocalizedText;
  parts: EvidencePart[];
}
