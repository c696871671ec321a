import { Told } from '../../platform/database/told.ts';
import { moneyOrNull } from '../../platform/graphql/money.ts';
import { dimensionValue, knownValue } from '../dimensions/index.ts';
import type { Customer } from './customer.type.ts';

const sums = `min(j.ordered_on) as first_on, max(j.ordered_on) as last_on, count(*) as orders, count(*) filter (where j.valid_first_of_day) as valid_days,
  sum(j.paid_minor)::bigint as paid, count(*) filter (where j.valid and j.promised_on <= a.as_of) as due,
  count(*) filter (where j.valid and j.promised_on <= a.as_of and j.delivered_on <= j.promised_on) as kept,
  sum(j.reviews_count)::bigint as reviews, sum(j.score_sum)::bigint as stars`;

/** What the orders of each customer add up to, one customer after the other. */
const sumsOfEach = `left join lateral (
  select ${sums} from journey.order_journey j join core.shops a on a.shop = j.shop where j.customer_id = c.customer_id) s on true`;

/** The same for customers sorted or chosen by it: all orders once. */
const sumsOfAll = `left join (
  select j.customer_id, ${sums} from journey.order_journey j join core.shops a on a.shop = j.shop group by j.customer_id) s on s.customer_id = c.customer_id`;

export const customersWithSums = `core.customers c ${sumsOfAll}`;

export interface CustomerRow extends Omit<Customer, 'region' | 'paid' | 'origin'> {
  region: string | null;
  regionEn: string | null;
  regionZh: string | null;
  origin: string | null;
  currency: string;
  paidMinor: number | null;
}

/** c is the customer, s what their orders add up to, p the shop, r the region. */
const columns = {
  id: 'c.customer_id',
  externalId: 'c.external_id',
  shop: 'c.shop',
  identified: 'c.identified',
  nameMasked: 'c.name_masked',
  phoneMasked: 'c.phone_masked',
  region: 'c.region_code',
  regionEn: 'r.label_en',
  regionZh: 'r.label_zh',
  city: 'c.city',
  currency: 'p.currency::text',
  firstOrderedOn: 's.first_on',
  lastOrderedOn: 's.last_on',
  ordersCount: 'coalesce(s.orders, 0)',
  validOrderDays: 'coalesce(s.valid_days, 0)',
  paidMinor: 's.paid',
  promisesKept: 'coalesce(s.kept, 0)',
  promisesDue: 'coalesce(s.due, 0)',
  reviewsCount: 'coalesce(s.reviews, 0)',
  averageScore: 's.stars::float8 / nullif(s.reviews, 0)',
  registeredAt: 'c.registered_at',
  origin: 'c.origin',
  mergedInto: 'c.merged_into',
};

/** `s` is joined in any case where the list itself speaks of it. */
const toldWith = (s: string): Told<CustomerRow, Customer> =>
  new Told<CustomerRow, Customer>('Customer', {
    columns,
    always: ['id'],
    made: {
      region: {
        of: ['region', 'regionEn', 'regionZh'],
        by: ({ region, regionEn, regionZh }) => dimensionValue('REGION', region, { en: regionEn, zh: regionZh }),
      },
      origin: { of: ['origin'], by: ({ origin }) => knownValue('ORIGIN', origin) },
      paid: { of: ['paidMinor', 'currency'], by: ({ paidMinor, currency }) => moneyOrNull(paidMinor, currency) },
    },
    joins: {
      p: 'join core.shops p on p.shop = c.shop',
      r: 'left join core.regions r on r.shop = c.shop and r.code = c.region_code',
      ...(s ? { s } : {}),
    },
  });

/** Of a few customers, from core.customers c. */
export const fewTold = toldWith(sumsOfEach);
/** Of customers out of `customersWithSums`. */
export const chosenTold = toldWith('');
