import { moneyOrNull } from '../../platform/graphql/money.ts';
import { dimensionValue, knownValue } from '../dimensions/index.ts';
import type { Customer } from './customer.type.ts';

/** c is the customer, s what their orders add up to, p the shop, r the region. */
export const customerColumns = `c.customer_id as id, c.external_id as "externalId", c.shop, c.identified, c.name_masked as "nameMasked", c.phone_masked as "phoneMasked",
  c.region_code as region, r.label_en as "regionEn", r.label_zh as "regionZh", c.city, p.currency::text as currency,
  s.first_on as "firstOrderedOn", s.last_on as "lastOrderedOn", coalesce(s.orders, 0) as "ordersCount", coalesce(s.valid_days, 0) as "validOrderDays",
  s.paid as "paidMinor", coalesce(s.kept, 0) as "promisesKept", coalesce(s.due, 0) as "promisesDue", coalesce(s.reviews, 0) as "reviewsCount",
  s.stars::float8 / nullif(s.reviews, 0) as "averageScore",
  c.registered_at as "registeredAt", c.origin, c.merged_into as "mergedInto"`;

const sums = `min(j.ordered_on) as first_on, max(j.ordered_on) as last_on, count(*) as orders, count(*) filter (where j.valid_first_of_day) as valid_days,
  sum(j.paid_minor)::bigint as paid, count(*) filter (where j.valid and j.promised_on <= a.as_of) as due,
  count(*) filter (where j.valid and j.promised_on <= a.as_of and j.delivered_on <= j.promised_on) as kept,
  sum(j.reviews_count)::bigint as reviews, sum(j.score_sum)::bigint as stars`;

const base = `core.customers c join core.shops p on p.shop = c.shop left join core.regions r on r.shop = c.shop and r.code = c.region_code`;

/** A few customers: each one's orders by key. */
export const fewCustomers = `${base} left join lateral (
  select ${sums} from journey.order_journey j join core.shops a on a.shop = j.shop where j.customer_id = c.customer_id) s on true`;

/** Customers sorted or chosen by their orders: all orders once. */
export const allCustomers = `${base} left join (
  select j.customer_id, ${sums} from journey.order_journey j join core.shops a on a.shop = j.shop group by j.customer_id) s on s.customer_id = c.customer_id`;

export interface CustomerRow extends Omit<Customer, 'region' | 'paid' | 'origin'> {
  region: string | null;
  regionEn: string | null;
  regionZh: string | null;
  origin: string | null;
  currency: string;
  paidMinor: number | null;
}

export function toCustomer({ region, regionEn, regionZh, currency, paidMinor, ...customer }: CustomerRow): Customer {
  return {
    ...customer,
    region: dimensionValue('REGION', region, { en: regionEn, zh: regionZh }),
    origin: knownValue('ORIGIN', customer.origin),
    paid: moneyOrNull(paidMinor, currency),
  };
}
