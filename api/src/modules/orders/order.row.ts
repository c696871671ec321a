import { money, moneyOrNull } from '../../platform/graphql/money.ts';
import { dimensionValue, knownValue } from '../dimensions/index.ts';
import type { Order } from './order.type.ts';

/** What every reader of orders selects; j is the journey, o the order, r its region. */
export const orderColumns = `j.order_id as id, j.customer_id as "customerId", o.external_id as "externalId", j.shop, j.status, j.valid,
  j.ordered_at as "orderedAt", j.ordered_on as "orderedOn", j.approved_at as "approvedAt", j.promised_on as "promisedOn",
  j.delivered_at as "deliveredAt", j.delivered_on as "deliveredOn", j.delay_days as "delayDays", j.lateness, j.currency::text as currency,
  j.region_code as region, r.label_en as "regionEn", r.label_zh as "regionZh",
  j.items_minor as "itemsMinor", j.freight_minor as "freightMinor", j.paid_minor as "paidMinor",
  j.service_level as "serviceLevel", j.origin, j.canceled_at as "canceledAt", j.cancel_cause as "cancelCause", j.tier, j.loyalty, j.failures, j.units,
  j.delivery_cost_minor as "deliveryCostMinor", j.service_cost_minor as "serviceCostMinor", j.delay_notified_at as "delayNotifiedAt"`;

/** Around the chosen rows of the journey: the page is cut before anything is joined to it. */
export const withOrders = (journey: string): string => `${journey} j
  join core.orders o on o.customer_id = j.customer_id and o.id = j.order_id
  left join core.regions r on r.shop = j.shop and r.code = j.region_code`;

type Told = 'region' | 'serviceLevel' | 'origin' | 'cancelCause' | 'tier' | 'loyalty' | 'failures';
type Reckoned = 'itemsTotal' | 'freightTotal' | 'paidTotal' | 'deliveryCost' | 'serviceCost';

export interface OrderRow extends Omit<Order, Told | Reckoned> {
  currency: string;
  region: string | null;
  regionEn: string | null;
  regionZh: string | null;
  serviceLevel: string | null;
  origin: string | null;
  cancelCause: string | null;
  tier: string | null;
  loyalty: string;
  failures: string[];
  itemsMinor: number;
  freightMinor: number;
  paidMinor: number;
  deliveryCostMinor: number | null;
  serviceCostMinor: number | null;
}

export function toOrder(row: OrderRow): Order {
  const {
    currency,
    regionEn,
    regionZh,
    itemsMinor,
    freightMinor,
    paidMinor,
    deliveryCostMinor,
    serviceCostMinor,
    ...order
  } = row;
  return {
    ...order,
    region: dimensionValue('REGION', row.region, { en: regionEn, zh: regionZh }),
    serviceLevel: knownValue('SERVICE_LEVEL', row.serviceLevel),
    origin: knownValue('ORIGIN', row.origin),
    cancelCause: knownValue('CANCEL_CAUSE', row.cancelCause),
    tier: knownValue('TIER', row.tier),
    loyalty: knownValue('LOYALTY', row.loyalty),
    failures: row.failures.map((code) => knownValue('FAILURE', code)),
    itemsTotal: money(itemsMinor, currency),
    freightTotal: money(freightMinor, currency),
    paidTotal: money(paidMinor, currency),
    deliveryCost: moneyOrNull(deliveryCostMinor, currency),
    serviceCost: moneyOrNull(serviceCostMinor, currency),
  };
}
