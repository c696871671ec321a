import type { Actor } from './actor.ts';

/** A load somebody asked for. */
export interface AskedLoad {
  /** Its number. */
  id: string;
  state: 'waiting' | 'running' | 'loaded' | 'unchanged' | 'failed';
  /** Null while it waits for its turn. */
  runId: string | null;
}

export interface LastWindow {
  at: Date;
  state: string;
  run: number | null;
  attempts: number;
  errorCode: string | null;
  errorMessage: string | null;
}

/** How a scheduled source stands. */
export interface Schedule {
  source: string;
  cron: string | null;
  zone: string | null;
  from: string | null;
  next: Date | null;
  pausedAt: Date | null;
  waiting: number;
  running: number;
  failed: number;
  last: LastWindow | null;
  problem: string | null;
}

export interface LoadOperations {
  schedules(): Promise<Schedule[]>;
  workers(): Promise<{ process: string; startedAt: Date; heartbeatAt: Date; alive: boolean }[]>;
  run(actor: Actor, source: string, folder: string | null): Promise<AskedLoad>;
  pause(actor: Actor, source: string): Promise<void>;
  resume(actor: Actor, source: string): Promise<void>;
  /** Gives how many windows are tried again. */
  retry(actor: Actor, source: string): Promise<number>;
}
