import { money } from '../../platform/graphql/money.ts';
import { dimensionValue } from '../dimensions/index.ts';
import type { Order } from './order.type.ts';

/** What every reader of orders selects; j is the journey, o the order, r its region. */
export const orderColumns = `j.order_id as id, j.customer_id as "customerId", o.external_id as "externalId", j.shop, j.status, j.valid,
  j.ordered_at as "orderedAt", j.ordered_on as "orderedOn", j.approved_at as "approvedAt", j.promised_on as "promisedOn",
  j.delivered_at as "deliveredAt", j.delivered_on as "deliveredOn", j.delay_days as "delayDays", j.lateness, j.currency::text as currency,
  j.region_code as region, r.label_en as "regionEn", r.label_zh as "regionZh",
  j.items_minor as "itemsMinor", j.freight_minor as "freightMinor", j.paid_minor as "paidMinor"`;

/** Around the chosen rows of the journey: the page is cut before anything is joined to it. */
export const withOrders = (journey: string): string => `${journey} j
  join core.orders o on o.customer_id = j.customer_id and o.id = j.order_id
  left join core.regions r on r.shop = j.shop and r.code = j.region_code`;

export interface OrderRow extends Omit<Order, 'region' | 'itemsTotal' | 'freightTotal' | 'paidTotal'> {
  currency: string;
  region: string | null;
  regionEn: string | null;
  regionZh: string | null;
  itemsMinor: number;
  freightMinor: number;
  paidMinor: number;
}

export function toOrder({
  currency,
  region,
  regionEn,
  regionZh,
  itemsMinor,
  freightMinor,
  paidMinor,
  ...order
}: OrderRow): Order {
  return {
    ...order,
    region: dimensionValue('REGION', region, { en: regionEn, zh: regionZh }),
    itemsTotal: money(itemsMinor, currency),
    freightTotal: money(freightMinor, currency),
    paidTotal: money(paidMinor, currency),
  };
}
