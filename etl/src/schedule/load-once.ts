import type { Queryable } from '@rapport/model/schema';
import { catchUp } from '../catch-up.ts';
import { ingest } from '../ingest.ts';
import type { IngestOptions } from '../ingest/house.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { IngestReport } from '../kit/run/report.ts';
import type { HeldWork } from './held-work.ts';
import type { LoadSettings } from './load-settings.ts';
import type { LogFields } from './log.ts';
import { codeOf, troubleOf, waitAfter } from './troubles.ts';

export interface Piece extends Pick<IngestOptions, 'from' | 'range'> {
  held: HeldWork;
  trigger: 'schedule' | 'backfill' | 'api';
  /** Attempts that have been made. */
  attempts: number;
  /** How many there are in all. */
  most: number;
  /** How long a delivery that is not there is waited for; null: as long as there are attempts. */
  patience: Patience;
  /** For the log. */
  about: LogFields;
}

/** none: not at all. attempts: as long as there are any. Otherwise until then, however often that is. */
export type Patience = 'none' | 'attempts' | { until: Date };

export type Settled =
  | { outcome: 'loaded' | 'unchanged'; report: IngestReport }
  | { outcome: 'failed' | 'taken_over' | 'interrupted' }
  | { outcome: 'retry'; ms: number };

/** Loads a piece of work and settles it, well or badly. Throws only when it cannot be settled: then it stays open. */
export async function loadOnce(
  settings: LoadSettings,
  db: Queryable,
  piece: Piece,
  signal: AbortSignal,
): Promise<Settled> {
  const { databaseUrl, home, masterKey, secrets, leaseMs, log } = settings;
  const { held, trigger, about, from, range } = piece;
  if (piece.attempts >= piece.most) return giveUp(settings, db, piece, new IngestError('process_died'));
  log('info', 'load.started', { ...about, attempt: piece.attempts + 1 });
  try {
    const report = await ingest({
      databaseUrl,
      home,
      masterKey,
      ...(secrets ? { secrets } : {}),
      leaseMs,
      signal,
      source: held.place.source,
      trigger,
      errand: held,
      ...(from === undefined ? {} : { from }),
      ...(range === undefined ? {} : { range }),
    });
    const outcome = report.state === 'committed' ? 'loaded' : 'unchanged';
    await catchUp(db, log); // also where nothing was new: what a killed load left stale is made by whoever comes next
    log('info', `load.${outcome}`, { ...about, ...countsOf(report) });
    return { outcome, report };
  } catch (error) {
    return settleTrouble(settings, db, piece, error);
  }
}

function countsOf(report: IngestReport): LogFields {
  const sum = (count: 'read' | 'quarantined'): number =>
    report.feeds.reduce((total, feed) => total + (feed.home ? feed[count] : 0), 0);
  return {
    run: report.runId,
    read: sum('read'),
    quarantined: sum('quarantined'),
    seconds: Math.round(report.seconds * 10) / 10,
  };
}

async function giveUp(
  { log }: LoadSettings,
  db: Queryable,
  { held, about, attempts }: Piece,
  error: unknown,
): Promise<Settled> {
  const failure = { code: codeOf(error), message: messageOf(error) };
  const mine = await held.fail(db, failure);
  const fields = { ...about, run: held.runId, code: failure.code, attempt: attempts + 1 };
  log('error', mine ? 'load.failed' : 'load.taken_over', fields);
  return { outcome: mine ? 'failed' : 'taken_over' };
}

async function settleTrouble(settings: LoadSettings, db: Queryable, piece: Piece, error: unknown): Promise<Settled> {
  const { backOff, log, now } = settings;
  const { held, attempts, most, patience, about } = piece;
  const failure = { code: codeOf(error), message: messageOf(error) };
  const trouble = troubleOf(error);
  const attempt = attempts + 1;
  const fields = { ...about, run: held.runId, code: failure.code };
  if (trouble === 'stopped') {
    await held.putBack(db);
    log('info', 'load.interrupted', fields);
    return { outcome: 'interrupted' };
  }
  const wait = waitAfter(trouble === 'turn' ? 1 : attempt, backOff);
  const ms = trouble === 'absent' ? untilLooked(patience, { wait, anyLeft: attempt < most, now: now() }) : wait;
  const over = trouble === 'lasting' || ms === null || (trouble === 'passing' && attempt >= most);
  if (over) return giveUp(settings, db, piece, error);
  const mine = await held.retryAfter(db, ms, trouble !== 'turn', failure);
  log('warn', mine ? 'load.retry' : 'load.taken_over', { ...fields, attempt, afterSeconds: ms / 1000 });
  return mine ? { outcome: 'retry', ms } : { outcome: 'taken_over' };
}

/** When to look again for a delivery that is not there; null: it is waited for no longer. The last look is when patience ends. */
function untilLooked(
  patience: Patience,
  { wait, anyLeft, now }: { wait: number; anyLeft: boolean; now: Date },
): number | null {
  if (patience === 'none') return null;
  if (patience === 'attempts') return anyLeft ? wait : null;
  const left = patience.until.getTime() - now.getTime();
  return left > 0 ? Math.min(wait, left) : null;
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
