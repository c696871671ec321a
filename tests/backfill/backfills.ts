import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { workInForeground } from '@rapport/etl';
import type { BackfillStatus } from '@rapport/model/vocabulary';
import { processEnvironment } from '../faults/config.ts';
import type { ScheduledShops } from '../schedule/scheduled-shop.ts';
import { eventually, quick, quickRetry } from '../schedule/workers.ts';
import type { TestDatabase } from '../testkit/index.ts';

/** Days of November 2026, from the 2nd on. */
export const days = (n: number): string[] =>
  Array.from({ length: n }, (_, at) => `2026-11-${String(at + 2).padStart(2, '0')}`);

/** `<state> <day>` of each window, oldest first. */
export async function stretchesOf(house: TestDatabase, id: string): Promise<string[]> {
  const { rows } = await house.pool.query<{ line: string }>(
    `select state || ' ' || to_char(window_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as line
     from ops.backfill_windows where backfill_id = $1 order by window_at`,
    [id],
  );
  return rows.map(({ line }) => line);
}

const houseOf = (house: TestDatabase, shops: ScheduledShops) => ({
  databaseUrl: house.url,
  home: shops.home,
  deliveries: shops.deliveries,
  leaseMs: quick.leaseMs,
});

/** Works on it in this process until it is over. */
export function workHere(
  house: TestDatabase,
  shops: ScheduledShops,
  id: string,
  signal = new AbortController().signal,
): Promise<BackfillStatus> {
  return workInForeground({
    id,
    signal,
    house: { ...houseOf(house, shops), masterKey: null, log: () => undefined, backOff: quickRetry },
  });
}

/** A process that works on it, and waits at a stage of each run where one is named. */
export class BackfillProcess {
  readonly child: ChildProcess;
  #said = '';
  #ended = false;

  constructor(house: TestDatabase, shops: ScheduledShops, id: string, pauseAt?: string) {
    const script = join(import.meta.dirname, 'backfill-process.ts');
    const settings = JSON.stringify({ id, ...houseOf(house, shops) });
    this.child = spawn(process.execPath, ['--import', './bin/register.mjs', script, settings], {
      env: {
        ...processEnvironment(),
        RAPPORT_SOURCES: shops.sources,
        ...(pauseAt === undefined ? {} : { RAPPORT_PAUSE_AT: pauseAt }),
      },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.child.stderr?.on('data', (text: Buffer) => (this.#said += text.toString()));
    this.child.once('exit', () => (this.#ended = true));
  }

  async until(text: string): Promise<void> {
    await eventually(() => {
      if (this.#ended) throw new Error(`the process ended before "${text}": ${this.#said}`);
      return this.#said.includes(text);
    });
  }

  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await eventually(() => this.#ended);
  }
}
