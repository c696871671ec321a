import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { ScheduledShops } from './scheduled-shop.ts';
import { eventually, WorkerProcess } from './workers.ts';

const SOURCES = ['ants', 'bees', 'cats', 'dogs'];
const FEED_MS = 10_000;
/** About as long as one of these loads takes. */
const STRIKE_WITHIN_MS = 400;
const MINUTE = 60_000;
/** Longer than a busy machine lets a living process be silent. */
const LEASE_MS = 6_000;
/** Nobody is struck again before something has been settled, or this has passed: else nothing would ever be. */
const BREATH_MS = 20_000;

export interface Verdict {
  minutes: number;
  killed: number;
  slept: number;
  /** Runs that were in the middle of a load then, by what became of them. */
  struck: Record<string, number>;
  windows: number;
  loaded: number;
  unchanged: number;
  /** What must not be, each with how often it was found. */
  violations: Record<string, number>;
}

/** Two workers, four sources due every minute, files that keep coming, and processes that are killed or put to sleep past their lease. */
export class Soak {
  readonly #shops = new ScheduledShops();
  readonly #workers: WorkerProcess[] = [];
  readonly #orders = new Map(SOURCES.map((source) => [source, 0]));
  #killed = 0;
  #slept = 0;

  constructor(
    private readonly database: { url: string; pool: pg.Pool },
    private readonly say: (line: string) => void,
  ) {
    for (const source of SOURCES) this.#shops.schedule(source, { cron: '* * * * *', zone: 'UTC', from: source });
  }

  async run(minutes: number): Promise<Verdict> {
    for (const source of SOURCES) this.#feed(source);
    this.#workers.push(this.#worker(), this.#worker());
    const began = await this.#firstPlanned();
    const feeding = setInterval(() => SOURCES.forEach((source) => this.#feed(source)), FEED_MS);
    while (Date.now() < began + minutes * MINUTE) await this.#disturb();
    clearInterval(feeding);
    const last = Math.floor(Date.now() / MINUTE + 1) * MINUTE;
    await eventually(() => this.#isIdle(last));
    await Promise.all(this.#workers.map((one) => one.end('SIGTERM')));
    return this.#judge(minutes, began, last);
  }

  #worker(): WorkerProcess {
    return new WorkerProcess(this.database, this.#shops, undefined, undefined, { leaseMs: LEASE_MS });
  }

  /** From then on every minute is a window of each source. */
  async #firstPlanned(): Promise<number> {
    const planned = async (): Promise<Date[]> => {
      const { rows } = await this.database.pool.query<{ at: Date }>('select planned_until as at from ops.schedules');
      return rows.map(({ at }) => at);
    };
    await eventually(async () => (await planned()).length === SOURCES.length);
    return Math.min(...(await planned()).map((at) => at.getTime()));
  }

  /** One order a file. It appears whole, as a careful sender does it. */
  #feed(source: string): void {
    const n = (this.#orders.get(source) ?? 0) + 1;
    this.#orders.set(source, n);
    const folder = this.#shops.folder(source, '');
    const day = '2026-11-02 08:00:00';
    writeFileSync(join(folder, `new-${n}`), `id,status,ordered,changed\no${n},shipped,${day},${day}\n`);
    renameSync(join(folder, `new-${n}`), join(folder, `orders-${n}.csv`));
  }

  async #disturb(): Promise<void> {
    await this.#somethingSettled();
    await this.#loadUnderWay();
    await sleep(Math.random() * STRIKE_WITHIN_MS);
    const at = Math.floor(Math.random() * this.#workers.length);
    const chosen = this.#workers[at];
    if (!chosen) return;
    if (Math.random() < 0.7) {
      await chosen.end('SIGKILL');
      this.#killed += 1;
      this.#workers[at] = this.#worker();
    } else {
      chosen.child.kill('SIGSTOP');
      await sleep(LEASE_MS * 2);
      chosen.child.kill('SIGCONT');
      this.#slept += 1;
    }
    this.say(`${new Date().toISOString()} killed ${this.#killed}, put to sleep ${this.#slept}`);
  }

  async #somethingSettled(): Promise<void> {
    const settled = async (): Promise<number> => {
      const { rows } = await this.database.pool.query<{ n: number }>(
        'select count(*) as n from ops.schedule_windows where settled_at is not null',
      );
      return rows[0]?.n ?? 0;
    };
    const [before, patience] = [await settled(), Date.now() + BREATH_MS];
    await eventually(async () => (await settled()) > before || Date.now() > patience);
  }

  /** Most of a minute nothing happens: strike while something does, or after a while all the same. */
  async #loadUnderWay(): Promise<void> {
    const patience = Date.now() + 5_000 + Math.random() * 10_000;
    await eventually(async () => {
      const { rowCount } = await this.database.pool.query(`select from ops.runs where state = 'running' limit 1`);
      return rowCount === 1 || Date.now() > patience;
    });
  }

  async #isIdle(last: number): Promise<boolean> {
    const { rows } = await this.database.pool.query<{ idle: boolean }>(
      `select not exists (select from ops.schedule_windows where state in ('waiting', 'running'))
         and (select min(planned_until) from ops.schedules) >= $1 as idle`,
      [new Date(last)],
    );
    return rows[0]?.idle === true;
  }

  async #judge(minutes: number, began: number, last: number): Promise<Verdict> {
    const { rows } = await this.database.pool.query<{ state: string; n: number }>(
      `select state, count(*) as n from ops.schedule_windows where window_at <= $1 group by state`,
      [new Date(last)],
    );
    const counted = new Map(rows.map(({ state, n }) => [state, n]));
    const windows = rows.reduce((sum, { n }) => sum + n, 0);
    const due = (Math.floor(last / MINUTE) - Math.floor(began / MINUTE)) * SOURCES.length;
    const [loaded, unchanged] = [counted.get('loaded') ?? 0, counted.get('unchanged') ?? 0];
    const violations = {
      'windows missing or too many': Math.abs(due - windows),
      'windows not settled well': windows - loaded - unchanged,
      ...(await this.#crossCheck()),
    };
    const { rows: failed } = await this.database.pool.query<{ code: string; n: number }>(
      `select error_code as code, count(*) as n from ops.runs where state = 'failed' group by error_code`,
    );
    const struck = Object.fromEntries(failed.map(({ code, n }) => [code, n]));
    return { minutes, killed: this.#killed, slept: this.#slept, struck, windows, loaded, unchanged, violations };
  }

  async #crossCheck(): Promise<Record<string, number>> {
    const fed = [...this.#orders.values()].reduce((sum, n) => sum + n, 0);
    const { rows } = await this.database.pool.query<Record<string, number>>(
      `select
         (select count(*) from ops.runs r where state = 'committed' and 1 <> (
            select count(*) from ops.schedule_windows w where w.run_id = r.run_id and w.source = r.source and w.state = 'loaded')) as "runs that published for no window or for two",
         (select count(*) from ops.schedule_windows w where state = 'loaded' and not exists (
            select from ops.runs r where r.run_id = w.run_id and r.state = 'committed')) as "loaded windows whose run did not publish",
         (select count(*) from ops.runs where state = 'running') as "runs left running",
         (select coalesce(sum(read - inserted), 0) from ops.run_feeds where home) as "records read twice",
         abs($1 - (select count(*) from ops.files)) as "files lost or loaded twice",
         abs($1 - (select count(*) from core.orders)) as "orders lost or too many",
         abs($1 - (select coalesce(sum(orders), 0) from mart.orders_daily where span = 'day' and dimension = '')) as "orders lost or too many in the rollup"`,
      [fed],
    );
    return rows[0] ?? { 'nothing was compared': 1 };
  }
}
