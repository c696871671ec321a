import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { asId, Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { once, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { SortDirection } from '../../platform/graphql/shared.type.ts';
import { matchingOrders } from './order.filter.ts';
import type { OrderOrder, OrderWhere } from './order.input.ts';
import { orderColumns, toOrder, withOrders, type OrderRow } from './order.row.ts';
import type { Order } from './order.type.ts';

const journey = 'journey.order_journey';

type ListedRow = OrderRow & { cursorKeys: string[] };

const id: SortColumn = { sql: 'j.order_id', type: 'uuid' };

function sortColumns(field: OrderOrder['field'], direction: SortDirection): SortColumn[] {
  // The day comes first because (shop, ordered_on) is indexed; within a shop it never contradicts the instant.
  if (field === 'ORDERED_AT')
    return [{ sql: 'j.ordered_on', type: 'date' }, { sql: 'j.ordered_at', type: 'timestamptz' }, id];
  if (field === 'PAID') return [{ sql: 'j.paid_minor', type: 'bigint' }, id];
  const last = direction === 'ASC' ? '2147483647' : '-2147483648';
  return [{ sql: `coalesce(j.delay_days, ${last})`, type: 'bigint' }, id];
}

const keysetOf = ({ field, direction }: OrderOrder): Keyset =>
  new Keyset(`orders ${field}`, direction, sortColumns(field, direction));
const latestFirst: OrderOrder = { field: 'ORDERED_AT', direction: 'DESC' };

export async function readOrders(
  db: Queryable,
  where: OrderWhere,
  orderBy: OrderOrder | null | undefined,
  { first, after }: PageArgs,
): Promise<Page<Order>> {
  const keyset = keysetOf(orderBy ?? latestFirst);
  const conditions = matchingOrders(where);
  keyset.continueAfter(conditions, after);
  const { rows } = await db.query<ListedRow>(`/* orders */ ${listed(keyset, conditions, first)}`, conditions.values);
  return pageOf(rows, first, {
    cursor: (row) => keyset.cursor(row),
    node: toOrder,
    count: () => countOrders(db, where),
  });
}

/** A page of the journey in its order, then what hangs on those rows: joined first, 99,441 orders take 280 ms, this way 1. */
const listed = (keyset: Keyset, conditions: Conditions, first: number): string =>
  `select ${orderColumns}, ${keyset.select}
   from ${withOrders(`(select * from ${journey} j where ${conditions.sql} order by ${keyset.orderBy} limit ${first + 1})`)}
   order by ${keyset.orderBy}`;

async function countOrders(db: Queryable, where: OrderWhere): Promise<number> {
  const conditions = matchingOrders(where);
  const { rows } = await db.query<{ n: number }>(
    `/* count orders */ select count(*) as n from ${journey} j where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.n ?? 0;
}

/** Finds the customer by the order's identity, then the order by both: the one look-up that starts without a customer. */
export async function readOrder(db: Queryable, orderId: string): Promise<Order | null> {
  const { rows } = await db.query<OrderRow>(
    `/* order */ select ${orderColumns} from ${withOrders(journey)} join core.identity k on k.customer_id = j.customer_id and k.id = j.order_id where k.id = $1::uuid`,
    [asId(orderId)],
  );
  return rows[0] ? toOrder(rows[0]) : null;
}

export async function readOrdersByKey(db: Queryable, keys: readonly OrderKey[]): Promise<Order[]> {
  const { rows } = await db.query<OrderRow>(
    `/* orders by key */ select ${orderColumns} from ${withOrders(journey)}
     join unnest($1::uuid[], $2::uuid[]) as k(customer_id, order_id) on k.customer_id = j.customer_id and k.order_id = j.order_id`,
    orderKeyArrays(keys),
  );
  return rows.map(toOrder);
}

/** One page of orders for each customer, all in one statement. */
export async function readOrdersOfCustomers(
  db: Queryable,
  customerIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<Order>>> {
  const keyset = keysetOf(latestFirst);
  const conditions = new Conditions().and('j.customer_id = k.customer_id');
  const customers = conditions.bind(customerIds);
  keyset.continueAfter(conditions, after);
  const { rows } = await db.query<ListedRow>(
    `/* orders of customers */ select x.* from unnest(${customers}::uuid[]) as k(customer_id) cross join lateral (${listed(keyset, conditions, first)}) x`,
    conditions.values,
  );
  const byCustomer = Map.groupBy(rows, (row) => row.customerId);
  const counts = once(() => countOrdersOfCustomers(db, customerIds));
  return new Map(
    customerIds.map((customerId) => [
      customerId,
      pageOf(byCustomer.get(customerId) ?? [], first, {
        cursor: (row) => keyset.cursor(row),
        node: toOrder,
        count: async () => (await counts()).get(customerId) ?? 0,
      }),
    ]),
  );
}

async function countOrdersOfCustomers(db: Queryable, customerIds: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await db.query<{ customerId: string; n: number }>(
    `/* count orders of customers */ select j.customer_id as "customerId", count(*) as n from ${journey} j where j.customer_id = any($1::uuid[]) group by 1`,
    [customerIds],
  );
  return new Map(rows.map((row) => [row.customerId, row.n]));
}
