import { createHash } from 'node:crypto';
import type { Db } from './db.ts';
import { SEPARATOR, type Reckoned } from './reckoning.ts';

const separated = (...parts: string[]): string =>
  parts.map((part) => `coalesce((${part})::text, '')`).join(` || '${SEPARATOR}' || `);
const epoch = (column: string): string => `extract(epoch from ${column})::bigint`;
const child = (table: string, ...own: string[]): string =>
  `select ${separated('t.external_id', 'o.external_id', 'c.external_id', ...own)} as line from core.${table} t
   join core.orders o on o.id = t.order_id and o.customer_id = t.customer_id join core.customers c on c.customer_id = t.customer_id
   where t.shop = 'bazaar' and t.deleted_at is null and o.deleted_at is null`;

/** The published rows as the reckoning writes them. */
const published: Record<string, string> = {
  orders: `select ${separated('t.external_id', 'c.external_id', 't.status', 't.region_code', epoch('t.ordered_at'), 't.ordered_on', 't.promised_on')} as line
    from core.orders t join core.customers c using (customer_id) where t.shop = 'bazaar' and t.deleted_at is null`,
  products: `select ${separated('external_id', 'title', 'category_code')} as line from core.products where shop = 'bazaar' and not inferred and deleted_at is null`,
  customers: `select ${separated('external_id', 'region_code')} as line from core.customers where shop = 'bazaar' and not inferred and identified and deleted_at is null`,
  order_items: child(
    'order_items',
    't.item_no',
    '(select p.external_id from core.products p where p.id = t.product_id)',
    't.price_minor',
    't.freight_minor',
  ),
  shipments: child('shipments', 't.carrier_code', epoch('t.handed_over_at'), epoch('t.delivered_at')),
  payments: child('payments', 't.payment_no', 't.method', 't.amount_minor', epoch('t.paid_at')),
  reviews: child('reviews', 't.score', 't.message', epoch('t.answered_at')),
};

const sumOf: Record<string, string> = {
  'order_items.price_minor':
    'select coalesce(sum(price_minor), 0)::text as total from core.order_items where deleted_at is null',
  'order_items.freight_minor':
    'select coalesce(sum(freight_minor), 0)::text as total from core.order_items where deleted_at is null',
  'payments.amount_minor':
    'select coalesce(sum(amount_minor), 0)::text as total from core.payments where deleted_at is null',
};

/** I2: rows, hashes of rows and sums of money are those of the accepted records, exactly. */
export async function checkTables(db: Db, { lines, totals }: Reckoned): Promise<string[]> {
  const found: string[] = [];
  for (const [table, wanted] of lines) {
    const select = published[table];
    if (!select) throw new Error(`nothing is known of ${table}`);
    const sorted = wanted
      .map((line) => Buffer.from(line))
      .toSorted((a, b) => Buffer.compare(a, b))
      .map(String);
    const hash = createHash('md5').update(sorted.join('\n')).digest('hex');
    const [there] = await db.rows<{ n: string; hash: string }>(
      `select count(*)::text as n, md5(coalesce(string_agg(line, e'\\n' order by line collate "C"), '')) as hash from (${select}) l`,
    );
    if (there?.hash === hash && there.n === String(wanted.length)) continue;
    const rows = await db.rows<{ line: string }>(select);
    found.push(
      `I2 core.${table}: ${difference(
        wanted,
        rows.map((row) => row.line),
      )}`,
    );
  }
  for (const [name, total] of totals) {
    const [there] = await db.rows<{ total: string }>(sumOf[name] ?? '');
    if (BigInt(there?.total ?? -1) !== total)
      found.push(`I2 the sum of ${name} is ${there?.total}, the files say ${total}`);
  }
  return found;
}

/** What is too much and what is missing, with an example of each. */
export function difference(wanted: readonly string[], there: readonly string[]): string {
  const left = new Map<string, number>();
  for (const line of wanted) left.set(line, (left.get(line) ?? 0) + 1);
  const surplus = there.filter((line) => {
    const n = left.get(line) ?? 0;
    left.set(line, n - 1);
    return n <= 0;
  });
  const missing = [...left].filter(([, n]) => n > 0).map(([line]) => line);
  const shown = (lines: string[]): string =>
    `${lines.length}${lines[0] === undefined ? '' : ` (${lines[0].replaceAll(SEPARATOR, '|')})`}`;
  return `missing ${shown(missing)}, too many ${shown(surplus)}`;
}
