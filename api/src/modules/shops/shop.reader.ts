import type { Queryable } from '@rapport/model/schema';
import { minorDigits } from '@rapport/model/vocabulary';
import type { Shop } from './shop.type.ts';

interface ShopRow extends Omit<Shop, 'title' | 'pointWorth'> {
  titleEn: string;
  titleZh: string;
  pointWorthMinor: number | null;
}

export async function readShops(db: Queryable): Promise<Shop[]> {
  const { rows } = await db.query<ShopRow>(
    `/* shops */ select s.shop as code, s.title_en as "titleEn", s.title_zh as "titleZh", s.zone, s.currency::text as currency, s.as_of as "asOf",
       s.point_worth_minor::float8 as "pointWorthMinor",
       (select min(j.ordered_on) from journey.order_journey j where j.shop = s.shop) as "firstOrderDay",
       (select count(*) from journey.order_journey j where j.shop = s.shop) as orders
     from core.shops s order by s.shop`,
  );
  return rows.map(({ titleEn, titleZh, pointWorthMinor, ...shop }) => ({
    ...shop,
    title: { en: titleEn, zh: titleZh },
    pointWorth: pointWorthMinor === null ? null : pointWorthMinor / 10 ** minorDigits(shop.currency),
  }));
}
