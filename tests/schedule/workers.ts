import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { runWorker, type LogFields, type WorkerOptions, type WorkerSummary } from '@rapport/etl';
import type { TestDatabase } from '../testkit/index.ts';
import { processEnvironment } from '../faults/config.ts';
import type { ScheduledShops } from './scheduled-shop.ts';

/** Short, so that a test that waits for one of them does not wait long. */
export const quick = { beatMs: 50, pollMs: 50, leaseMs: 2_000, graceMs: 500 };
export const quickRetry = { firstMs: 20, longestMs: 100, random: Math.random };

export interface Line extends LogFields {
  event: string;
}

export function optionsFor(database: TestDatabase, shops: ScheduledShops, now: string): WorkerOptions {
  const { home, deliveries } = shops;
  return {
    databaseUrl: database.url,
    home,
    deliveries,
    signal: new AbortController().signal,
    log: () => undefined,
    now: () => new Date(now),
    backOff: quickRetry,
    ...quick,
  };
}

/** A worker that loads what is due at `now` and ends; what it logged comes with its summary. */
export async function workOnce(
  database: TestDatabase,
  shops: ScheduledShops,
  now: string,
  more: Partial<WorkerOptions> = {},
): Promise<WorkerSummary & { lines: Line[] }> {
  const lines: Line[] = [];
  const log: WorkerOptions['log'] = (_level, event, fields) => void lines.push({ event, ...fields });
  const done = await runWorker({ ...optionsFor(database, shops, now), log, once: true, ...more });
  return { ...done, lines };
}

/** A worker in a process of its own; `until` waits for a piece of what it writes to standard error. */
export class WorkerProcess {
  readonly child: ChildProcess;
  #said = '';
  #ended: number | null | undefined;

  constructor(
    database: { url: string },
    shops: ScheduledShops,
    now?: string,
    pauseAt?: string,
    pace: Partial<typeof quick> = {},
  ) {
    const script = join(import.meta.dirname, 'worker-process.ts');
    const settings = JSON.stringify({
      databaseUrl: database.url,
      home: shops.home,
      deliveries: shops.deliveries,
      now,
      ...quick,
      ...pace,
    });
    this.child = spawn(process.execPath, ['--import', './bin/register.mjs', script, settings], {
      env: {
        ...processEnvironment(),
        RAPPORT_SOURCES: shops.sources,
        ...(pauseAt === undefined ? {} : { RAPPORT_PAUSE_AT: pauseAt }),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr?.on('data', (text: Buffer) => (this.#said += text.toString()));
    this.child.once('exit', (code) => (this.#ended = code));
  }

  get said(): string {
    return this.#said;
  }

  async until(text: string): Promise<void> {
    await eventually(() => {
      if (this.#ended !== undefined)
        throw new Error(`the worker ended with ${this.#ended} before "${text}": ${this.#said}`);
      return this.#said.includes(text);
    });
  }

  /** Sends a signal and waits for the end; resolves with the exit code. */
  async end(signal: NodeJS.Signals): Promise<number | null> {
    this.child.kill(signal);
    await eventually(() => this.#ended !== undefined);
    return this.#ended ?? null;
  }
}

/** Asks again and again, as long as the test has time. */
export async function eventually(look: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await look())) await new Promise((resolve) => setTimeout(resolve, 20));
}
