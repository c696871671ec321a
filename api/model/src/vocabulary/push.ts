import type { QuarantineReason } from './quarantine-reasons.ts';
import type { LocalizedText } from './text.ts';

/** Why one row of a body was or was not taken. */
export interface RowAnswer {
  line: number;
  status: 'accepted' | 'refused';
  reason?: QuarantineReason;
  field?: string | null;
  expected?: string | null;
  title?: LocalizedText;
  remedy?: LocalizedText;
}

/** What is said of pushed rows; all that is taken is kept before it is said. */
export type PushAnswer =
  | { outcome: 'accepted'; batch: string; repeated: boolean; rows: RowAnswer[] }
  | { outcome: 'nothing_accepted'; rows: RowAnswer[] }
  | { outcome: 'empty' }
  | { outcome: 'too_many_rows'; most: number }
  | { outcome: 'unknown_feed'; known: readonly string[] }
  | { outcome: 'not_pushed_to'; source: string }
  | { outcome: 'key_reused' }
  | { outcome: 'full'; retryAfterSeconds: number };

/** What became of rows that were taken together. */
export interface BatchState {
  batch: string;
  feed: string;
  rows: number;
  receivedAt: Date;
  state: 'waiting' | 'published' | 'failed';
  runId: string | null;
  errorCode: string | null;
}
