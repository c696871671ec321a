import type { MetricUnit } from '../grammar.ts';

/** The least change of a published figure that is told: in the metric's unit, or as a part of what was published. */
export interface Threshold {
  by: number;
  part: number;
}

const by = (least: number): Threshold => ({ by: least, part: 0 });
const part = (least: number): Threshold => ({ by: 0, part: least });

export const thresholds: Record<MetricUnit, Threshold> = {
  COUNT: part(0.005),
  MONEY: part(0.005),
  PERCENT: by(0.001),
  PER_10K: part(0.02),
  DAYS: part(0.01),
  HOURS: part(0.01),
  MINUTES: part(0.01),
  SECONDS: part(0.01),
  SCORE: by(0.01),
  INDEX: by(0.5),
};
