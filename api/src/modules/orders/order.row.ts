import { money, moneyOrNull } from '../../platform/graphql/money.ts';
import { Told } from '../../platform/database/told.ts';
import { dimensionValue, knownValue } from '../dimensions/index.ts';
import type { Order } from './order.type.ts';

type Worded = 'region' | 'serviceLevel' | 'origin' | 'cancelCause' | 'tier' | 'loyalty' | 'failures';
type Reckoned = 'itemsTotal' | 'freightTotal' | 'paidTotal' | 'deliveryCost' | 'serviceCost';

export interface OrderRow extends Omit<Order, Worded | Reckoned> {
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

/** j is the journey, o the order, r its region. */
export const ordersTold = new Told<OrderRow, Order>('Order', {
  columns: {
    id: 'j.order_id',
    customerId: 'j.customer_id',
    currency: 'j.currency::text',
    externalId: 'o.external_id',
    shop: 'j.shop',
    status: 'j.status',
    valid: 'j.valid',
    orderedAt: 'j.ordered_at',
    orderedOn: 'j.ordered_on',
    approvedAt: 'j.approved_at',
    promisedOn: 'j.promised_on',
    deliveredAt: 'j.delivered_at',
    deliveredOn: 'j.delivered_on',
    delayDays: 'j.delay_days',
    lateness: 'j.lateness',
    region: 'j.region_code',
    regionEn: 'r.label_en',
    regionZh: 'r.label_zh',
    itemsMinor: 'j.items_minor',
    freightMinor: 'j.freight_minor',
    paidMinor: 'j.paid_minor',
    serviceLevel: 'j.service_level',
    origin: 'j.origin',
    canceledAt: 'j.canceled_at',
    cancelCause: 'j.cancel_cause',
    tier: 'j.tier',
    loyalty: 'j.loyalty',
    failures: 'j.failures',
    units: 'j.units',
    deliveryCostMinor: 'j.delivery_cost_minor',
    serviceCostMinor: 'j.service_cost_minor',
    delayNotifiedAt: 'j.delay_notified_at',
  },
  always: ['id', 'customerId', 'currency'],
  made: {
    region: {
      of: ['region', 'regionEn', 'regionZh'],
      by: ({ region, regionEn, regionZh }) => dimensionValue('REGION', region, { en: regionEn, zh: regionZh }),
    },
    serviceLevel: { of: ['serviceLevel'], by: (row) => knownValue('SERVICE_LEVEL', row.serviceLevel) },
    origin: { of: ['origin'], by: (row) => knownValue('ORIGIN', row.origin) },
    cancelCause: { of: ['cancelCause'], by: (row) => knownValue('CANCEL_CAUSE', row.cancelCause) },
    tier: { of: ['tier'], by: (row) => knownValue('TIER', row.tier) },
    loyalty: { of: ['loyalty'], by: (row) => knownValue('LOYALTY', row.loyalty) },
    failures: { of: ['failures'], by: (row) => row.failures.map((code) => knownValue('FAILURE', code)) },
    itemsTotal: { of: ['itemsMinor'], by: (row) => money(row.itemsMinor, row.currency) },
    freightTotal: { of: ['freightMinor'], by: (row) => money(row.freightMinor, row.currency) },
    paidTotal: { of: ['paidMinor'], by: (row) => money(row.paidMinor, row.currency) },
    deliveryCost: { of: ['deliveryCostMinor'], by: (row) => moneyOrNull(row.deliveryCostMinor, row.currency) },
    serviceCost: { of: ['serviceCostMinor'], by: (row) => moneyOrNull(row.serviceCostMinor, row.currency) },
  },
  joins: {
    o: 'join core.orders o on o.customer_id = j.customer_id and o.id = j.order_id',
    r: 'left join core.regions r on r.shop = j.shop and r.code = j.region_code',
  },
});
