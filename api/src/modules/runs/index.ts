export { IngestionRun, RunState } from './run.type.ts';
export { readLastRun } from './run.reader.ts';
export { RunError } from './run-parts.type.ts';
export { runErrorOf } from './run-errors.ts';
