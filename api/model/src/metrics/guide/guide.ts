import type { LocalizedText } from '../../vocabulary/index.ts';
import { metricById, type MetricId } from '../catalogue.ts';
import { eligibilityOf, formulaOf } from './formula.ts';
import { readableSql } from './readable-sql.ts';

/** How a metric is reckoned, for those who want to check it. */
export interface MetricGuide {
  formula: LocalizedText;
  /** One statement, or of a metric across two kinds of rows two: numerator's and denominator's. */
  sql: readonly string[];
  eligibility: readonly LocalizedText[];
}

export function guideOf(id: MetricId): MetricGuide {
  const metric = metricById(id);
  if (!metric) throw new Error(`There is no metric ${id}.`);
  return { formula: formulaOf(metric), sql: readableSql(metric), eligibility: eligibilityOf(metric) };
}
