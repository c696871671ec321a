import type { BackfillStatus as Told } from '@rapport/model/vocabulary';
import { runErrorOf } from '../runs/index.ts';
import type { Backfill, BackfillState, BackfillStep } from './backfill.type.ts';

/** A backfill as readers see it. */
export function toBackfill({ state, step, failures, ...told }: Told): Backfill {
  return {
    ...told,
    state: state.toUpperCase() as BackfillState,
    step: step.toUpperCase() as BackfillStep,
    failures: failures.map(({ window, code, message }) => ({ window, error: runErrorOf(code, message) })),
  };
}
