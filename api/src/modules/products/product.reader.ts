import type { Queryable } from '@rapport/model/schema';
import { dimensionValue } from '../dimensions/index.ts';
import type { Product } from './product.type.ts';

interface ProductRow {
  id: string;
  externalId: string;
  title: string | null;
  category: string | null;
  categoryEn: string | null;
  categoryZh: string | null;
}

export async function readProducts(db: Queryable, ids: readonly string[]): Promise<Product[]> {
  const { rows } = await db.query<ProductRow>(
    `/* products */ select p.id, p.external_id as "externalId", p.title, p.category_code as category, c.label_en as "categoryEn", c.label_zh as "categoryZh"
     from core.products p left join core.categories c on c.shop = p.shop and c.code = p.category_code
     where p.id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(({ id, externalId, title, category, categoryEn, categoryZh }) => ({
    id,
    externalId,
    title,
    category: dimensionValue('CATEGORY', category, { en: categoryEn, zh: categoryZh }),
  }));
}
