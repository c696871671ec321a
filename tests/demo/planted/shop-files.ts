import { dayOf, momentOf, shanghaiDay, type Exports } from './exports.ts';

export interface OrderRow {
  id: string;
  customer: string;
  province: string;
  at: string;
  day: number;
  valid: boolean;
  delivered: boolean;
  modified: string;
}

export interface Ticket {
  id: string;
  order_no: string | null;
  requester: string | null;
  stage: string;
  via: string;
  category: string;
  created_at: string;
  first_reply_at: string | null;
  solved_at: string | null;
  handling: { mode: string; agent: string | null };
  satisfaction: { score: number; at: string } | null;
  words: string | null;
  events: { type: string }[];
}

export interface ReviewRow {
  id: string;
  order: OrderRow;
  item: string;
  stars: number;
  written: boolean;
  at: string;
}

export interface FirstOrder extends OrderRow {
  back: number;
}

const DIRTY_ORDER = /^2099/;

/** Orders as last corrected, under the customer who keeps the account. */
export function readOrders(files: Exports, kept: ReadonlyMap<string, string>): Map<string, OrderRow> {
  const orders = new Map<string, OrderRow>();
  for (const file of ['demo/orders.csv', 'demo/orders-corrected.csv']) {
    for (const row of files.csv<string>(file)) {
      const { trade_no: id = '', created_time: at = '', buyer_id: buyer = '', trade_status: status = '' } = row;
      const modified = row['modified_time'] ?? '';
      if (DIRTY_ORDER.test(id) || Number.isNaN(dayOf(at)) || (orders.get(id)?.modified ?? '') > modified) continue;
      orders.set(id, {
        id,
        customer: kept.get(buyer) ?? buyer,
        province: row['province'] ?? '',
        at,
        day: dayOf(at),
        valid: status !== 'TRADE_CLOSED' && status !== 'OUT_OF_STOCK',
        delivered: status === 'TRADE_FINISHED',
        modified,
      });
    }
  }
  return orders;
}

export function readKeptAccounts(files: Exports): Map<string, string> {
  return new Map(
    files.csv<'old_uid' | 'kept_uid'>('demo_members/merged_accounts.csv').map((row) => [row.old_uid, row.kept_uid]),
  );
}

/** Sound reviews of known orders; stars as first given. */
export function readReviews(files: Exports, orders: ReadonlyMap<string, OrderRow>): ReviewRow[] {
  const seen = new Set<string>();
  return files.csv<string>('demo_voice/reviews.csv').flatMap((row) => {
    const order = orders.get(row['trade_no'] ?? '');
    const key = `${row['rid']} ${row['trade_no']}`;
    const stars = Number(row['first_stars'] === '' ? row['stars'] : row['first_stars']);
    if (!order || seen.has(key) || Number.isNaN(dayOf(row['post_time'] ?? '')) || !(stars >= 1 && stars <= 5))
      return [];
    seen.add(key);
    const written = /^(USER|REBATE)$/.test(row['origin'] ?? '') && !row['append_to'];
    return [{ id: row['rid'] ?? '', order, item: row['item_id'] ?? '', stars, written, at: row['post_time'] ?? '' }];
  });
}

/** Each customer's first valid order, and whether a valid order of a later day followed within 90; only where the 90 days are over. */
export function firstOrders(orders: Iterable<OrderRow>, asOf: number): FirstOrder[] {
  const valid = [...orders].filter((order) => order.valid && order.customer !== '');
  return [...Map.groupBy(valid, (order) => order.customer).values()].flatMap((chain) => {
    chain.sort((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
    const first = chain[0];
    if (!first || asOf - first.day < 90) return [];
    const next = chain.find((order) => order.day > first.day);
    return [{ ...first, back: next && next.day - first.day <= 90 ? 1 : 0 }];
  });
}

export const readTickets = (files: Exports): Ticket[] =>
  files
    .json<Ticket>('demo_helpdesk/tickets.json')
    .filter(({ created_at, id }) => !Number.isNaN(shanghaiDay(created_at)) && !id.startsWith('X'));

export interface Waybill {
  mail_no: string;
  trade_no: string;
  cp_code: string;
  promise: string;
  handover_time: string;
  sign_time: string | null;
}

export async function readWaybills(
  files: Exports,
  orders: ReadonlyMap<string, OrderRow>,
): Promise<Map<string, Waybill>> {
  const found = new Map<string, Waybill>();
  for await (const row of files.lines<Waybill>('demo_logistics/waybills.ndjson.gz')) {
    if (orders.has(row.trade_no) && !Number.isNaN(Date.parse(row.sign_time ?? ''))) found.set(row.trade_no, row);
  }
  return found;
}

/** The first scan of each parcel that says broken, by waybill: when it happened, and when it could be read. */
export async function readBroken(files: Exports): Promise<Map<string, { occur: string; upload: string }>> {
  const broken = new Map<string, { occur: string; upload: string }>();
  type Scan = { mail_no: string; action: string; occur: string; upload: string };
  for await (const { mail_no: parcel, action, occur, upload } of files.lines<Scan>('demo_logistics/scans.ndjson.gz')) {
    if (action !== 'BROKEN' || Number.isNaN(Date.parse(occur))) continue;
    if (occur < (broken.get(parcel)?.occur ?? '~')) broken.set(parcel, { occur, upload });
  }
  return broken;
}

export const before = (instant: string, local: string): boolean => Date.parse(instant) < momentOf(local);
