export { catalogue, type MetricDefinition, type MetricId } from './catalogue.ts';
export { MetricRequestError, type MetricRequestCode } from './errors.ts';
export { facts, type Clock, type FactName } from './facts.ts';
export type { MetricArea, MetricKind, MetricUnit, Polarity, Target } from './grammar.ts';
export * from './answer/types.ts';
export { withinScope } from './answer/scope.ts';
export { answerMetrics } from './answer/answer.ts';
export { answerContribution } from './contribution/contribution.ts';
export type * from './contribution/types.ts';
export * from './cohorts/types.ts';
export { assertFewMonths, cohortRetention, USUAL_MONTHS } from './cohorts/retention.ts';
export { survivalCurves, USUAL_DAYS } from './cohorts/survival.ts';
export { comparableEvents, type ComparableEvent } from './events/comparable.ts';
export { catalogueHash } from './catalogue-hash.ts';
export { plainStatements } from './compile/plain.ts';
export { assertFewPoints } from './planner/request.ts';
export { requestKey } from './planner/request-key.ts';
export { metricHead } from './answer/head.ts';
export { SMALLEST_SHOWN } from './answer/suppression.ts';
export { unknownDimension, unknownGrain, unknownMetric } from './planner/refusals.ts';
export { known } from './feeds/feeds.ts';
export { feedsOf, relationsOf, type CountedRelation, type FeedOfMetric } from './feeds/lineage.ts';
export { noteAllFeeds, noteFeeds, type Delivered } from './feeds/note-feeds.ts';
export { idsBehind, rowsBehind, type Condition } from './drill/rows-behind.ts';
export { guideOf, type MetricGuide } from './guide/guide.ts';
export { figureRows, type FigureRows } from './drill/figure-rows.ts';
export {
  dimensionCondition,
  dimensionValues,
  labelsOf,
  labelsOfCarried,
  type CarriedCodes,
  type DimensionOption,
  type DimensionValuesRequest,
} from './drill/dimension-values.ts';
export { completeRollups, ensureRollups } from './rollups/ensure.ts';
export { keepLater, type Changed, type Earlier } from './rollups/keep-later.ts';
export { rollupMaintenance } from './rollups/maintenance.ts';
export { rollupReport, type RollupReport } from './rollups/report.ts';
export { keepUse } from './rollups/use.ts';
export { PUBLISH_LOCK } from './rollups/whole.ts';
export { verifyRollups, type RollupMismatch } from './verify/verify.ts';
export { watched } from './ledger/watched.ts';
export { recordFigures, type PublishingRun } from './ledger/record.ts';
export { learnDelays } from './maturity/refresh.ts';
export {
  compareVersions,
  type VersionComparison,
  type VersionPoint,
  type VersionsRequest,
} from './versions/compare-versions.ts';
