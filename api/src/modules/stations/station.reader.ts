import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { readPage, type Listing } from '../../platform/database/listing.ts';
import { codeKeyArrays, listOf, type CodeKey } from '../../platform/database/loaders.ts';
import { labelOf } from '../../platform/graphql/code.type.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { dimensionValue } from '../dimensions/index.ts';
import type { Station } from './station.type.ts';

const columns = `j.shop, j.code, j.label_en as "labelEn", j.label_zh as "labelZh", j.carrier_code as "carrierCode", j.city,
  j.region_code as region, r.label_en as "regionEn", r.label_zh as "regionZh"`;

interface StationRow extends Omit<Station, 'label' | 'region'> {
  labelEn: string | null;
  labelZh: string | null;
  region: string | null;
  regionEn: string | null;
  regionZh: string | null;
}

const toStation = ({ labelEn, labelZh, region, regionEn, regionZh, ...station }: StationRow): Station => ({
  ...station,
  label: labelOf(station.code, labelEn, labelZh),
  region: dimensionValue('REGION', region, { en: regionEn, zh: regionZh }),
});

const stationsOf = (keys: string): string => `${keys}
  join core.stations j on j.shop = k.shop and j.code = k.code
  left join core.regions r on r.shop = j.shop and r.code = j.region_code`;

const listing: Listing<StationRow, Station> = {
  name: 'stations',
  cut: 'core.stations j',
  keys: ['shop', 'code'],
  columns,
  rows: stationsOf(''),
  node: toStation,
};
const byCode = new Keyset('stations', 'ASC', [
  { sql: 'j.shop collate "C"', type: 'text' },
  { sql: 'j.code collate "C"', type: 'text' },
]);

export interface StationsWanted {
  shop?: string | null;
  carrier?: string | null;
  region?: string | null;
}

export function readStations(
  db: Queryable,
  { shop, carrier, region }: StationsWanted,
  page: PageArgs,
): Promise<Page<Station>> {
  const matching = (): Conditions =>
    new Conditions()
      .given(shop, (code) => `j.shop = ${code}`)
      .given(carrier, (code) => `j.carrier_code = ${code}`)
      .given(region, (code) => `j.region_code = ${code}`);
  return readPage(db, listing, byCode, matching, page);
}

export async function readStationsByCode(db: Queryable, keys: readonly CodeKey[]): Promise<Station[]> {
  const { rows } = await db.query<StationRow>(
    `/* stations by code */ select ${columns} from ${stationsOf(`${listOf('text', 'text')} as k(shop, code)`)}`,
    codeKeyArrays(keys),
  );
  return rows.map(toStation);
}
