import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from '@rapport/model/schema';
import { workOn } from '../backfill/work.ts';
import { codeOf } from './troubles.ts';
import type { LoadSettings } from './load-settings.ts';
import { loadRequested, openRequests } from './requests.ts';

const INTERRUPTED_MS = 5_000;

/** What a process does beside the schedule: loads that persons asked for, and backfills. Each source by itself; none waits for another. */
export class Beside {
  readonly #going = new Map<string, Promise<void>>();
  readonly #stop = new AbortController();
  #closing = false;

  constructor(
    private readonly settings: LoadSettings,
    private readonly db: Queryable,
    /** Sources this process is at work on. */
    private readonly busy: Set<string>,
    /** This process, among those that might do the same. */
    private readonly holder: string,
  ) {}

  /** Begins what may begin. */
  async look(backfills = true): Promise<void> {
    for (const request of await openRequests(this.db, this.settings.leaseMs)) {
      if (this.busy.has(request.source)) continue;
      this.#begin(`request ${request.id}`, async () => {
        this.busy.add(request.source);
        try {
          await loadRequested(this.settings, this.db, request, this.#stop.signal);
        } finally {
          this.busy.delete(request.source);
        }
      });
    }
    if (!backfills) return;
    const { rows } = await this.db.query<{ id: string }>(
      `select backfill_id::text as id from ops.backfills where state = 'running' order by backfill_id`,
    );
    for (const { id } of rows)
      this.#begin(`backfill ${id}`, async () => {
        const { settings, db, busy, holder } = this;
        await workOn(id, { settings, db, busy, holder, signal: this.#stop.signal, closing: () => this.#closing });
      });
  }

  get atWork(): boolean {
    return this.#going.size > 0;
  }

  /** Begins nothing more, gives what is under way so long to end by itself, then interrupts it. */
  async close(graceMs: number): Promise<void> {
    this.#closing = true;
    const all = Promise.all(this.#going.values());
    const given = new AbortController();
    await Promise.race([all, sleep(graceMs, undefined, { signal: given.signal }).catch(() => undefined)]);
    given.abort();
    this.#stop.abort();
    // A read of a drive that has gone away cannot be interrupted; its run is found silent by whoever comes next.
    await Promise.race([all, sleep(INTERRUPTED_MS, undefined, { ref: false })]);
  }

  #begin(key: string, work: () => Promise<void>): void {
    if (this.#closing || this.#going.has(key)) return;
    const going = work()
      .catch((error: unknown) => this.settings.log('warn', 'load.unsettled', { of: key, code: codeOf(error) }))
      .finally(() => this.#going.delete(key));
    this.#going.set(key, going);
  }
}
