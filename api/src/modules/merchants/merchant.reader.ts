import type { Queryable } from '@rapport/model/schema';
import { dimensionValue } from '../dimensions/index.ts';
import type { Merchant } from './merchant.type.ts';

interface MerchantRow {
  id: string;
  externalId: string;
  title: string | null;
  region: string | null;
  regionEn: string | null;
  regionZh: string | null;
  city: string | null;
}

export async function readMerchants(db: Queryable, ids: readonly string[]): Promise<Merchant[]> {
  const { rows } = await db.query<MerchantRow>(
    `/* merchants */ select m.id, m.external_id as "externalId", m.title, m.region_code as region, r.label_en as "regionEn", r.label_zh as "regionZh", m.city
     from core.merchants m left join core.regions r on r.shop = m.shop and r.code = m.region_code
     where m.id = any($1::uuid[])`,
    [ids],
  );
  return rows.map(({ region, regionEn, regionZh, ...merchant }) => ({
    ...merchant,
    region: dimensionValue('REGION', region, { en: regionEn, zh: regionZh }),
  }));
}
