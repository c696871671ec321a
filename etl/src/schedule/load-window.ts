import type { Queryable } from '@rapport/model/schema';
import { ingest } from '../ingest.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { SourceLibrary } from '../kit/source/library.ts';
import type { IngestReport } from '../kit/run/report.ts';
import type { WorkerLog } from './log.ts';
import { enqueue, enqueueAgain, type LoadJob } from './queue.ts';
import { readScheduled } from './scheduled-sources.ts';
import { troubleOf, waitAfter, type BackOff } from './troubles.ts';
import { HeldWindow, openHeads, type OpenWindow } from './window-state.ts';
import { folderOf, type Scheduled } from './windows.ts';

export interface LoadSettings {
  databaseUrl: string;
  home: string;
  masterKey: string | null;
  /** Where relative folders of schedules begin. */
  deliveries: string;
  leaseMs: number;
  backOff: BackOff;
}

/** What one process does with windows whose turn has come. */
export class WindowLoader {
  readonly tally = { loaded: 0, unchanged: 0, failed: 0, retried: 0 };
  /** Sources this process is at work on. A window is settled a moment before its run has tidied up. */
  readonly busy = new Set<string>();

  constructor(
    private readonly settings: LoadSettings,
    private readonly db: Queryable,
    private readonly library: () => SourceLibrary,
    private readonly log: WorkerLog,
  ) {}

  /** Never throws: a window that could not be settled stays open, and the next beat finds it. */
  async load(job: LoadJob, signal: AbortSignal): Promise<void> {
    this.busy.add(job.source);
    try {
      const source = readScheduled(this.library()).scheduled.find(({ name }) => name === job.source);
      const [window] = source ? await openHeads(this.db, [job.source]) : [];
      if (!source || !window || window.at.toISOString() !== job.window) return;
      const settled = await this.#loadHead(source, window, signal);
      if (settled && !signal.aborted) await enqueueHeads(this.db, [job.source]);
    } catch (error) {
      this.log('warn', 'load.unsettled', { source: job.source, window: job.window, code: codeOf(error) });
    } finally {
      this.busy.delete(job.source);
    }
  }

  async #loadHead(source: Scheduled, window: OpenWindow, signal: AbortSignal): Promise<boolean> {
    const { databaseUrl, home, masterKey, deliveries, leaseMs } = this.settings;
    const held = new HeldWindow(window);
    this.log('info', 'load.started', { ...nameOf(window), attempt: window.attempts + 1 });
    try {
      const report = await ingest({
        databaseUrl,
        home,
        masterKey,
        leaseMs,
        signal,
        source: source.name,
        from: folderOf(source, window.at, deliveries),
        trigger: 'schedule',
        errand: held,
      });
      this.#tellLoaded(window, report);
      return true;
    } catch (error) {
      return this.#giveBack(source, held, error);
    }
  }

  #tellLoaded(window: OpenWindow, report: IngestReport): void {
    const state = report.state === 'committed' ? 'loaded' : 'unchanged';
    this.tally[state] += 1;
    const sum = (count: 'read' | 'quarantined'): number =>
      report.feeds.reduce((total, feed) => total + (feed.home ? feed[count] : 0), 0);
    this.log('info', `load.${state}`, {
      ...nameOf(window),
      run: report.runId,
      read: sum('read'),
      quarantined: sum('quarantined'),
      seconds: Math.round(report.seconds * 10) / 10,
    });
  }

  /** True: the window is settled, and the next one may come. */
  async #giveBack(source: Scheduled, held: HeldWindow, error: unknown): Promise<boolean> {
    const { window } = held;
    const failure = { code: codeOf(error), message: messageOf(error) };
    const about = { ...nameOf(window), run: held.runId, code: failure.code };
    const trouble = troubleOf(error);
    const attempt = window.attempts + 1;
    if (trouble === 'stopped') {
      await held.putBack(this.db);
      this.log('info', 'load.interrupted', about);
      return false;
    }
    if (trouble === 'lasting' || (trouble === 'passing' && attempt >= source.schedule.attempts)) {
      const mine = await held.fail(this.db, failure);
      if (mine) this.tally.failed += 1;
      this.log('error', mine ? 'load.failed' : 'load.taken_over', { ...about, attempt });
      return mine;
    }
    const ms = waitAfter(trouble === 'turn' ? 1 : attempt, this.settings.backOff);
    const mine = await held.retryAfter(this.db, ms, trouble === 'passing', failure);
    if (mine) {
      await enqueueAgain(this.db, window.source, window.at, ms);
      this.tally.retried += 1;
    }
    this.log('warn', mine ? 'load.retry' : 'load.taken_over', { ...about, attempt, afterSeconds: ms / 1000 });
    return false;
  }
}

/** Makes sure that the oldest open window of each source has its job. */
export async function enqueueHeads(db: Queryable, sources: readonly string[]): Promise<void> {
  for (const { source, at, retryAt } of await openHeads(db, sources)) await enqueue(db, source, at, retryAt);
}

const nameOf = ({ source, at }: OpenWindow) => ({ source, window: at.toISOString() });
const codeOf = (error: unknown): string => (error instanceof IngestError ? error.code : 'unexpected');
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
