import type { Queryable } from '@rapport/model/schema';
import { Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { readPage, readPagesOf } from '../../platform/database/listing.ts';
import { listOf, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import type { SortDirection } from '../../platform/graphql/shared.type.ts';
import { matchingReturns } from './return.filter.ts';
import { returnColumns, returnListing, returnsAt, toReturn, type ReturnRow } from './return.row.ts';
import type { Return, ReturnOrder, ReturnWhere } from './return.type.ts';

const id: SortColumn = { sql: 'j.return_id', type: 'uuid' };

function sortColumns(field: ReturnOrder['field'], direction: SortDirection): SortColumn[] {
  if (field === 'REQUESTED_AT') return [{ sql: 'j.requested_at', type: 'timestamptz' }, id];
  if (field === 'AMOUNT') return [{ sql: 'j.amount_minor', type: 'bigint' }, id];
  const last = direction === 'ASC' ? '9223372036854775807' : '-1';
  return [{ sql: `coalesce(j.request_to_money_seconds, ${last})`, type: 'bigint' }, id];
}

const keysetOf = ({ field, direction }: ReturnOrder): Keyset =>
  new Keyset(`returns ${field}`, direction, sortColumns(field, direction));
const latestFirst: ReturnOrder = { field: 'REQUESTED_AT', direction: 'DESC' };

export const readReturns = (
  db: Queryable,
  where: ReturnWhere,
  orderBy: ReturnOrder | null | undefined,
  page: PageArgs,
): Promise<Page<Return>> =>
  readPage(db, returnListing, keysetOf(orderBy ?? latestFirst), () => matchingReturns(where), page);

/** One page of requests for each customer, all in one statement. */
export const readReturnsOfCustomers = (
  db: Queryable,
  customerIds: readonly string[],
  page: PageArgs,
): Promise<Map<string, Page<Return>>> =>
  readPagesOf(db, returnListing, keysetOf(latestFirst), 'customer_id', customerIds, page);

export async function readReturnsOfOrders(db: Queryable, keys: readonly OrderKey[]): Promise<Return[]> {
  const { rows } = await db.query<ReturnRow>(
    `/* returns of orders */ select ${returnColumns} from ${returnsAt(`(select r.customer_id, r.order_id, r.id as return_id from ${listOf('uuid', 'uuid')} as o(customer_id, order_id)
       join core.returns r on r.customer_id = o.customer_id and r.order_id = o.order_id and r.deleted_at is null) k`)}
     order by j.requested_at, j.return_id`,
    orderKeyArrays(keys),
  );
  return rows.map(toReturn);
}
