export { IngestionRun, RunState } from './run.type.ts';
export { readLastRun } from './run.reader.ts';
