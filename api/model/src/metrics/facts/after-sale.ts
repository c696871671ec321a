import { sql } from '../sql.ts';
import { dueDay, eventDay, goods, ofOrder, orderDay, wholeBasket, type Fact } from './fact.ts';

export const returns = {
  name: 'returns',
  rows: { en: 'return requests', zh: '退换货申请' },
  feeds: ['returns'],
  relation: 'journey.return_journey',
  id: 'return_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    requested: eventDay('requested_on', 'the day of the request', '申请日'),
    order: orderDay(),
    delivered: eventDay('delivered_on', 'the day the order was delivered', '订单签收日'),
    refunded: eventDay('refunded_on', 'the day the money arrived', '退款到账日'),
    completed: eventDay('completed_on', 'the day the request was completed', '申请完成日'),
    steppedIn: eventDay('stepped_in_on', 'the day the platform stepped in', '平台介入日'),
    due: dueDay('due_on', 'the day the money was promised for', '承诺退款日'),
  },
  dimensions: {
    ...ofOrder,
    ...goods,
    RETURN_KIND: { column: 'kind' },
    RETURN_REASON: { column: 'reason' },
    CARRIER: { column: 'carrier_code' },
    STATION: { column: 'station_code' },
  },
  rolledUp: {
    by: ['REGION', 'CATEGORY', 'RETURN_KIND', 'RETURN_REASON', 'CARRIER', 'LATE'],
    byMonth: ['MERCHANT', 'PRODUCT'],
    changesOn: ['due_on'],
    namesProductIn: 'core.returns',
  },
} as const satisfies Fact;

export const compensations = {
  name: 'compensations',
  rows: { en: 'compensations', zh: '补偿' },
  feeds: ['compensations'],
  relation: 'journey.compensation_facts',
  id: 'compensation_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    granted: eventDay('granted_on', 'the day it was granted', '补偿发放日'),
    order: orderDay(),
  },
  dimensions: {
    ...ofOrder,
    ...wholeBasket,
    FAILURE: { column: 'failure' },
    COMPENSATION_FORM: { column: 'form' },
    CARRIER: { column: 'carrier_code' },
    STATION: { column: 'station_code' },
    CHANNEL: { column: 'channel' },
    TOPIC: { column: 'topic' },
    AGENT: { column: 'agent_code' },
    TEAM: { column: 'team' },
  },
  rolledUp: { by: ['REGION', 'FAILURE', 'COMPENSATION_FORM', 'CHANNEL', 'TOPIC', 'CARRIER'] },
} as const satisfies Fact;

export const failures = {
  name: 'failures',
  rows: { en: 'failures of orders', zh: '订单履约失误' },
  feeds: ['orders'],
  relation: 'journey.failure_facts',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    order: orderDay(),
    delivered: eventDay('delivered_on', 'the day the order was delivered', '订单签收日'),
  },
  dimensions: {
    ...ofOrder,
    ...wholeBasket,
    FAILURE: { column: 'failure' },
    CARRIER: { column: 'carrier_code' },
    STATION: { column: 'station_code' },
    ORIGIN: { column: 'origin' },
  },
  rolledUp: { by: ['REGION', 'FAILURE', 'CARRIER', 'SERVICE_LEVEL'] },
} as const satisfies Fact;
