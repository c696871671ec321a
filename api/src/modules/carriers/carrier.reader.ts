import type { Queryable } from '@rapport/model/schema';
import { codeKeyArrays, listOf, type CodeKey } from '../../platform/database/loaders.ts';
import { labelOf } from '../../platform/graphql/code.type.ts';
import type { Carrier } from './carrier.type.ts';

const columns = `c.shop, c.code, c.label_en as "labelEn", c.label_zh as "labelZh"`;

interface CarrierRow extends CodeKey {
  labelEn: string | null;
  labelZh: string | null;
}

const toCarrier = ({ shop, code, labelEn, labelZh }: CarrierRow): Carrier => ({
  shop,
  code,
  label: labelOf(code, labelEn, labelZh),
});

export async function readCarriers(db: Queryable, shop: string | null | undefined): Promise<Carrier[]> {
  const { rows } = await db.query<CarrierRow>(
    `/* carriers */ select ${columns} from core.carriers c where c.shop = coalesce($1, c.shop) order by c.shop, c.code`,
    [shop ?? null],
  );
  return rows.map(toCarrier);
}

export async function readCarriersByCode(db: Queryable, keys: readonly CodeKey[]): Promise<Carrier[]> {
  const { rows } = await db.query<CarrierRow>(
    `/* carriers by code */ select ${columns} from ${listOf('text', 'text')} as k(shop, code) join core.carriers c on c.shop = k.shop and c.code = k.code`,
    codeKeyArrays(keys),
  );
  return rows.map(toCarrier);
}
