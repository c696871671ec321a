import { runWorker, type WorkerSummary } from '@rapport/etl';
import type { Arena } from '../../arena/arena.ts';
import type { House } from '../../arena/house.ts';
import type { ScheduledShops } from '../../../../schedule/scheduled-shop.ts';
import { WorkerProcess, quick, quickRetry } from '../../../../schedule/workers.ts';
import { Bazaar, csvOf, roles } from '../../shop/bazaar.ts';

const SCHEDULE = `schedule: { cron: '15 3 * * *', from: '{date}' }`;
export const SOURCE = 'bazaar_daily';
/** The schedule is seen then for the first time. */
export const START = '2026-11-01T12:00:00Z';
/** Noon in London, an evening in Shanghai: all windows up to that day have come. */
export const noon = (day: number): string => `2026-11-0${day}T12:00:00Z`;

/** The bazaar as a source that sends a folder a day, from the second of November on. */
export class DailyShop {
  readonly processes: WorkerProcess[] = [];

  private constructor(
    readonly house: House,
    private readonly arena: Arena,
    private readonly shop: Bazaar,
  ) {}

  static async open(arena: Arena, seed: number, size = arena.size): Promise<DailyShop> {
    arena.bazaarAs(SOURCE, SCHEDULE);
    const daily = new DailyShop(await arena.house(), arena, new Bazaar(seed, size));
    await daily.workOnce(START);
    return daily;
  }

  /** What the shop sends on one day of November. */
  deliver(day: number): void {
    const rows = this.shop.next();
    for (const role of roles) {
      const name = role === 'payments' ? 'payments.csv' : `${role}-${day}.csv`;
      if (rows[role].length > 0)
        this.house.put(`2026-11-0${day}/${name}`, csvOf(role, rows[role]), { time: Date.UTC(2026, 9, 1, day) });
    }
  }

  workOnce(now: string): Promise<WorkerSummary> {
    const { url: databaseUrl, delivery } = this.house;
    const signal = new AbortController().signal;
    const settings = {
      ...quick,
      databaseUrl,
      home: delivery.home,
      deliveries: delivery.inbox,
      signal,
      backOff: quickRetry,
    };
    return runWorker({ ...settings, log: () => undefined, now: () => new Date(now), once: true });
  }

  /** `leaseMs`: how long it may be silent; on a busy machine a short one makes the living look dead. */
  worker(now: string, leaseMs: number): WorkerProcess {
    const { home, inbox: deliveries } = this.house.delivery;
    const shops = { home, deliveries, sources: this.arena.sources } as ScheduledShops;
    const started = new WorkerProcess(this.house, shops, now, undefined, { leaseMs });
    this.processes.push(started);
    return started;
  }

  /** Until so many windows are loaded. */
  async loaded(n: number): Promise<void> {
    while ((await this.windows()).filter((line) => line.startsWith('loaded')).length < n)
      await new Promise((resolve) => setTimeout(resolve, 20));
  }

  /** `<state> <day>` of each window. */
  async windows(): Promise<string[]> {
    const rows = await this.house.rows<{ line: string }>(
      `select state || ' ' || extract(day from window_at at time zone 'Asia/Shanghai') as line from ops.schedule_windows order by window_at`,
    );
    return rows.map(({ line }) => line);
  }

  /** Days in the order in which they were published. */
  async published(): Promise<string[]> {
    const rows = await this.house.rows<{ day: string }>(
      `select extract(day from w.window_at at time zone 'Asia/Shanghai')::text as day from ops.schedule_windows w join ops.runs r using (run_id)
       where r.state = 'committed' order by r.data_version`,
    );
    return rows.map(({ day }) => day);
  }

  end(): void {
    for (const { child } of this.processes) child.kill('SIGKILL');
  }
}
