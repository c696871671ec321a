import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const headers = {
  'olist_customers_dataset.csv': 'customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state',
  'olist_geolocation_dataset.csv':
    'geolocation_zip_code_prefix,geolocation_lat,geolocation_lng,geolocation_city,geolocation_state',
  'olist_order_items_dataset.csv':
    'order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value',
  'olist_order_payments_dataset.csv': 'order_id,payment_sequential,payment_type,payment_installments,payment_value',
  'olist_order_reviews_dataset.csv':
    'review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp',
  'olist_orders_dataset.csv':
    'order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date',
  'olist_products_dataset.csv':
    'product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g,product_length_cm,product_height_cm,product_width_cm',
  'olist_sellers_dataset.csv': 'seller_id,seller_zip_code_prefix,seller_city,seller_state',
  'product_category_name_translation.csv': 'product_category_name,product_category_name_english',
} as const;
export type OlistFile = keyof typeof headers;

interface OrderOptions {
  on: string;
  status?: string;
  promised?: string;
  delivered?: string;
  handedOver?: string;
  price?: string;
  freight?: string;
  product?: string;
  paid?: string;
  score?: number;
  message?: string;
  state?: string;
}

/** A small shop in Olist's files: `shop().order('ada', 'o1', { on: '2018-01-02', delivered: '2018-01-09' })`. */
export class OlistShop {
  readonly #rows = new Map<OlistFile, string[]>(Object.keys(headers).map((file) => [file as OlistFile, []]));
  readonly directory = mkdtempSync(join(tmpdir(), 'rapport-olist-'));
  #fileTime = Date.UTC(2018, 10, 1);

  constructor() {
    this.row('olist_geolocation_dataset.csv', '01001,-23.5,-46.6,sao paulo,SP');
    this.row('olist_sellers_dataset.csv', 's1,01001,sao paulo,SP');
    this.row('olist_products_dataset.csv', 'p1,bebes,10,20,1,100,10,10,10');
    this.row('product_category_name_translation.csv', 'bebes,baby');
  }

  /** One order with everything that hangs on it; what is not said is filled in. */
  order(customer: string, id: string, options: OrderOptions): this {
    const {
      on,
      status = options.delivered ? 'delivered' : 'shipped',
      promised = '2018-03-01',
      delivered = '',
      handedOver = delivered,
    } = options;
    const time = (day: string) => (day === '' ? '' : `${day} 10:00:00`);
    this.row('olist_customers_dataset.csv', `${customer}-${id},${customer},01001,sao paulo,${options.state ?? 'SP'}`);
    this.row(
      'olist_orders_dataset.csv',
      `${id},${customer}-${id},${status},${time(on)},${time(on)},${time(handedOver)},${time(delivered)},${promised} 00:00:00`,
    );
    this.row(
      'olist_order_items_dataset.csv',
      `${id},1,${options.product ?? 'p1'},s1,${on} 12:00:00,${options.price ?? '10.50'},${options.freight ?? '2.25'}`,
    );
    this.row('olist_order_payments_dataset.csv', `${id},1,credit_card,1,${options.paid ?? '12.75'}`);
    if (options.score) this.review(`r-${id}`, id, options.score, options.message);
    return this;
  }

  review(review: string, order: string, score: number, message = ''): this {
    const quoted = message === '' ? '' : `"${message.replaceAll('"', '""')}"`;
    return this.row(
      'olist_order_reviews_dataset.csv',
      `${review},${order},${score},,${quoted},2018-02-01 00:00:00,2018-02-02 08:00:00`,
    );
  }

  row(file: OlistFile, line: string): this {
    this.#rows.get(file)?.push(line);
    return this;
  }

  /** Rewrites the rows of one file. */
  change(file: OlistFile, edit: (row: string) => string | null): this {
    const rows = this.#rows.get(file) ?? [];
    this.#rows.set(
      file,
      rows.flatMap((row) => edit(row) ?? []),
    );
    return this;
  }

  /** A file as it would be delivered. */
  text(file: OlistFile): string {
    return `${[headers[file], ...(this.#rows.get(file) ?? [])].join('\n')}\n`;
  }

  /** Writes the delivery; each one is an hour younger than the one before it. `edit` may spoil a file's bytes. */
  deliver(edit: Partial<Record<OlistFile, (text: string) => string | Buffer | null>> = {}): string {
    mkdirSync(this.directory, { recursive: true });
    this.#fileTime += 3_600_000;
    for (const file of this.#rows.keys()) {
      const text = this.text(file);
      const content = edit[file] ? edit[file](text) : text;
      if (content === null) continue;
      writeFileSync(join(this.directory, file), content);
      utimesSync(join(this.directory, file), this.#fileTime / 1000, this.#fileTime / 1000);
    }
    return this.directory;
  }
}

export function shop(): OlistShop {
  return new OlistShop();
}

/** Forty customers over six months, some of whom return: enough for every journey and rollup to have something to do. */
export function smallShop(): OlistShop {
  const made = shop();
  const states = ['SP', 'RJ', 'MG'];
  for (let n = 0; n < 60; n++) {
    const day = new Date(Date.UTC(2018, 0, 1 + n * 3)).toISOString().slice(0, 10);
    const delivered = n % 7 === 0 ? '' : new Date(Date.UTC(2018, 0, 8 + n * 3 + (n % 5))).toISOString().slice(0, 10);
    const promised = new Date(Date.UTC(2018, 0, 10 + n * 3)).toISOString().slice(0, 10);
    const state = states[n % 3] ?? 'SP';
    made.order(`c${n % 40}`, `o${n}`, {
      on: day,
      delivered,
      promised,
      state,
      score: (n % 5) + 1,
      status: n % 13 === 0 ? 'canceled' : undefined,
    });
  }
  return made;
}
