import { createHash } from 'node:crypto';
import type pg from 'pg';
import { refreshJourney } from '@rapport/etl';
import { ensureRollups, noteFeeds, rollupMaintenance } from '@rapport/model/metrics';
import { tables, usual, type Row, type ShopTable } from './shop-tables.ts';

/** [category or '' for none, merchant, price, freight], money in major units. */
export type Item = [category: string, merchant: string, price: number, freight: number];

export interface OrderDetails {
  status?: string;
  promised?: string;
  region?: string;
  items?: Item[];
  /** [method, amount] of each payment. */
  paid?: [method: string, amount: number][];
}

const id = (concept: string, shop: string, external: string): string => {
  const hex = createHash('md5').update([concept, shop, external].join('\u001f')).digest('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
};
const minor = (amount: number): number => Math.round(amount * 100);

export interface ShopOptions {
  code?: string;
  currency?: string;
  /** What a member's point is worth, in minor units. */
  pointWorthMinor?: number;
  zone?: string;
  /** Of the zone, all year round. */
  offset?: string;
}

/** A shop written by hand into core: `shop().customer('Ada').ordered('A1', '2024-01-10 10:00', {…}).delivered('2024-01-14 10:00').reviewed(5)`. */
export class Shop {
  readonly code: string;
  private readonly rows = new Map<string, Map<string, Row>>(tables.map((table) => [table, new Map<string, Row>()]));

  readonly currency: string;

  constructor(private readonly options: ShopOptions) {
    this.code = options.code ?? 'gold';
    this.currency = options.currency ?? 'CNY';
  }

  id = (concept: string, external: string): string => id(concept, this.code, external);
  at = (local: string): string => `${local}${this.options.offset ?? '+08:00'}`;

  put(table: ShopTable, key: string, row: Row): void {
    const origin = {
      file_time: '2026-01-01T00:00:00Z',
      file_id: id('file', this.code, table),
      record_no: 1,
      row_hash: 1,
    };
    this.rows.get(table)?.set(key, { shop: this.code, inferred: false, ...origin, ...usual[table], ...row });
  }

  /** Adds to a row that is there, or makes it. */
  amend(table: ShopTable, key: string, row: Row): void {
    const known = this.rows.get(table)?.get(key);
    if (known) Object.assign(known, row);
    else this.put(table, key, row);
  }

  all(table: ShopTable): Row[] {
    return [...(this.rows.get(table)?.values() ?? [])];
  }

  customer(name: string): Customer {
    this.put('customers', name, { customer_id: this.id('customer', name), external_id: name, identified: true });
    return new Customer(this, name);
  }

  /** An order whose buyer is not known is given a guest of its own. */
  guest(name = 'guest'): Customer {
    this.put('customers', name, { customer_id: this.id('customer', name), external_id: name, identified: false });
    return new Customer(this, name);
  }

  private lastOrderDay(): string {
    return [...(this.rows.get('orders')?.values() ?? [])].reduce(
      (last, row) => (String(row.ordered_on) > last ? String(row.ordered_on) : last),
      '',
    );
  }

  /** Everything into core, then journey and rollups from it. */
  async load(pool: pg.Pool): Promise<this> {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { zone = 'Asia/Shanghai' } = this.options;
      await client.query('insert into core.shops values ($1, $1, $1, $2, $3, $4, $5)', [
        this.code,
        zone,
        this.currency,
        this.lastOrderDay(),
        this.options.pointWorthMinor ?? null,
      ]);
      for (const table of tables) {
        const rows = JSON.stringify([...(this.rows.get(table)?.values() ?? [])]);
        await client.query(
          `insert into core.${table} select * from jsonb_populate_recordset(null::core.${table}, $1)`,
          [rows],
        );
      }
      await refreshJourney(client, 'shop', this.code);
      await noteFeeds(client, this.code, 'everything');
      await ensureRollups(client);
      await rollupMaintenance.rebuild(client);
      await client.query('commit');
    } finally {
      client.release();
    }
    return this;
  }
}

export class Customer {
  constructor(
    readonly shop: Shop,
    readonly name: string,
  ) {}

  ordered(external: string, local: string, details: OrderDetails = {}): Order {
    const { shop } = this;
    const own = { customer_id: shop.id('customer', this.name), order_id: shop.id('order', external) };
    if (details.region) shop.put('regions', details.region, { code: details.region });
    shop.put('orders', external, {
      customer_id: own.customer_id,
      id: own.order_id,
      external_id: external,
      status: details.status ?? 'delivered',
      ordered_at: shop.at(local),
      ordered_on: local.slice(0, 10),
      promised_on: details.promised ?? null,
      currency: shop.currency,
      region_code: details.region ?? null,
    });
    details.items?.forEach(([category, merchant, price, freight], index) => {
      const [product, line] = [`${category || 'uncategorised'} of ${merchant}`, `${external}/${index + 1}`];
      if (category) shop.put('categories', category, { code: category });
      shop.put('merchants', merchant, { id: shop.id('merchant', merchant), external_id: merchant });
      shop.put('products', product, {
        id: shop.id('product', product),
        external_id: product,
        category_code: category || null,
      });
      shop.put('order_items', line, {
        ...own,
        id: shop.id('item', line),
        external_id: line,
        item_no: index + 1,
        quantity: 1,
        product_id: shop.id('product', product),
        merchant_id: shop.id('merchant', merchant),
        price_minor: minor(price),
        freight_minor: minor(freight),
      });
    });
    details.paid?.forEach(([method, amount], index) => {
      const line = `${external}/${index + 1}`;
      shop.put('payments', line, {
        ...own,
        id: shop.id('payment', line),
        external_id: line,
        payment_no: index + 1,
        method,
        installments: 1,
        amount_minor: minor(amount),
      });
    });
    return new Order(this, external, own);
  }
}

export class Order {
  private reviews = 0;
  constructor(
    readonly customer: Customer,
    readonly external: string,
    private readonly own: { customer_id: string; order_id: string },
  ) {}

  /** Another order of the same customer. */
  ordered(external: string, local: string, details: OrderDetails = {}): Order {
    return this.customer.ordered(external, local, details);
  }

  delivered(local: string): this {
    const { shop } = this.customer;
    shop.put('shipments', this.external, {
      ...this.own,
      id: shop.id('shipment', this.external),
      external_id: this.external,
      delivered_at: shop.at(local),
      delivered_on: local.slice(0, 10),
    });
    return this;
  }

  reviewed(...scores: number[]): this {
    const { shop } = this.customer;
    for (const score of scores) {
      const line = `${this.external}/${(this.reviews += 1)}`;
      shop.put('reviews', line, {
        ...this.own,
        id: shop.id('review', line),
        external_id: line,
        review_ref: line,
        score,
      });
    }
    return this;
  }
}

export const shop = (options: ShopOptions = {}): Shop => new Shop(options);
