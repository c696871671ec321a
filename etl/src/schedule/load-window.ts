import type { Queryable } from '@rapport/model/schema';
import { loadOnce, type Patience, type Piece } from './load-once.ts';
import type { LoadSettings } from './load-settings.ts';
import { enqueue, enqueueAgain, type LoadJob } from './queue.ts';
import { readScheduled } from './scheduled-sources.ts';
import { codeOf } from './troubles.ts';
import { heldWindow, openHeads, type OpenWindow } from './window-state.ts';
import { folderOf, type Scheduled } from './windows.ts';

/** What one process does with windows whose turn has come. */
export class WindowLoader {
  readonly tally = { loaded: 0, unchanged: 0, failed: 0, retried: 0 };

  constructor(
    private readonly settings: LoadSettings,
    private readonly db: Queryable,
    /** Sources this process is at work on. A window is settled a moment before its run has tidied up. */
    readonly busy: Set<string>,
  ) {}

  /** Never throws: a window that could not be settled stays open, and the next beat finds it. */
  async load(job: LoadJob, signal: AbortSignal): Promise<void> {
    if (this.busy.has(job.source)) return; // the next beat after that asks again
    this.busy.add(job.source);
    try {
      const source = readScheduled(this.settings.library()).scheduled.find(({ name }) => name === job.source);
      const [window] = source ? await openHeads(this.db, [job.source]) : [];
      if (!source || !window || window.at.toISOString() !== job.window) return;
      const settled = await this.#loadHead(source, window, signal);
      if (settled && !signal.aborted) await enqueueHeads(this.db, [job.source]);
    } catch (error) {
      const about = { source: job.source, window: job.window, code: codeOf(error) };
      this.settings.log('warn', 'load.unsettled', about);
    } finally {
      this.busy.delete(job.source);
    }
  }

  /** True: the window is settled, and the next one may come. */
  async #loadHead(source: Scheduled, window: OpenWindow, signal: AbortSignal): Promise<boolean> {
    const from = folderOf(source, window.at, this.settings.deliveries);
    const piece: Piece = {
      held: heldWindow(window),
      trigger: 'schedule',
      attempts: window.attempts,
      most: source.schedule.attempts,
      patience: patienceFor(source, window),
      about: { source: window.source, window: window.at.toISOString() },
      ...(from === undefined ? {} : { from }),
    };
    const settled = await loadOnce(this.settings, this.db, piece, signal);
    if (settled.outcome === 'retry') {
      await enqueueAgain(this.db, window.source, window.at, settled.ms);
      this.tally.retried += 1;
      return false;
    }
    if (settled.outcome === 'interrupted' || settled.outcome === 'taken_over') return false;
    this.tally[settled.outcome] += 1;
    return true;
  }
}

/**
 * A delivery that is late is waited for until its source would be late by its own promise. It never holds up the one after it:
 * once that is due, the missing one has failed, for everybody to see.
 */
function patienceFor({ promiseMs }: Scheduled, { at, pressed }: OpenWindow): Patience {
  if (pressed) return 'none';
  return promiseMs === null ? 'attempts' : { until: new Date(at.getTime() + promiseMs) };
}

/** Makes sure that the oldest open window of each source has its job. */
export async function enqueueHeads(db: Queryable, sources: readonly string[]): Promise<void> {
  for (const { source, at, retryAt } of await openHeads(db, sources)) await enqueue(db, source, at, retryAt);
}
