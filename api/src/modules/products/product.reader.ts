import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { readPage, type Listing } from '../../platform/database/listing.ts';
import { moneyOrNull } from '../../platform/graphql/money.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import type { SortDirection } from '../../platform/graphql/shared.type.ts';
import { dimensionValue } from '../dimensions/index.ts';
import type { Product, ProductOrder, ProductWhere } from './product.type.ts';

const columns = `p.id, p.external_id as "externalId", p.shop, p.title, p.category_code as category, c.label_en as "categoryEn", c.label_zh as "categoryZh", p.brand,
  p.listed_on as "listedOn", p.price_minor as "priceMinor", h.currency::text as currency, p.batch, p.attributes_required as "attributesRequired",
  p.attributes_given as "attributesGiven", p.photos, p.description_length as "descriptionLength", p.merchant_id as "merchantId"`;
const joined = `join core.shops h on h.shop = p.shop left join core.categories c on c.shop = p.shop and c.code = p.category_code`;

interface ProductRow extends Omit<Product, 'category' | 'price'> {
  category: string | null;
  categoryEn: string | null;
  categoryZh: string | null;
  priceMinor: number | null;
  currency: string;
}

const toProduct = ({ category, categoryEn, categoryZh, priceMinor, currency, ...product }: ProductRow): Product => ({
  ...product,
  category: dimensionValue('CATEGORY', category, { en: categoryEn, zh: categoryZh }),
  price: moneyOrNull(priceMinor, currency),
});

const listing: Listing<ProductRow, Product> = {
  name: 'product list',
  cut: 'core.products j',
  keys: ['id'],
  columns,
  rows: `join core.products p on p.id = k.id ${joined}`,
  node: toProduct,
};

const id: SortColumn = { sql: 'j.id', type: 'uuid' };

function sortColumns(field: ProductOrder['field'], direction: SortDirection): SortColumn[] {
  if (field === 'EXTERNAL_ID') return [{ sql: 'j.external_id collate "C"', type: 'text' }, id];
  if (field === 'LISTED_ON')
    return [{ sql: `coalesce(j.listed_on, '${direction === 'ASC' ? 'infinity' : '-infinity'}')`, type: 'date' }, id];
  const last = direction === 'ASC' ? '9223372036854775807' : '-1';
  const value = field === 'PRICE' ? 'j.price_minor' : '(j.attributes_required - j.attributes_given)::bigint';
  return [{ sql: `coalesce(${value}, ${last})`, type: 'bigint' }, id];
}

const bySource: ProductOrder = { field: 'EXTERNAL_ID', direction: 'ASC' };

const matching = (where: ProductWhere): Conditions =>
  new Conditions()
    .and('j.deleted_at is null')
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.externalIds, (ids) => `j.external_id = any(${ids}::text[])`)
    .given(where.category, (code) => `j.category_code = ${code}`)
    .given(where.brand, (brand) => `j.brand = ${brand}`)
    .given(
      where.merchant,
      (code) => `j.merchant_id in (select core.id_of('merchant', h.shop, ${code}::text) from core.shops h)`,
    )
    .given(
      where.search?.toLowerCase(),
      (text) => `position(${text}::text in lower(j.external_id || ' ' || coalesce(j.title, ''))) > 0`,
    )
    .given(where.complete, (wanted) => `(j.attributes_given >= j.attributes_required) = ${wanted}::boolean`);

export function readProductList(
  db: Queryable,
  where: ProductWhere,
  orderBy: ProductOrder | null | undefined,
  page: PageArgs,
): Promise<Page<Product>> {
  const { field, direction } = orderBy ?? bySource;
  const keyset = new Keyset(`products ${field}`, direction, sortColumns(field, direction));
  return readPage(db, listing, keyset, () => matching(where), page);
}

export async function readProducts(db: Queryable, ids: readonly string[]): Promise<Product[]> {
  const { rows } = await db.query<ProductRow>(
    `/* products */ select ${columns} from core.products p ${joined} where p.id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(toProduct);
}
