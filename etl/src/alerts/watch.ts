import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import type { WorkerLog } from '../schedule/log.ts';
import { AlertConfigError, readAlertConfig } from './config.ts';
import { tellAlerts } from './tell.ts';

const EVERY_MS = 5_000;
/** A mail server that does not answer must not hold up the end of the process; what it got is sent again. */
const GRACE_MS = 2_000;

export interface AlertWatchOptions {
  home: string;
  log: WorkerLog;
  /** How often at most. */
  everyMs?: number;
}

/** Alerts seen to by a process that lives on: in the background, never two looks at a time. */
export class AlertWatch {
  readonly #pool: pg.Pool;
  readonly #options: AlertWatchOptions;
  #looking: Promise<void> | null = null;
  #lookedAt = -Infinity;
  #problem = '';

  constructor(pool: pg.Pool, options: AlertWatchOptions) {
    this.#pool = pool;
    this.#options = options;
  }

  /** Returns at once. */
  look(): void {
    const { everyMs = EVERY_MS } = this.#options;
    if (this.#looking || performance.now() - this.#lookedAt < everyMs) return;
    this.#lookedAt = performance.now();
    this.#looking = this.#tell().finally(() => (this.#looking = null));
  }

  /** Ends what is under way; with a last look where nobody looks after this process. */
  async close(lastLook: boolean): Promise<void> {
    await Promise.race([this.#looking, sleep(GRACE_MS, undefined, { ref: false })]);
    if (lastLook) await this.#tell();
  }

  async #tell(): Promise<void> {
    try {
      const { opened, recovered, failed } = await tellAlerts(this.#pool, readAlertConfig(this.#options.home));
      if (opened + recovered > 0) this.#options.log('info', 'alerts.changed', { opened, recovered });
      this.#say(failed.map(({ channel, problem }) => `${channel}: ${problem}`).join('; '), 'alerts.undelivered');
    } catch (error) {
      const told = error instanceof AlertConfigError ? error.message : 'the database did not answer';
      this.#say(told, 'alerts.unusable');
    }
  }

  /** Once, as long as it stays the same. */
  #say(problem: string, event: string): void {
    if (problem !== '' && problem !== this.#problem) this.#options.log('warn', event, { problem });
    this.#problem = problem;
  }
}
