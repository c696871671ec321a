import type { Actor } from './actor.ts';

export interface AlertOperations {
  /** Gives the alert's number. */
  acknowledge(actor: Actor, id: number): Promise<string>;
  snooze(actor: Actor, id: number, until: Date): Promise<string>;
  /** A finding of a guard is right as it is. */
  acceptGuard(actor: Actor, id: number, reason: string): Promise<{ source: string; name: string }>;
}
