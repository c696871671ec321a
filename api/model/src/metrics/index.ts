export { catalogue, type MetricDefinition, type MetricId } from './catalogue.ts';
export { MetricRequestError, type MetricRequestCode } from './errors.ts';
export type { Clock, MetricArea, MetricKind, MetricUnit, Polarity, Target } from './grammar.ts';
export * from './answer/types.ts';
export { ensureRollups, rollupMaintenance } from './rollups/maintenance.ts';
