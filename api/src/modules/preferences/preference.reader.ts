import type { Queryable } from '@rapport/model/schema';
import { listOf } from '../../platform/database/loaders.ts';
import { dimensionValue, type DimensionValue } from '../dimensions/index.ts';
import type { CategoryPreference, CategoryTransition } from './preference.type.ts';

interface Labelled {
  category: string;
  categoryEn: string | null;
  categoryZh: string | null;
}

const categoryOf = ({ category, categoryEn, categoryZh }: Labelled): DimensionValue =>
  dimensionValue('CATEGORY', category, { en: categoryEn, zh: categoryZh });

type PreferenceRow = Labelled & Omit<CategoryPreference, 'category'> & { customerId: string };

export async function readPreferences(
  db: Queryable,
  customerIds: readonly string[],
): Promise<(CategoryPreference & { customerId: string })[]> {
  const { rows } = await db.query<PreferenceRow>(
    `/* preferences */ select k.customer_id as "customerId", x.code as category, x.orders, x.views, x.orders::float8 / nullif(n.orders, 0) as share,
       g.label_en as "categoryEn", g.label_zh as "categoryZh"
     from ${listOf('uuid')} as k(customer_id)
     join core.customers c on c.customer_id = k.customer_id
     cross join lateral (select count(*) filter (where j.valid) as orders from journey.order_journey j where j.customer_id = k.customer_id) n
     cross join lateral (select y.code, sum(y.orders)::integer as orders, sum(y.views)::integer as views from (
       select unnest(j.categories) as code, 1 as orders, 0 as views from journey.order_journey j where j.customer_id = k.customer_id and j.valid
       union all
       select p.category_code, 0, 1 from journey.product_views w join core.products p on p.id = w.product_id where w.customer_id = k.customer_id) y
       where y.code <> '' group by y.code) x
     left join core.categories g on g.shop = c.shop and g.code = x.code
     order by k.customer_id, x.orders desc, x.views desc, x.code`,
    [customerIds],
  );
  return rows.map(({ category, categoryEn, categoryZh, ...row }) => ({
    ...row,
    category: categoryOf({ category, categoryEn, categoryZh }),
  }));
}

/** Valid orders in their order, each with the categories of the customer's next one; the last of each customer has none. */
const followed = (
  shop: string,
): string => `select j.customer_id, j.shop, j.categories, lead(j.categories) over (partition by j.customer_id order by j.ordered_at, j.order_id) as next
  from journey.order_journey j where j.valid and j.identified and j.shop = coalesce(${shop}, j.shop)`;

/** Where customers go from each category; a customer counts once a pair. */
const transitions = (
  shop: string,
): string => `select x.shop, x.code as "from", y.code as "to", count(distinct x.customer_id)::integer as customers
  from (${followed(shop)}) o cross join lateral (select o.shop, o.customer_id, unnest(o.categories) as code) x cross join lateral unnest(o.next) as y(code)
  where o.next is not null and x.code <> '' and y.code <> '' group by 1, 2, 3`;

const returning = (
  shop: string,
): string => `select o.shop, x.code as "from", count(distinct o.customer_id)::integer as customers
  from (${followed(shop)}) o cross join lateral unnest(o.categories) as x(code) where o.next is not null group by 1, 2`;

interface TransitionRow {
  from: string;
  fromEn: string | null;
  fromZh: string | null;
  to: string;
  toEn: string | null;
  toZh: string | null;
  customers: number;
  returning: number;
  share: number;
}

/** Pairs of fewer customers than `fewest` are left out. */
export async function readTransitions(
  db: Queryable,
  { shop, from, fewest }: { shop?: string | null; from?: string | null; fewest: number },
): Promise<CategoryTransition[]> {
  const { rows } = await db.query<TransitionRow>(
    `/* category transitions */ select t."from", f.label_en as "fromEn", f.label_zh as "fromZh", t."to", g.label_en as "toEn", g.label_zh as "toZh", t.customers,
       r.customers as returning, t.customers::float8 / r.customers as share
     from (${transitions('$1')}) t join (${returning('$1')}) r on r.shop = t.shop and r."from" = t."from"
     left join core.categories f on f.shop = t.shop and f.code = t."from" left join core.categories g on g.shop = t.shop and g.code = t."to"
     where t."from" = coalesce($2, t."from") and t.customers >= $3::integer order by t.customers desc, t."from", t."to" limit 500`,
    [shop ?? null, from ?? null, fewest],
  );
  return rows.map(({ fromEn, fromZh, toEn, toZh, ...row }) => ({
    ...row,
    from: dimensionValue('CATEGORY', row.from, { en: fromEn, zh: fromZh }),
    to: dimensionValue('CATEGORY', row.to, { en: toEn, zh: toZh }),
  }));
}

interface NextCategory extends DimensionValue {
  customerId: string;
}

/** For each customer, where most others went from the categories of this one's last valid order, those themselves left out. */
export async function readNextCategories(db: Queryable, customerIds: readonly string[]): Promise<NextCategory[]> {
  const { rows } = await db.query<Labelled & { customerId: string }>(
    `/* next categories */ with went as materialized (${transitions('null')})
     select k.customer_id as "customerId", b."to" as category, g.label_en as "categoryEn", g.label_zh as "categoryZh"
     from ${listOf('uuid')} as k(customer_id)
     cross join lateral (select j.shop, j.categories from journey.order_journey j where j.customer_id = k.customer_id and j.valid
       order by j.ordered_at desc, j.order_id desc limit 1) o
     cross join lateral (select w."to", sum(w.customers) as customers from went w where w.shop = o.shop and w."from" = any(o.categories) and w."to" <> all(o.categories)
       group by w."to" order by 2 desc, 1 limit 1) b
     left join core.categories g on g.shop = o.shop and g.code = b."to"`,
    [customerIds],
  );
  return rows.map((row) => ({ ...categoryOf(row), customerId: row.customerId }));
}
