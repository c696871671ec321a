import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ingest, type IngestError, type IngestOptions, type IngestReport } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';

export interface Delivered {
  /** The price of an order, in yuan unless told otherwise. */
  price?: (order: number) => number | string;
  /** Orders of the delivery. */
  orders?: number;
  method?: (order: number) => string;
  paidAt?: (order: number) => string;
  header?: string;
}

const SQL = {
  orders: `select file_id, record_no, id as external_id, status, at as ordered_at from landing.paying__orders`,
  payments: `select file_id, record_no, id || '-1' as external_id, id as order_ref, 1 as payment_no, method, price as amount,
    paid as paid_at from landing.paying__orders`,
};

/** A shop whose back end sends each day's orders with what was paid for them, as a delta. */
export class PayingShop {
  readonly sources = mkdtempSync(join(tmpdir(), 'rapport-sources-'));
  readonly home = mkdtempSync(join(tmpdir(), 'rapport-home-'));
  readonly deliveries = mkdtempSync(join(tmpdir(), 'rapport-deliveries-'));
  #day = 0;
  #orders = 0;

  private constructor(readonly house: TestDatabase) {}

  static async open(settings = ''): Promise<PayingShop> {
    const shop = new PayingShop(await emptyHouse());
    shop.declare(settings);
    return shop;
  }

  /** `settings`: guards and freshness of the payments, as YAML in braces. */
  declare(settings = '', more = ''): void {
    const folder = join(this.sources, 'paying');
    mkdirSync(folder, { recursive: true });
    for (const [feed, sql] of Object.entries(SQL)) writeFileSync(join(folder, `${feed}.sql`), sql);
    writeFileSync(
      join(folder, 'source.yaml'),
      `name: paying
shop: { code: paying, title: { en: Paying, zh: 付款店 }, zone: Asia/Shanghai, currency: CNY }
${more}
files:
  orders:
    file: orders*.csv
    delivery: delta
    columns: { id: text, status: text, at: timestamp, method: text, price: numeric, paid: timestamp }
feeds:
  orders: { from: orders }
  payments: { from: orders, secondary: true${settings === '' ? '' : `, ${settings}`} }
`,
    );
  }

  /** A folder with the next day's file. */
  deliver({ price = usualPrice, orders = 100, method, paidAt, header }: Delivered = {}): string {
    this.#day += 1;
    const folder = join(this.deliveries, `day-${this.#day}`);
    mkdirSync(folder, { recursive: true });
    const date = new Date(Date.UTC(2024, 0, this.#day)).toISOString().slice(0, 10);
    const rows = Array.from({ length: orders }, () => {
      const order = (this.#orders += 1);
      const paid = paidAt?.(order) ?? `${date} 12:30:00`;
      return `o${order},delivered,${date} 12:00:00,${method?.(order) ?? 'alipay'},${price(order)},${paid}`;
    });
    const file = join(folder, `orders-${date}.csv`);
    writeFileSync(file, [header ?? 'id,status,at,method,price,paid', ...rows, ''].join('\n'));
    const time = Date.UTC(2024, 0, this.#day, 20) / 1000;
    utimesSync(file, time, time);
    return folder;
  }

  load(from: string, options: Partial<IngestOptions> = {}): Promise<IngestReport> {
    const { url: databaseUrl } = this.house;
    return ingest({ databaseUrl, source: 'paying', from, home: this.home, trigger: 'cli', ...options });
  }

  /** Loads a delivery that must be refused. */
  async refusal(from: string, options: Partial<IngestOptions> = {}): Promise<IngestError> {
    try {
      await this.load(from, options);
    } catch (error) {
      return error as IngestError;
    }
    throw new Error('the load went through');
  }

  /** So many ordinary days, loaded one after the other. */
  async usualDays(days: number): Promise<this> {
    for (let day = 0; day < days; day++) await this.load(this.deliver());
    return this;
  }

  async rows<Row extends object = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.house.pool.query<Row>(sql, values)).rows;
  }

  async close(): Promise<void> {
    await this.house.drop();
    for (const folder of [this.sources, this.home, this.deliveries]) rmSync(folder, { recursive: true, force: true });
  }
}

/** Between 80 and 380 yuan, much the same every day. */
export function usualPrice(order: number): number {
  return 80 + ((order * 37) % 300);
}
