import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { WorkerLog } from '../schedule/log.ts';
import { deliverNext, type ReportHands } from './deliver.ts';
import { planDue } from './plan.ts';

const EVERY_MS = 5_000;
const GRACE_MS = 2_000;
/** More in one look would keep a browser busy for minutes; the rest comes with the next. */
const AT_ONCE = 3;

export interface ReportWatchOptions {
  hands: () => ReportHands;
  log: WorkerLog;
  now?: () => Date;
  everyMs?: number;
}

/** Reports seen to by a process that lives on: in the background, never two looks at a time. */
export class ReportWatch {
  readonly #pool: pg.Pool;
  readonly #options: ReportWatchOptions;
  #looking: Promise<void> | null = null;
  #lookedAt = -Infinity;

  constructor(pool: pg.Pool, options: ReportWatchOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /** Returns at once. */
  look(): void {
    const { everyMs = EVERY_MS } = this.#options;
    if (this.#looking || performance.now() - this.#lookedAt < everyMs) return;
    this.#lookedAt = performance.now();
    this.#looking = this.sendDue()
      .then(() => undefined)
      .catch(() => this.#options.log('warn', 'reports.waiting', { problem: 'the database did not answer' }))
      .finally(() => (this.#looking = null));
  }

  /** Sends what is due and what waits; gives how many went out. */
  async sendDue(): Promise<number> {
    const { log, now } = this.#options;
    await planDue(this.#pool, now?.() ?? new Date());
    let sent = 0;
    for (let tried = 0; tried < AT_ONCE; tried++) {
      const problem = await deliverNext(this.#pool, this.#options.hands());
      if (problem === null) break;
      if (problem === '') sent++;
      else log('warn', 'report.unsent', { problem });
    }
    if (sent > 0) log('info', 'reports.sent', { reports: sent });
    return sent;
  }

  /** Ends with what is under way, or leaves it to the next who looks. */
  async close(): Promise<void> {
    await Promise.race([this.#looking, sleep(GRACE_MS, undefined, { ref: false })]);
  }
}
