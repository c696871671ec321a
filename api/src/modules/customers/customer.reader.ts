import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { allCustomers, customerColumns, fewCustomers, toCustomer, type CustomerRow } from './customer.row.ts';
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

function matching(where: CustomerWhere): Conditions {
  return new Conditions()
    .and('c.deleted_at is null and c.merged_into is null')
    .given(where.shop, (shop) => `c.shop = ${shop}`)
    .given(where.region, (codes) => `c.region_code = any(${codes}::text[])`)
    .given(where.minOrders, (orders) => `coalesce(s.orders, 0) >= ${orders}::integer`)
    .given(
      where.externalId,
      (external) => `c.customer_id in (select core.id_of('customer', h.shop, ${external}::text) from core.shops h)`,
    );
}

export async function readCustomers(
  db: Queryable,
  where: CustomerWhere,
  orderBy: CustomerOrder | null | undefined,
  { first, after }: PageArgs,
): Promise<Page<Customer>> {
  const keyset = keysetOf(orderBy);
  const conditions = matching(where);
  keyset.continueAfter(conditions, after);
  const relations = orderBy || where.minOrders != null ? allCustomers : fewCustomers;
  const { rows } = await db.query<ListedRow>(
    `/* customers */ select ${customerColumns}, ${keyset.select} from ${relations} where ${conditions.sql} order by ${keyset.orderBy} limit ${first + 1}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => keyset.cursor(row),
    node: toCustomer,
    count: () => countCustomers(db, where),
  });
}

async function countCustomers(db: Queryable, where: CustomerWhere): Promise<number> {
  const conditions = matching(where);
  const relations = where.minOrders == null ? 'core.customers c' : allCustomers;
  const { rows } = await db.query<{ n: number }>(
    `/* count customers */ select count(*) as n from ${relations} where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.n ?? 0;
}

export async function readCustomersById(db: Queryable, ids: readonly string[]): Promise<Customer[]> {
  const { rows } = await db.query<CustomerRow>(
    `/* customers by id */ select ${customerColumns} from ${fewCustomers} where c.customer_id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(toCustomer);
}
