import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { readPage, type Listing } from '../../platform/database/listing.ts';
import { listOf, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import { money } from '../../platform/graphql/money.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Compensation, CompensationWhere } from './compensation.type.ts';

const columns = `c.id, c.customer_id as "customerId", c.order_id as "orderId", c.case_id as "caseId", c.external_id as "externalId", c.shop, c.failure, c.form,
  c.amount_minor as "amountMinor", h.currency::text as currency, c.granted_at as "grantedAt", c.granted_on as "grantedOn"`;

interface CompensationRow extends Omit<Compensation, 'failure' | 'form' | 'amount'> {
  failure: string;
  form: string;
  amountMinor: number;
  currency: string;
}

const toCompensation = ({ failure, form, amountMinor, currency, ...row }: CompensationRow): Compensation => ({
  ...row,
  failure: knownValue('FAILURE', failure),
  form: knownValue('COMPENSATION_FORM', form),
  amount: money(amountMinor, currency),
});

const listing: Listing<CompensationRow, Compensation> = {
  name: 'compensations',
  cut: 'journey.compensation_facts j',
  keys: ['customer_id', 'compensation_id'],
  columns,
  rows: 'join core.compensations c on c.customer_id = k.customer_id and c.id = k.compensation_id join core.shops h on h.shop = c.shop',
  node: toCompensation,
};
const latestFirst = new Keyset('compensations', 'DESC', [
  { sql: 'j.granted_at', type: 'timestamptz' },
  { sql: 'j.compensation_id', type: 'uuid' },
]);

function matching(where: CompensationWhere): Conditions {
  assertInOrder('where.grantedFrom', where.grantedFrom, where.grantedTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.failure, (code) => `j.failure = ${code}`)
    .given(where.form, (code) => `j.form = ${code}`)
    .given(where.grantedFrom, (day) => `j.granted_on >= ${day}::date`)
    .given(where.grantedTo, (day) => `j.granted_on <= ${day}::date`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'compensations'));
  if (where.behind) {
    const { sql, params } = idsBehind('compensations', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.compensation_id in (${sql})`, params });
  }
  return conditions;
}

export const readCompensations = (
  db: Queryable,
  where: CompensationWhere,
  page: PageArgs,
): Promise<Page<Compensation>> => readPage(db, listing, latestFirst, () => matching(where), page);

/** Those that name one of the parents, the column of which is `parent`. */
async function compensationsOf(
  db: Queryable,
  parent: 'order_id' | 'case_id',
  keys: readonly OrderKey[],
): Promise<Compensation[]> {
  const { rows } = await db.query<CompensationRow>(
    `/* compensations by ${parent} */ select ${columns} from ${listOf('uuid', 'uuid')} as k(customer_id, parent_id)
     join core.compensations c on c.customer_id = k.customer_id and c.${parent} = k.parent_id and c.deleted_at is null
     join core.shops h on h.shop = c.shop order by c.granted_at, c.id`,
    orderKeyArrays(keys),
  );
  return rows.map(toCompensation);
}

export const readCompensationsOfOrders = (db: Queryable, keys: readonly OrderKey[]): Promise<Compensation[]> =>
  compensationsOf(db, 'order_id', keys);
export const readCompensationsOfCases = (db: Queryable, keys: readonly OrderKey[]): Promise<Compensation[]> =>
  compensationsOf(db, 'case_id', keys);
