import type { BackfillStatus as Told } from '@rapport/model/vocabulary';
import { runErrorOf } from '../runs/index.ts';
import type { Backfill, BackfillState, BackfillStep } from './backfill.type.ts';

/** A backfill as readers see it. */
export function toBackfill({ state, step, failures, stopped, ...told }: Told): Backfill {
  return {
    ...told,
    state: state.toUpperCase() as BackfillState,
    step: step.toUpperCase() as BackfillStep,
    stopped: stopped && { windows: stopped.windows, error: runErrorOf(stopped.code, stopped.message) },
    failures: failures.map(({ window, code, message }) => ({ window, error: runErrorOf(code, message) })),
  };
}
