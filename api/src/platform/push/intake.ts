import type { BatchState, PushAnswer } from '@rapport/model/vocabulary';

/** Whoever composes the house gives the API an intake; a server without one takes no rows. */
export interface Intake {
  accept(delivery: { source: string; feed: string; idempotencyKey: string; body: Buffer }): Promise<PushAnswer>;
  batch(source: string, id: string): Promise<BatchState | null>;
}
