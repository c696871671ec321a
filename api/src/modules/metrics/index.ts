export { MetricRowsInput, PeriodInput } from './metric.input.ts';
