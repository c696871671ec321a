import type { Actor } from './actor.ts';

export interface AlertOperations {
  /** Gives the alert's number. */
  acknowledge(actor: Actor, id: number): Promise<string>;
  snooze(actor: Actor, id: number, until: Date): Promise<string>;
  /** False alarms a month for each watched series; gives what holds now. */
  setBudget(actor: Actor, monthlyBudget: number): Promise<number>;
  /** A finding of a guard is right as it is. */
  acceptGuard(actor: Actor, id: number, reason: string): Promise<{ source: string; name: string }>;
}
