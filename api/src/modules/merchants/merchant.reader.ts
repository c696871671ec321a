import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { readPage, type Listing } from '../../platform/database/listing.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { dimensionValue } from '../dimensions/index.ts';
import type { Merchant, MerchantOrder, MerchantWhere } from './merchant.type.ts';

const columns = `m.id, m.external_id as "externalId", m.shop, m.title, m.region_code as region, r.label_en as "regionEn", r.label_zh as "regionZh", m.city,
  m.admitted_on as "admittedOn", coalesce(m.certificate_required, false) as "certificateRequired", f.certified`;
const joined = `left join core.regions r on r.shop = m.shop and r.code = m.region_code left join journey.merchant_facts f on f.merchant_id = m.id`;

interface MerchantRow extends Omit<Merchant, 'region'> {
  region: string | null;
  regionEn: string | null;
  regionZh: string | null;
}

const toMerchant = ({ region, regionEn, regionZh, ...merchant }: MerchantRow): Merchant => ({
  ...merchant,
  region: dimensionValue('REGION', region, { en: regionEn, zh: regionZh }),
});

const listing: Listing<MerchantRow, Merchant> = {
  name: 'merchant list',
  cut: 'journey.merchant_facts j',
  keys: ['merchant_id'],
  columns,
  rows: `join core.merchants m on m.id = k.merchant_id ${joined}`,
  node: toMerchant,
};

const sortedBy = (field: MerchantOrder['field'], last: string): SortColumn =>
  field === 'EXTERNAL_ID'
    ? { sql: 'j.merchant_external_id collate "C"', type: 'text' }
    : { sql: `coalesce(j.admitted_on, '${last}')`, type: 'date' };

const bySource: MerchantOrder = { field: 'EXTERNAL_ID', direction: 'ASC' };

const matching = (where: MerchantWhere): Conditions =>
  new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.externalIds, (ids) => `j.merchant_external_id = any(${ids}::text[])`)
    .given(where.region, (code) => `j.region_code = ${code}`)
    .given(
      where.search?.toLowerCase(),
      (text) => `position(${text}::text in lower(j.merchant_external_id || ' ' || coalesce(j.title, ''))) > 0`,
    )
    .given(where.certificateRequired, (wanted) => `j.certificate_required = ${wanted}::boolean`)
    .given(where.certified, (wanted) => `j.certified = ${wanted}::boolean`);

export function readMerchantList(
  db: Queryable,
  where: MerchantWhere,
  orderBy: MerchantOrder | null | undefined,
  page: PageArgs,
): Promise<Page<Merchant>> {
  const { field, direction } = orderBy ?? bySource;
  const sorted = sortedBy(field, direction === 'ASC' ? 'infinity' : '-infinity');
  const keyset = new Keyset(`merchants ${field}`, direction, [sorted, { sql: 'j.merchant_id', type: 'uuid' }]);
  return readPage(db, listing, keyset, () => matching(where), page);
}

export async function readMerchants(db: Queryable, ids: readonly string[]): Promise<Merchant[]> {
  const { rows } = await db.query<MerchantRow>(
    `/* merchants */ select ${columns} from core.merchants m ${joined} where m.id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(toMerchant);
}
