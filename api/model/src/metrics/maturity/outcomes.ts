import { orders, parcels } from '../facts.ts';
import { sql } from '../sql.ts';
import { dayOf, decidedOn, ofOrders } from './declare.ts';

/** Outcomes that take more than a line to say. */

export const deliverySeconds = ofOrders(
  orders,
  { amount: sql`case when j.status = 'delivered' then coalesce(j.delivery_seconds, 0) else 0 end` },
  sql`j.delivered_on`,
);
export const timedDeliveries = ofOrders(
  orders,
  { where: sql`j.status = 'delivered' and j.delivery_seconds is not null` },
  sql`j.delivered_on`,
);
export const promiseDecided = decidedOn(
  orders,
  { where: sql`j.status = 'delivered' and j.promised_on is not null` },
  sql`j.delivered_on <= j.promised_on`,
  sql`j.delivered_on`,
);

export const refundedOrders = ofOrders(
  orders,
  { where: sql`j.payments_count > 0 and j.refunded_at is not null` },
  dayOf('refunded_at'),
);

/** Of parcels that were complained about, the first complaint. */
export const complainedParcels = ofOrders(
  parcels,
  { where: sql`j.complained` },
  sql`(select min(e.opened_on) from core.service_cases e where e.customer_id = j.customer_id and e.order_id = j.order_id
    and e.case_type = 'complaint' and e.topic in ('damaged', 'lost', 'delivery_late', 'wrong_item') and e.deleted_at is null)`,
);
