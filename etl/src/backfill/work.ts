import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from '@rapport/model/schema';
import { loadOnce, type Settled } from '../schedule/load-once.ts';
import type { LoadSettings } from '../schedule/load-settings.ts';
import { codeOf } from '../schedule/troubles.ts';
import { folderNamed } from '../schedule/windows.ts';
import { HeldStretch } from './held-stretch.ts';
import { nextStep, rest, type OpenStretch, type Step } from './next-step.ts';
import { stopIfAllFail } from './stop-itself.ts';

export interface BackfillWork {
  settings: LoadSettings;
  db: Queryable;
  /** Sources this process is at work on. */
  busy: Set<string>;
  /** This process, among those that might work on it. */
  holder: string;
  /** Interrupts a load under way. */
  signal: AbortSignal;
  /** Begins nothing more. */
  closing(): boolean;
  onStep?(step: Step): void;
}

/** Longer waits are cut into these: a pause or a cancellation is seen soon, and the hold is kept. */
const LOOK_MS = 1_000;
const TROUBLE_MS = 5_000;
const ATTEMPTS = 10;

/** How a process left a backfill: it is over, somebody else has it, or this process was told to end. */
export type Left = 'done' | 'paused' | 'cancelled' | 'held' | 'stopped';

/** Loads its windows one after the other, oldest first, until there is nothing more to do for this process. */
export async function workOn(id: string, work: BackfillWork): Promise<Left> {
  const { db, holder, settings, signal, closing } = work;
  while (!closing() && !signal.aborted) {
    try {
      if (!(await hold(db, id, holder, settings.leaseMs))) return 'held';
      const step = await nextStep(db, id, settings.leaseMs);
      work.onStep?.(step);
      if (step.kind === 'over') return step.state;
      if (step.kind === 'wait' || work.busy.has(step.window.source)) await wait(step, signal);
      else await loadStretch(id, step.window, work);
    } catch (error) {
      settings.log('warn', 'backfill.waiting', { backfill: id, code: codeOf(error) });
      await sleep(TROUBLE_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  await letGo(db, id, holder).catch(() => undefined); // its lease runs out
  return 'stopped';
}

async function wait(step: Step, signal: AbortSignal): Promise<void> {
  const ms = step.kind === 'wait' ? Math.min(step.ms, LOOK_MS) : LOOK_MS;
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}

async function loadStretch(id: string, window: OpenStretch, work: BackfillWork): Promise<void> {
  const { settings, db, busy, holder, signal } = work;
  busy.add(window.source);
  const keeping = setInterval(
    () => void hold(db, id, holder, settings.leaseMs).catch(() => undefined),
    settings.leaseMs / 3,
  );
  try {
    const settled = await loadOnce(settings, db, pieceOf(id, window, settings), signal);
    if (costsTime(settled)) await rest(db, id, window.at);
    const reason = settled.outcome === 'failed' ? await stopIfAllFail(db, id) : null;
    if (reason !== null)
      settings.log('error', 'backfill.stopped', { source: window.source, backfill: id, code: reason });
  } finally {
    clearInterval(keeping);
    busy.delete(window.source);
  }
}

const costsTime = ({ outcome }: Settled): boolean => outcome !== 'interrupted' && outcome !== 'taken_over';

function pieceOf(
  id: string,
  window: OpenStretch,
  { library, deliveries }: LoadSettings,
): Parameters<typeof loadOnce>[2] {
  const { source, at, to, folder, attempts } = window;
  const { zone, schedule } = library().read(source);
  return {
    held: new HeldStretch(id, window),
    trigger: 'backfill',
    attempts,
    most: schedule?.attempts ?? ATTEMPTS,
    patience: 'none',
    about: { source, backfill: id, window: at.toISOString() },
    ...(folder === null ? { range: { from: at, to } } : { from: resolve(deliveries, folderNamed(folder, zone, at)) }),
  };
}

/** True: for the length of a lease nobody else begins a window of it. */
async function hold(db: Queryable, id: string, holder: string, leaseMs: number): Promise<boolean> {
  const { rowCount } = await db.query(
    `update ops.backfills set held_by = $2, held_until = now() + $3 * interval '1 ms'
     where backfill_id = $1 and (state <> 'running' or held_by = $2 or held_until is null or held_until < now())`,
    [id, holder, leaseMs],
  );
  return rowCount === 1;
}

async function letGo(db: Queryable, id: string, holder: string): Promise<void> {
  await db.query('update ops.backfills set held_by = null, held_until = null where backfill_id = $1 and held_by = $2', [
    id,
    holder,
  ]);
}
