import type pg from 'pg';
import { liveRows } from '../../journey/refresh.ts';
import type { JourneyTable } from '../../journey/relations.ts';
import { isOfCustomer } from '../feeds/contract.ts';
import { allContracts } from '../feeds/contracts.ts';
import type { FeedName } from '../feeds/names.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';
import { relinked, type Links } from './links.ts';

/** Above this share of the shop's customers, making everything anew is cheaper than the difference. */
const REBUILD_SHARE = 0.3;
/** So many written orders for each customer leave no need to count whose they are. */
const OBVIOUS_SHARE = 0.5;
/** What stands in journeys of the whole shop: days of the calendar, promises to whom contacts the desk. */
const ofTheWholeShop: ReadonlySet<FeedName> = new Set(['calendar_events', 'sla_policies']);

/** Whose journeys are made anew: nobody's, those of some customers, or the whole shop's. */
export type Scope = 'nothing' | 'affected' | 'shop';

/** Told from what is to be done and what is published, while the transaction still writes; the customers are left in a working table. */
export async function scopeOf(
  side: pg.Client,
  source: Source,
  feeds: readonly ClassifiedFeed[],
  links: Links,
): Promise<Scope> {
  if (feeds.some((one) => ofTheWholeShop.has(one.contract.feed) && (written(one) > 0 || one.gone.rows > 0)))
    return 'shop';
  const orders = feeds.find(({ contract }) => contract.shape === 'order');
  if (orders && !(await hasCustomers(side, source, written(orders) / OBVIOUS_SHARE))) return 'shop';
  const affected = await collectAffected(side, source, feeds, links);
  if (affected === 0) return 'nothing';
  return (await hasCustomers(side, source, affected / REBUILD_SHARE)) ? 'affected' : 'shop';
}

/** Has the shop at least so many customers? Counts no further, so that a long history costs nothing. */
async function hasCustomers(side: pg.Client, source: Source, least: number): Promise<boolean> {
  const { rows } = await side.query<{ customers: string }>(
    'select count(*) as customers from (select from core.customers where shop = $1 limit $2) counted',
    [source.shop.code, Math.ceil(least)],
  );
  return Number(rows[0]?.customers ?? 0) >= least;
}

/** The transaction's own list of them, which goes with it. */
export async function takeAffected(tx: pg.Client, source: Source): Promise<void> {
  await tx.query(`create temp table affected_customers (customer_id uuid primary key) on commit drop;
    insert into affected_customers select customer_id from ${workTable.affected(source)};
    analyze affected_customers`);
}

/** Of a feed of customers, the rows of those whose journeys are made anew: whatever is new is among them. `gathered`: they are at hand. */
export const rowsOfAffected =
  (gathered: ReadonlySet<JourneyTable>) =>
  (feed: string): string => {
    if ([...gathered].some((table) => table === feed)) return liveRows(feed as JourneyTable);
    const contract = allContracts.find((one) => one.feed === feed);
    return contract && (isOfCustomer(contract) || contract.shape === 'customer')
      ? `(select t.* from affected_customers a join ${contract.table} t on t.customer_id = a.customer_id)`
      : `core.${feed}`;
  };

function written({ verdicts }: ClassifiedFeed): number {
  return [...verdicts.values()].reduce((sum, { inserted, updated, healed }) => sum + inserted + updated + healed, 0);
}

/** Every customer with a changed row, before and after: their journeys and rollup cells are made anew. */
async function collectAffected(
  side: pg.Client,
  source: Source,
  feeds: readonly ClassifiedFeed[],
  links: Links,
): Promise<number> {
  const selects = feeds.flatMap((one) => affectedBy(source, one));
  if (links.changed > 0)
    selects.push(`select unnest(array[old_customer_id, new_customer_id]) as customer_id from (${relinked(source)}) r`);
  if (selects.length === 0) return 0;
  const table = workTable.affected(source);
  const { rowCount } = await side.query(
    `create unlogged table ${table} with (autovacuum_enabled = false) as
     select distinct customer_id from (${selects.join(' union all ')}) a where customer_id is not null order by 1`,
  );
  await side.query(`analyze ${table}`);
  return rowCount ?? 0;
}

function affectedBy(source: Source, { contract, gone, moved, deleted, withdrawn }: ClassifiedFeed): string[] {
  const changes = workTable.changes(source, contract.feed);
  if (isOfCustomer(contract)) {
    return [
      `select customer_id from ${changes} where op in ('insert', 'update', 'restore', 'move')`,
      ...(moved + withdrawn > 0 ? [`select old_customer_id from ${changes} where op in ('move', 'withdraw')`] : []),
      ...(deleted > 0 ? [`select old_customer_id from ${changes} where op = 'delete'`] : []),
      ...(gone.rows > 0 ? [`select customer_id from ${workTable.gone(source, contract.feed)}`] : []),
    ];
  }
  // A product that changes may change its category, and with it the orders it is in.
  if (contract.feed === 'products') {
    return [
      `select i.customer_id from ${changes} c join core.order_items i on i.product_id = c.id where c.op in ('update', 'restore') and c.carries`,
    ];
  }
  return [];
}
