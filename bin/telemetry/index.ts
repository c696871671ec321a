export { tracingLoads } from './of-config.ts';
export { openTracing } from './tracing.ts';
