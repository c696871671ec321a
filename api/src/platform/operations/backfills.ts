import type { BackfillStatus, BackfillStep } from '@rapport/model/vocabulary';
import type { Actor } from './actor.ts';

export interface BackfillOrder {
  source: string;
  /** Days such as 2024-01-31, both included. */
  first: string;
  last: string;
  step: BackfillStep;
  folder: string | null;
  /** Such as "2 windows/min" or "50%"; null: half of the time. */
  throttle: string | null;
}

export interface BackfillOperations {
  /** The newest first. */
  list(): Promise<BackfillStatus[]>;
  start(actor: Actor, order: BackfillOrder): Promise<BackfillStatus>;
  pause(actor: Actor, id: string): Promise<BackfillStatus>;
  resume(actor: Actor, id: string): Promise<BackfillStatus>;
  cancel(actor: Actor, id: string): Promise<BackfillStatus>;
}
