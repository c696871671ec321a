import pg from 'pg';

const EVERY_MS = 20;

const TOTALS = `select
  (select count(*) from core.orders where deleted_at is null) as orders, (select count(*) from core.order_items where deleted_at is null) as items,
  (select coalesce(sum(price_minor + freight_minor), 0) from core.order_items where deleted_at is null) as money,
  (select count(*) from core.payments where deleted_at is null) as payments, (select count(*) from core.reviews where deleted_at is null) as reviews,
  (select count(*) from journey.order_journey) as journeys, (select coalesce(sum(items_minor + freight_minor), 0) from journey.order_journey) as journey_money,
  (select coalesce(sum(orders), 0) from mart.orders_daily where span = 'day' and dimension = '') as counted, (select coalesce(sum(gmv), 0) from mart.orders_daily where span = 'day' and dimension = '') as gmv,
  (select coalesce(sum(orders), 0) from mart.orders_daily where span = 'day' and dimension = 'ORDER_STATUS') as counted_by_status,
  (select version from ops.data_version) as version, (select count(*) from ops.files) as files,
  (select count(*) from ops.runs where state = 'committed') as runs`;

const WRITERS = `select source, count(*) as n from ops.runs where state = 'running' group by 1 having count(*) > 1`;

type Totals = Record<string, string>;

/** I4 and I10 from outside, on a connection of its own: a reader that asks every 20 ms, over all tables at once. */
export class Poller {
  readonly #seen = new Map<string, number>();
  readonly #allowed = new Set<string>();
  readonly #found = new Set<string>();
  #polls = 0;
  #over = false;
  #polling: Promise<void> = Promise.resolve();

  private constructor(
    private readonly client: pg.Client,
    private readonly control: pg.Client,
  ) {}

  static async start(url: string): Promise<Poller> {
    const clients = ['watch', 'mark'].map(
      (what) => new pg.Client({ connectionString: url, application_name: `faults ${what}` }),
    );
    for (const client of clients) {
      client.on('error', () => undefined);
      await client.connect();
    }
    const [client, control] = clients as [pg.Client, pg.Client];
    const poller = new Poller(client, control);
    await poller.mark();
    poller.#polling = poller.#poll();
    return poller;
  }

  /** What is published now may be seen. */
  async mark(): Promise<void> {
    this.#allowed.add(JSON.stringify((await this.control.query<Totals>(TOTALS)).rows[0]));
  }

  /** Ends; what it saw that was neither before nor after. */
  async stop(): Promise<{ polls: number; states: number; violations: string[] }> {
    await this.mark();
    this.#over = true;
    await this.#polling;
    await Promise.all([this.client.end(), this.control.end()]);
    const strange = [...this.#seen.keys()].filter((state) => !this.#allowed.has(state));
    const violations = [
      ...this.#found,
      ...strange.map((state) => `I4 a reader saw what is neither before nor after: ${state}`),
    ];
    return { polls: this.#polls, states: this.#seen.size, violations };
  }

  async #poll(): Promise<void> {
    while (!this.#over) {
      const { rows } = await this.client.query<Totals>(TOTALS);
      const [totals] = rows;
      if (totals) this.#note(totals);
      const writers = await this.client.query<Totals>(WRITERS);
      if (writers.rows[0])
        this.#found.add(`I10 several runs of one source at a time: ${JSON.stringify(writers.rows[0])}`);
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
  }

  /** Totals of one moment must agree with each other, whichever moment it is. */
  #note(totals: Totals): void {
    this.#polls++;
    const state = JSON.stringify(totals);
    this.#seen.set(state, (this.#seen.get(state) ?? 0) + 1);
    const { orders, journeys, counted, counted_by_status, journey_money, gmv, version, runs } = totals;
    const agree =
      orders === journeys &&
      orders === counted &&
      orders === counted_by_status &&
      journey_money === gmv &&
      version === runs;
    if (!agree) this.#found.add(`I4 tables of one moment do not agree: ${state}`);
  }
}
