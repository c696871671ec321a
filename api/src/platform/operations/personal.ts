import type { Actor } from './actor.ts';

export interface RevealOrder {
  customerId: string;
  /** What it is revealed for, as the audit names it: 'customer …' or 'case …'. */
  subject: string;
  reason: string;
}

export interface OpenedContact {
  /** Whose value the source says it is. */
  customerId: string;
  field: string;
  /** Null: it cannot be opened any more. */
  value: string | null;
}

export interface PersonalOperations {
  /** Gives what was opened, after the audit has it, and how many reveals the actor has left this hour. */
  reveal(actor: Actor, order: RevealOrder): Promise<{ contacts: OpenedContact[]; left: number }>;
}
