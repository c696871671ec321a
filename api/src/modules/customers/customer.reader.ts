import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { listOf } from '../../platform/database/loaders.ts';
import type { Asker } from '../../platform/graphql/context.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { chosenTold, customersWithSums, fewTold, type CustomerRow } from './customer.row.ts';
import type { Customer, CustomerOrder, CustomerWhere } from './customer.type.ts';

type ListedRow = CustomerRow & { cursorKeys: string[] };

const id: SortColumn = { sql: 'c.customer_id', type: 'uuid' };
const byId = new Keyset('customers', 'ASC', [id]);
const sortColumns: Record<CustomerOrder['field'], SortColumn> = {
  FIRST_ORDERED: { sql: `coalesce(s.first_on, '-infinity')`, type: 'date' },
  ORDERS: { sql: 'coalesce(s.orders, 0)', type: 'bigint' },
  PAID: { sql: 'coalesce(s.paid, 0)', type: 'bigint' },
};

function keysetOf(orderBy: CustomerOrder | null | undefined): Keyset {
  return orderBy ? new Keyset(`customers ${orderBy.field}`, orderBy.direction, [sortColumns[orderBy.field], id]) : byId;
}

const chosenBySums = ({ minOrders, minMissed }: CustomerWhere): boolean => minOrders != null || minMissed != null;

function matching(where: CustomerWhere): Conditions {
  return new Conditions()
    .and('c.deleted_at is null and c.merged_into is null')
    .given(where.shop, (shop) => `c.shop = ${shop}`)
    .given(where.region, (codes) => `c.region_code = any(${codes}::text[])`)
    .given(where.minOrders, (orders) => `coalesce(s.orders, 0) >= ${orders}::integer`)
    .given(where.minMissed, (missed) => `coalesce(s.due - s.kept, 0) >= ${missed}::integer`)
    .given(
      where.externalId,
      (external) => `c.customer_id in (select core.id_of('customer', h.shop, ${external}::text) from core.shops h)`,
    );
}

export async function readCustomers(
  { reads, asked }: Asker,
  where: CustomerWhere,
  orderBy: CustomerOrder | null | undefined,
  { first, after }: PageArgs,
): Promise<Page<Customer>> {
  const keyset = keysetOf(orderBy);
  const conditions = matching(where);
  keyset.continueAfter(conditions, after);
  const bySums = orderBy != null || chosenBySums(where);
  const { columns, joins, node } = (bySums ? chosenTold : fewTold).asked(asked);
  const { rows } = await reads.query<ListedRow>(
    `/* customers */ select ${columns}, ${keyset.select} from ${bySums ? customersWithSums : 'core.customers c'} ${joins} where ${conditions.sql} order by ${keyset.orderBy} limit ${first + 1}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => keyset.cursor(row),
    node,
    count: () => countCustomers(reads, where),
  });
}

async function countCustomers(db: Queryable, where: CustomerWhere): Promise<number> {
  const conditions = matching(where);
  const relations = chosenBySums(where) ? customersWithSums : 'core.customers c';
  const { rows } = await db.query<{ n: number }>(
    `/* count customers */ select count(*) as n from ${relations} where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.n ?? 0;
}

export async function readCustomersById({ reads, asked }: Asker, ids: readonly string[]): Promise<Customer[]> {
  const { columns, joins, node } = fewTold.asked(asked);
  const { rows } = await reads.query<CustomerRow>(
    `/* customers by id */ select ${columns} from ${listOf('uuid')} as k(id) join core.customers c on c.customer_id = k.id ${joins}`,
    [[...new Set(ids)]],
  );
  return rows.map(node);
}
