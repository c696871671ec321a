import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import { Conditions } from '../../platform/database/conditions.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import type { ShipmentWhere } from './shipment.type.ts';

const handedOverOn = '(j.handed_over_at at time zone (select s.zone from core.shops s where s.shop = j.shop))::date';

/** The conditions of `where` on journey.parcel_journey j. */
export function matchingShipments(where: ShipmentWhere): Conditions {
  assertInOrder('where.handedOverFrom', where.handedOverFrom, where.handedOverTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.carrier, (code) => `j.carrier_code = ${code}`)
    .given(where.station, (code) => `j.station_code = ${code}`)
    .given(where.silentHoursAtLeast, (hours) => `j.longest_silence_seconds >= ${hours}::bigint * 3600`)
    .given(where.damaged, (wanted) => `j.damaged = ${wanted}::boolean`)
    .given(where.lost, (wanted) => `j.lost = ${wanted}::boolean`)
    .given(where.onTime, (wanted) => `j.on_time = ${wanted}::boolean`)
    .given(where.handedOverFrom, (day) => `${handedOverOn} >= ${day}::date`)
    .given(where.handedOverTo, (day) => `${handedOverOn} <= ${day}::date`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'parcels'));
  if (where.behind) {
    const { sql, params } = idsBehind('parcels', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.parcel_id in (${sql})`, params });
  }
  return conditions;
}
