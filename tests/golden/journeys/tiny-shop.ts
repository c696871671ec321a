import type { Row, ShopTable } from '../../testkit/shop-tables.ts';
import { shop, type OrderDetails, type Shop } from '../../testkit/shop.ts';

/** `04-01 09:00` of 2025, shop time. */
export const at = (local: string): string => `2025-${local.replace(' ', 'T')}:00+08:00`;
const on = (local: string): string => `2025-${local.slice(0, 5)}`;

/**
 * Four customers and a guest, March to June 2025: a loyal one, a broken parcel, a return, a visit that ends in an order, an order
 * nobody took, one lost and one still under way. Small enough to know every row by heart.
 */
export function tinyShop(): Shop {
  const tiny = shop({ code: 'tiny' });
  const add = (table: ShopTable, customer: string, external: string, row: Row) =>
    tiny.put(table, external, { customer_id: tiny.id('customer', customer), id: tiny.id(table, external), external_id: external, ...row });
  const of = (order: string) => ({ order_id: tiny.id('order', order) });
  const ordered = (customer: string, external: string, local: string, details: OrderDetails = {}, more: Row = {}) => {
    (customer === 'guest' ? tiny.guest() : tiny.customer(customer)).ordered(external, `2025-${local}`, details);
    tiny.amend('orders', external, more);
  };
  const parcel = (customer: string, order: string, row: Row) => add('shipments', customer, `${order} parcel`, { ...of(order), ...row });
  const scan = (customer: string, order: string, kind: string, occurred: string, recorded?: string, station?: string) =>
    add('tracking_events', customer, `${order} ${kind} ${occurred}`, {
      shipment_id: tiny.id('shipments', `${order} parcel`), kind, occurred_at: at(occurred), recorded_at: recorded ? at(recorded) : null, station_code: station ?? null });
  const delivered = (local: string) => ({ delivered_at: at(local), delivered_on: on(local) });

  tiny.put('calendar_events', 'spring sale', { code: 'spring sale', kind: 'promotion', starts_on: '2025-05-30', ends_on: '2025-06-02' });
  tiny.put('sla_policies', 'chat', { code: 'chat', channel: 'chat', first_response_seconds: 600, resolution_seconds: 86_400, business_clock: false });
  tiny.put('sla_policies', 'email', { code: 'email', channel: 'email', first_response_seconds: 7200, resolution_seconds: 36_000, business_clock: true, opens_at: '09:00', closes_at: '18:00' });

  // Ada buys every ten days, then pauses for sixty.
  for (const [external, day] of [['A1', '03-01'], ['A2', '03-11'], ['A3', '03-21'], ['A4', '03-31'], ['A5', '05-30']] as const)
    ordered('Ada', external, `${day} 10:00`, { promised: '2025-06-05' });

  // Bo's parcel comes late and broken; he is told before he asks, complains, is compensated, and comes back.
  ordered('Bo', 'B1', '04-01 09:00', { promised: '2025-04-03', region: 'east', items: [['lamps', 'm1', 80, 5]], paid: [['alipay', 85]] }, { service_level: 'next_day' });
  tiny.amend('payments', 'B1/1', { paid_at: at('04-01 09:05'), attempted_at: at('04-01 09:05') });
  parcel('Bo', 'B1', { carrier_code: 'swift', station_code: 's1', waybill: 'W1', handed_over_at: at('04-01 19:00'), promised_at: at('04-03 18:00'), cost_minor: 600, ...delivered('04-05 15:00') });
  scan('Bo', 'B1', 'picked_up', '04-01 20:00', '04-01 20:05');
  scan('Bo', 'B1', 'arrived', '04-02 02:00', '04-02 02:30', 'h1');
  scan('Bo', 'B1', 'damaged', '04-03 02:00');
  scan('Bo', 'B1', 'attempt_failed', '04-04 10:00');
  scan('Bo', 'B1', 'delivered', '04-05 15:00', '04-05 15:00');
  add('messages', 'Bo', 'notice', { ...of('B1'), kind: 'delay_notice', channel: 'sms', sent_at: at('04-04 08:00'), sent_on: '2025-04-04', promised_at: at('04-05 12:00'), kept_at: at('04-05 15:00') });
  add('service_cases', 'Bo', 'C1', { ...of('B1'), case_type: 'complaint', phase: 'after_sale', channel: 'chat', topic: 'damaged', cause: 'carrier', severity: 2, status: 'resolved', opened_at: at('04-05 16:00'), opened_on: '2025-04-05', first_response_at: at('04-05 16:20'), resolved_at: at('04-06 10:00'), resolved_on: '2025-04-06', handled_by: 'bot_then_human', handed_over_at: at('04-05 16:01'), human_joined_at: at('04-05 16:20'), replies: 3, transfers: 1, csat: 4, cost_minor: 300, tone_start: -1, tone_end: 1 });
  add('case_events', 'Bo', 'C1 bot', { case_id: tiny.id('service_cases', 'C1'), kind: 'bot_reply', occurred_at: at('04-05 16:00') });
  add('compensations', 'Bo', 'sorry', { ...of('B1'), case_id: tiny.id('service_cases', 'C1'), failure: 'damaged', form: 'cash', amount_minor: 500, granted_at: at('04-06 09:30'), granted_on: '2025-04-06' });
  add('service_cases', 'Bo', 'C2', { ...of('B1'), case_type: 'enquiry', phase: 'after_sale', channel: 'email', topic: 'invoice', status: 'open', opened_at: at('04-08 19:00'), opened_on: '2025-04-08', handled_by: 'human' });
  add('referrals', 'Bo', 'to Eve', { case_id: tiny.id('service_cases', 'C1'), channel: 'link', referred_at: at('04-20 12:00'), referred_on: '2025-04-20', joined_at: at('04-21 12:00') });
  ordered('Bo', 'B2', '05-10 12:00');

  // Cy pays at the second attempt, gets one wrong article, sends a lamp back and thinks better of it.
  ordered('Cy', 'K1', '04-20 10:00', { promised: '2025-04-24', items: [['lamps', 'm1', 100, 0], ['books', 'm2', 20, 0]], paid: [['card', 120], ['alipay', 120]] });
  tiny.amend('payments', 'K1/1', { outcome: 'failed', attempted_at: at('04-20 10:01'), failure: 'declined' });
  tiny.amend('payments', 'K1/2', { paid_at: at('04-20 10:03'), attempted_at: at('04-20 10:03') });
  tiny.amend('order_items', 'K1/1', { quantity: 2, picked_right: true });
  tiny.amend('order_items', 'K1/2', { picked_right: false });
  parcel('Cy', 'K1', { carrier_code: 'slow', handed_over_at: at('04-21 10:00'), cost_minor: 700, ...delivered('04-23 10:00') });
  add('returns', 'Cy', 'R1', { ...of('K1'), kind: 'return', reason: 'quality', product_id: tiny.id('product', 'lamps of m1'), units: 1, status: 'refunded', policy: 'seven_day', requested_at: at('04-25 10:00'), requested_on: '2025-04-25', approved_at: at('04-25 12:00'), shipped_at: at('04-26 12:00'), received_at: at('04-28 12:00'), refunded_at: at('04-29 12:00'), due_at: at('04-30 12:00'), amount_minor: 5000, cost_minor: 400 });
  const review = (external: string, answered: string, score: number, more: Row) =>
    add('reviews', 'Cy', external, { ...of('K1'), review_ref: external, score, answered_at: at(answered), ...more });
  review('bad', '04-26 10:00', 2, { replied_at: at('04-27 09:00'), reply: 'Sorry.' });
  review('better', '05-05 10:00', 5, { follow_up_of: 'bad' });
  add('service_cases', 'Cy', 'C3', { case_type: 'complaint', phase: 'pre_sale', channel: 'email', topic: 'attitude', status: 'resolved', opened_at: at('04-10 17:30'), opened_on: '2025-04-10', first_response_at: at('04-11 10:00'), resolved_at: at('04-12 09:30'), resolved_on: '2025-04-12', handled_by: 'human', replies: 1 });

  // Di looks around, asks and buys, a member since May.
  ordered('Di', 'D1', '06-01 20:30', { items: [['lamps', 'm1', 80, 5]] }, { origin: 'ads' });
  const touch = (kind: string, time: string, row: Row = {}) =>
    add('touchpoints', 'Di', `${kind} ${time}`, { visit_ref: 'V1', kind, occurred_at: at(`06-01 ${time}`), occurred_on: '2025-06-01', ...row });
  const lamp = { product_id: tiny.id('product', 'lamps of m1') };
  touch('page', '20:00', { origin: 'ads', load_ms: 1200 });
  touch('search', '20:01', { results: 0, query: 'lamb' });
  touch('search', '20:02', { results: 5, query: 'lamp' });
  touch('page', '20:03', { load_ms: 800 });
  touch('product_view', '20:04', { ...lamp, rating: 4.6 });
  touch('review_view', '20:06', lamp);
  touch('consulted', '20:10');
  touch('cart', '20:20', lamp);
  touch('checkout', '20:25');
  touch('paid', '20:31', of('D1'));
  const points = (external: string, local: string, row: Row) => add('loyalty_events', 'Di', external, { occurred_at: at(local), occurred_on: on(local), ...row });
  points('joined', '05-01 12:00', { kind: 'joined', tier_to: 'silver', points: 100 });
  points('up', '06-02 12:00', { kind: 'tier_changed', tier_from: 'bronze', tier_to: 'gold' });
  points('spent', '06-03 12:00', { kind: 'spent', points: -30 });

  ordered('guest', 'X1', '06-10 12:00', { status: 'canceled', promised: '2025-06-12' }, { canceled_at: at('06-10 13:00'), cancel_cause: 'customer' });
  ordered('guest', 'L1', '06-15 12:00', { status: 'shipped', promised: '2025-06-18' });
  parcel('guest', 'L1', { handed_over_at: at('06-15 18:00') });
  scan('guest', 'L1', 'lost', '06-17 12:00', '06-17 12:10');
  ordered('Bo', 'Z1', '06-30 09:00', { status: 'shipped', promised: '2025-07-05' });
  parcel('Bo', 'Z1', { handed_over_at: at('06-30 11:00') });
  scan('Bo', 'Z1', 'picked_up', '06-30 12:00', '06-30 12:00');
  add('service_cases', 'Di', 'C4', { case_type: 'enquiry', phase: 'pre_sale', channel: 'email', topic: 'advice', status: 'open', opened_at: at('06-30 17:00'), opened_on: '2025-06-30', handled_by: 'human' });
  return tiny;
} // prettier-ignore
