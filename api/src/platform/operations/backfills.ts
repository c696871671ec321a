import type { Actor } from './actor.ts';

export interface BackfillOrder {
  source: string;
  /** Days such as 2024-01-31, both included. */
  first: string;
  last: string;
  step: 'hour' | 'day' | 'week' | 'month';
  folder: string | null;
  /** Such as "2 windows/min" or "50%"; null: half of the time. */
  throttle: string | null;
}

export interface BackfillState {
  id: string;
  source: string;
  state: 'running' | 'paused' | 'cancelled' | 'done';
  firstWindow: Date;
  lastWindow: Date;
  step: string;
  folder: string | null;
  held: boolean;
  total: number;
  done: number;
  loaded: number;
  unchanged: number;
  failed: number;
  at: Date | null;
  windowsPerMinute: number | null;
  expectedEnd: Date | null;
  createdBy: string;
  createdAt: Date;
  settledAt: Date | null;
  failures: { window: Date; code: string; message: string }[];
}

export interface BackfillOperations {
  /** The newest first. */
  list(): Promise<BackfillState[]>;
  start(actor: Actor, order: BackfillOrder): Promise<BackfillState>;
  pause(actor: Actor, id: string): Promise<BackfillState>;
  resume(actor: Actor, id: string): Promise<BackfillState>;
  cancel(actor: Actor, id: string): Promise<BackfillState>;
}
