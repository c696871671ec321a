import type { FeedName } from '@rapport/etl';
import type { Row } from './house.ts';
import type { Delivery } from './small-shop.ts';

type Rows = Map<string, Row>;
const say = (value: Row[string] | undefined): string | null =>
  value === undefined || value === null ? null : String(value);

/** Whose each row must be, by the rules of docs/feeds.md and nothing of the engine: keys as `feed key` → the customer's external id. */
export function expectedOwners(deliveries: readonly Delivery[], feeds: readonly FeedName[]): Record<string, string> {
  const all = new Map<string, Rows>();
  for (const { files } of deliveries.toSorted((a, b) => a.at - b.at)) {
    for (const [feed, rows] of Object.entries(files)) {
      const latest = all.get(feed) ?? new Map<string, Row>();
      for (const row of rows) latest.set(keyOf(row), row);
      all.set(feed, latest);
    }
  }
  const links = new Map(
    [...(all.get('customer_links') ?? [])].map(([from, row]) => [from, say(row['into_ref']) ?? '']),
  );
  const owners = new Map<string, string>();
  const ownerOf = (feed: string, row: Row): string => {
    const key = `${feed} ${keyOf(row)}`;
    const known = owners.get(key);
    if (known !== undefined) return known;
    const above = parentOf(row);
    const parent = above ? all.get(above.feed)?.get(above.key) : undefined;
    const owner =
      above && feed !== 'touchpoints' ? ownerOf(above.feed, parent as Row) : survivor(links, named(feed, row));
    owners.set(key, owner);
    return owner;
  };
  for (const feed of feeds) for (const row of all.get(feed)?.values() ?? []) ownerOf(feed, row);
  return Object.fromEntries([...owners].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function keyOf(row: Row): string {
  const time = row['occurred_at'];
  const event = time !== undefined && row['points'] === undefined;
  return event
    ? [row['shipment_ref'] ?? row['case_ref'] ?? '', row['external_id'], time].join('/')
    : String(row['external_id']);
}

function parentOf(row: Row): { feed: string; key: string } | null {
  const parents = [
    ['shipments', row['shipment_ref']],
    ['orders', row['order_ref']],
    ['service_cases', row['case_ref']],
  ] as const;
  const found = parents.find(([, key]) => say(key) !== null);
  return found ? { feed: found[0], key: String(found[1]) } : null;
}

function named(feed: string, row: Row): string {
  const customer = say(row['customer_ref']);
  if (customer !== null) return customer;
  if (feed === 'touchpoints')
    return say(row['visitor_ref']) === null ? `visit:${row['visit_ref']}` : `visitor:${row['visitor_ref']}`;
  return feed === 'orders'
    ? `guest:${row['external_id']}`
    : `guest:${feed === 'service_cases' ? 'case' : feed.slice(0, -1)}:${row['external_id']}`;
}

/** The end of the chain; a customer on a circle stays who it is. */
function survivor(links: ReadonlyMap<string, string>, customer: string): string {
  let at = customer;
  while (links.has(at) && !onCircle(links, at)) at = links.get(at) ?? at;
  return at;
}

function onCircle(links: ReadonlyMap<string, string>, customer: string): boolean {
  const seen = new Set<string>();
  for (let at = links.get(customer); at !== undefined && !seen.has(at); at = links.get(at)) {
    if (at === customer) return true;
    seen.add(at);
  }
  return false;
}
