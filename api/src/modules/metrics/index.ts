export { MetricRowsInput } from './metric.input.ts';
