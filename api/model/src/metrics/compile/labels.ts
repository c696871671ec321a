import type { Dimension } from '../../vocabulary/index.ts';
import { raw, sql, type Sql } from '../sql.ts';

const tables: Partial<Record<Dimension, { table: string; code: string; en: string; zh: string }>> = {
  SHOP: { table: 'core.shops', code: 'shop', en: 'title_en', zh: 'title_zh' },
  REGION: { table: 'core.regions', code: 'code', en: 'label_en', zh: 'label_zh' },
  CATEGORY: { table: 'core.categories', code: 'code', en: 'label_en', zh: 'label_zh' },
  CARRIER: { table: 'core.carriers', code: 'code', en: 'label_en', zh: 'label_zh' },
  STATION: { table: 'core.stations', code: 'code', en: 'label_en', zh: 'label_zh' },
  AGENT: { table: 'core.agents', code: 'code', en: 'label_en', zh: 'label_zh' },
  PRODUCT: { table: 'core.products', code: 'external_id', en: 'title', zh: 'title' },
  MERCHANT: { table: 'core.merchants', code: 'external_id', en: 'title', zh: 'title' },
};

/** Whether core knows what the codes of a dimension are called. */
export const namedInCore = (dimension: Dimension): boolean => dimension in tables;

/** {"en", "zh"} of a code as core names it, from the shops asked; null where core does not know the dimension or the code. */
export function labelOf(dimension: Dimension | undefined, code: Sql, shops: Sql): Sql {
  const named = dimension && tables[dimension];
  if (!named) return sql`null::jsonb`;
  return sql`(select jsonb_build_object('en', coalesce(n.${raw(named.en)}, n.${raw(named.code)}), 'zh', coalesce(n.${raw(named.zh)}, n.${raw(named.en)}, n.${raw(named.code)}))
  from ${raw(named.table)} n where n.shop = any(${shops}::text[]) and n.${raw(named.code)} = ${code} order by n.shop limit 1)`;
}
