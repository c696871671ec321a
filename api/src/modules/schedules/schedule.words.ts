import type { Schedule } from '../../platform/operations/index.ts';
import { runErrorOf } from '../runs/index.ts';
import type { SourceSchedule, WindowState } from './schedule.type.ts';

/** A schedule as readers see it. */
export function toSchedule({ last, ...schedule }: Schedule): SourceSchedule {
  if (!last) return { ...schedule, last };
  const { at, state, run, attempts, errorCode, errorMessage } = last;
  const error = errorCode === null ? null : runErrorOf(errorCode, errorMessage);
  const runId = run === null ? null : String(run);
  return { ...schedule, last: { at, attempts, error, runId, state: state.toUpperCase() as WindowState } };
}
