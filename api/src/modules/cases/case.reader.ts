import type { Queryable } from '@rapport/model/schema';
import { caseEventKinds } from '@rapport/model/vocabulary';
import { asId, Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { readPage, readPagesOf } from '../../platform/database/listing.ts';
import { listOf, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import { labelled } from '../../platform/graphql/code.type.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import type { SortDirection } from '../../platform/graphql/shared.type.ts';
import { matchingCases } from './case.filter.ts';
import type { ServiceCaseOrder, ServiceCaseWhere } from './case.input.ts';
import { caseColumns, caseListing, casesOf, toCase, type CaseRow } from './case.row.ts';
import type { CaseEvent, ServiceCase } from './case.type.ts';

/** A case is found by its customer too. */
export type CaseKey = OrderKey;

const id: SortColumn = { sql: 'j.case_id', type: 'uuid' };

function sortColumns(field: ServiceCaseOrder['field'], direction: SortDirection): SortColumn[] {
  if (field === 'OPENED_AT') return [{ sql: 'j.opened_at', type: 'timestamptz' }, id];
  const last = direction === 'ASC' ? '9223372036854775807' : '-1';
  const value = field === 'CSAT' ? 'j.csat' : 'j.resolution_seconds';
  return [{ sql: `coalesce(${value}::bigint, ${last})`, type: 'bigint' }, id];
}

const keysetOf = ({ field, direction }: ServiceCaseOrder): Keyset =>
  new Keyset(`cases ${field}`, direction, sortColumns(field, direction));
const latestFirst: ServiceCaseOrder = { field: 'OPENED_AT', direction: 'DESC' };

export function readCases(
  db: Queryable,
  where: ServiceCaseWhere,
  orderBy: ServiceCaseOrder | null | undefined,
  page: PageArgs,
): Promise<Page<ServiceCase>> {
  return readPage(db, caseListing, keysetOf(orderBy ?? latestFirst), () => matchingCases(where), page);
}

/** One page of cases for each customer, all in one statement. */
export const readCasesOfCustomers = (
  db: Queryable,
  customerIds: readonly string[],
  page: PageArgs,
): Promise<Map<string, Page<ServiceCase>>> =>
  readPagesOf(db, caseListing, keysetOf(latestFirst), 'customer_id', customerIds, page);

export async function readCase(db: Queryable, caseId: string): Promise<ServiceCase | null> {
  const { rows } = await db.query<CaseRow>(
    `/* case */ select ${caseColumns} from ${casesOf('(select i.customer_id, i.id as case_id from core.identity i where i.id = $1::uuid) k')}`,
    [asId(caseId)],
  );
  return rows[0] ? toCase(rows[0]) : null;
}

export async function readCasesByKey(db: Queryable, keys: readonly CaseKey[]): Promise<ServiceCase[]> {
  const { rows } = await db.query<CaseRow>(
    `/* cases by key */ select ${caseColumns} from ${casesOf(`${listOf('uuid', 'uuid')} as k(customer_id, case_id)`)}`,
    orderKeyArrays(keys),
  );
  return rows.map(toCase);
}

export async function readCasesOfOrders(db: Queryable, keys: readonly OrderKey[]): Promise<ServiceCase[]> {
  const { rows } = await db.query<CaseRow>(
    `/* cases of orders */ select ${caseColumns} from ${casesOf(`(select c.customer_id, c.id as case_id from ${listOf('uuid', 'uuid')} as o(customer_id, order_id)
       join core.service_cases c on c.customer_id = o.customer_id and c.order_id = o.order_id and c.deleted_at is null) k`)}
     order by j.opened_at, j.case_id`,
    orderKeyArrays(keys),
  );
  return rows.map(toCase);
}

export async function readEventsOfCases(
  db: Queryable,
  keys: readonly CaseKey[],
): Promise<(CaseEvent & { caseId: string })[]> {
  const { rows } = await db.query<Omit<CaseEvent, 'kind'> & { caseId: string; kind: string }>(
    `/* events of cases */ select e.id, e.case_id as "caseId", e.kind, e.occurred_at as "occurredAt", e.agent_code as "agentCode", e.team, e.detail
     from ${listOf('uuid', 'uuid')} as k(customer_id, case_id)
     join core.case_events e on e.customer_id = k.customer_id and e.case_id = k.case_id and e.deleted_at is null
     order by e.case_id, e.occurred_at, e.external_id collate "C"`,
    orderKeyArrays(keys),
  );
  return rows.map((row) => ({ ...row, kind: labelled(caseEventKinds, row.kind) }));
}
