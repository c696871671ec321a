import type { Queryable } from '@rapport/model/schema';
import type { Shop } from './shop.type.ts';

interface ShopRow extends Omit<Shop, 'title'> {
  titleEn: string;
  titleZh: string;
}

export async function readShops(db: Queryable): Promise<Shop[]> {
  const { rows } = await db.query<ShopRow>(
    `/* shops */ select s.shop as code, s.title_en as "titleEn", s.title_zh as "titleZh", s.zone, s.currency::text as currency, s.as_of as "asOf",
       (select min(j.ordered_on) from journey.order_journey j where j.shop = s.shop) as "firstOrderDay",
       (select count(*) from journey.order_journey j where j.shop = s.shop) as orders
     from core.shops s order by s.shop`,
  );
  return rows.map(({ titleEn, titleZh, ...shop }) => ({ ...shop, title: { en: titleEn, zh: titleZh } }));
}
