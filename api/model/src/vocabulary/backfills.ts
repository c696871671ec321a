export type BackfillStep = 'hour' | 'day' | 'week' | 'month';

/** How a backfill stands: a part of the past, loaded window by window. */
export interface BackfillStatus {
  id: string;
  source: string;
  state: 'running' | 'paused' | 'cancelled' | 'done';
  firstWindow: Date;
  lastWindow: Date;
  step: string;
  folder: string | null;
  /** Whether a process works on it just now. */
  held: boolean;
  total: number;
  /** Loaded, unchanged or failed. */
  done: number;
  loaded: number;
  unchanged: number;
  failed: number;
  /** The window it is at; null when all are settled. */
  at: Date | null;
  /** Over the last windows; null before there are two. */
  windowsPerMinute: number | null;
  /** At that rate, while it runs; null otherwise. */
  expectedEnd: Date | null;
  createdBy: string;
  createdAt: Date;
  settledAt: Date | null;
  /** Why it paused itself: so many windows failed one after the other, the last with this. Null: it did not. */
  stopped: { code: string; message: string; windows: number } | null;
  /** The first ones that failed. */
  failures: BackfillFailure[];
}

export interface BackfillFailure {
  window: Date;
  code: string;
  message: string;
}
