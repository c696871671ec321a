import { IngestError, type IngestErrorCode } from '../kit/errors/ingest-error.ts';

/**
 * passing: goes away by itself, so the load is tried again. turn: somebody else is at work on the source; it costs no attempt.
 * absent: the delivery has not come. stopped: this process was asked to end. lasting: a person has to mend something; trying again would only repeat it.
 */
export type Trouble = 'passing' | 'turn' | 'absent' | 'stopped' | 'lasting';

const passing = new Set<IngestErrorCode>([
  'database_unreachable',
  'database_lost',
  'file_changed',
  'file_empty',
  'shop_published_meanwhile',
  'month_not_made',
  'publishing_busy',
  'tables_held',
  'connection_unreachable',
  'connection_held_up',
  'connection_lost',
  'connection_answer',
  'connection_busy',
  'answer_short',
]);
const absent = new Set<IngestErrorCode>(['directory_missing', 'no_files', 'file_missing', 'companion_missing']);
const turn = new Set<IngestErrorCode>(['source_busy', 'fenced_off', 'window_taken', 'cursor_moved']);
/** Serialization failure, deadlock, lock timeout, too many connections, out of memory for locks, server starting or stopping. */
const passingStates = new Set(['40001', '40P01', '55P03', '53300', '53200', '57P01', '57P02', '57P03']);

/** For logs and ledgers. */
export const codeOf = (error: unknown): string => (error instanceof IngestError ? error.code : 'unexpected');

export function troubleOf(error: unknown): Trouble {
  if (!(error instanceof IngestError)) return 'lasting';
  if (error.code === 'interrupted') return 'stopped';
  if (turn.has(error.code)) return 'turn';
  if (absent.has(error.code)) return 'absent';
  if (passing.has(error.code)) return 'passing';
  const state = error.code === 'database_error' ? error.details['state'] : null;
  return typeof state === 'string' && passingStates.has(state) ? 'passing' : 'lasting';
}

export interface BackOff {
  firstMs: number;
  longestMs: number;
  /** 0 to 1. */
  random(): number;
}

export const BACK_OFF: BackOff = { firstMs: 5_000, longestMs: 600_000, random: Math.random };

/** Twice as long each time, and never at the same moment as everybody else who met the same trouble. */
export function waitAfter(attempt: number, { firstMs, longestMs, random }: BackOff): number {
  const full = Math.min(longestMs, firstMs * 2 ** (attempt - 1));
  return Math.round(full * (0.5 + random() / 2));
}
