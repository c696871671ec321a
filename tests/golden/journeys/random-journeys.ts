import type { Row, ShopTable } from '../../testkit/shop-tables.ts';
import type { Shop } from '../../testkit/shop.ts';
import { DAYS, dayAt, dice, randomShop } from '../random-shop.ts';

const MINUTE = 60_000;

/**
 * A random shop with every feed of the journey: parcels and their scans, cases, returns, visits, points … many of them at the same
 * minute, some deleted, some about no order, some of visitors nobody knows.
 */
export function randomJourneys(seed: number, orders: number, code = 'random'): Shop {
  const made = randomShop(seed, orders, code);
  const { below, pick, chance } = dice(seed + 1);
  let nth = 0;
  const maybe = <T>(share: number, value: T): T | null => (chance(share) ? value : null);
  /** So many days and minutes after a moment; minutes are few, so that things coincide. */
  const after = (at: string, days: number): string =>
    new Date(
      Date.parse(at) + below(days * 24 + 1) * 60 * MINUTE + below(3) * 20 * MINUTE + below(4) * 250,
    ).toISOString();
  const dayOf = (at: string): string => new Date(Date.parse(at) + 8 * 60 * MINUTE).toISOString().slice(0, 10);
  const add = (table: ShopTable, row: Row): string => {
    const external = `${table} ${(nth += 1)}`;
    const id = made.id(table, external);
    made.put(table, external, { id, external_id: external, deleted_at: maybe(0.05, '2026-01-02T00:00:00Z'), ...row });
    return id;
  };

  for (const [at, name] of ['toys', 'lamps', 'books'].entries())
    made.put('calendar_events', name, {
      code: name,
      kind: pick(['promotion', 'holiday', 'incident']),
      starts_on: dayAt(at * 90),
      ends_on: chance(0.3) ? null : dayAt(at * 90 + below(9)),
    });
  const policy = (name: string, row: Row) => made.put('sla_policies', name, { code: name, ...row });
  policy('any', { first_response_seconds: 86_400, resolution_seconds: 259_200, business_clock: false });
  policy('chat', { channel: 'chat', first_response_seconds: 1800, resolution_seconds: 0, business_clock: true });
  policy('complaints', {
    case_type: 'complaint',
    first_response_seconds: 3600,
    resolution_seconds: 86_400,
    business_clock: true,
    opens_at: '08:30',
    closes_at: '18:00',
  });
  policy('chat complaints', {
    channel: 'chat',
    case_type: 'complaint',
    first_response_seconds: 600,
    resolution_seconds: 36_000,
  });
  policy('night', { channel: 'phone', case_type: '', first_response_seconds: 30, resolution_seconds: 7200, business_clock: true, opens_at: '00:00', closes_at: '00:00' }); // prettier-ignore

  function parcelOf(order: Row, own: Row, external: string): void {
    const at = String(order.ordered_at);
    const delivered = maybe(0.8, after(at, 12));
    const id = made.id('shipment', external);
    made.amend('shipments', external, {
      ...own,
      id,
      external_id: external,
      carrier_code: maybe(0.8, pick(['swift', 'slow'])),
      station_code: maybe(0.5, pick(['s1', 's2'])),
      delivery_option: maybe(0.5, pick(['door', 'locker'])),
      service_level: maybe(0.5, pick(['next_day', 'standard'])),
      handed_over_at: maybe(0.8, after(at, 2)),
      delivered_at: delivered,
      delivered_on: delivered && dayOf(delivered),
      promised_at: maybe(0.3, after(at, 8)),
      cost_minor: maybe(0.7, below(900)),
      outcome: maybe(0.1, pick(['lost', 'returned', 'refused'])),
      deleted_at: maybe(0.05, '2026-01-02T00:00:00Z'),
    });
    for (let scan = below(7); scan > 0; scan -= 1) {
      const occurred = after(at, 6);
      add('tracking_events', {
        customer_id: own.customer_id,
        shipment_id: id,
        kind: pick(['picked_up', 'arrived', 'departed', 'arrived', 'out_for_delivery', 'attempt_failed', 'delivered', 'damaged', 'lost', 'delayed', 'returned']),
        occurred_at: occurred,
        recorded_at: maybe(0.8, chance(0.1) ? new Date(Date.parse(occurred) - MINUTE).toISOString() : after(occurred, 1)),
        station_code: maybe(0.8, pick(['h1', 'h2', 'h3'])),
      }); // prettier-ignore
    }
  }

  function caseOf(own: Row, at: string): string {
    const opened = after(at, 20);
    const id = add('service_cases', {
      ...own,
      case_type: pick(['enquiry', 'request', 'complaint', 'complaint']),
      phase: pick(['pre_sale', 'in_sale', 'after_sale']),
      channel: pick(['chat', 'phone', 'email']),
      topic: maybe(0.9, pick(['where_is_my_order', 'damaged', 'lost', 'quality', 'not_as_described', 'wrong_item', 'invoice'])),
      status: 'closed',
      opened_at: opened,
      opened_on: dayOf(opened),
      first_response_at: maybe(0.8, after(opened, 1)),
      resolved_at: maybe(0.7, after(opened, 3)),
      sla_code: maybe(0.1, pick(['any', 'gone'])),
      response_due_at: maybe(0.1, after(opened, 1)),
      csat: maybe(0.3, 1 + below(5)),
      cost_minor: maybe(0.5, below(2000)),
    });
    for (let event = below(4); event > 0; event -= 1)
      add('case_events', { customer_id: own.customer_id, case_id: id, kind: pick(['bot_reply', 'customer_message', 'agent_reply']), occurred_at: after(opened, 1) });
    return id;
  } // prettier-ignore

  function sequelsOf(own: Row, at: string): void {
    const moment = () => after(at, 25);
    const failure = () => pick(['late', 'damaged', 'lost', 'wrong_item', 'not_as_described', 'quality', 'service']);
    const whole = { ...own, case_id: maybe(0.5, caseOf(own, at)) };
    if (own.order_id && chance(0.4)) {
      const requested = moment();
      add('returns', { ...own, kind: pick(['return', 'exchange', 'refund_only']), reason: pick(['no_reason', 'quality', 'not_as_described', 'damaged', 'wrong_item', 'late']), units: 1 + below(3), status: pick(['requested', 'refunded', 'rejected', 'canceled']), requested_at: requested, requested_on: dayOf(requested), refunded_at: maybe(0.5, after(requested, 9)), amount_minor: below(9000), cost_minor: maybe(0.5, below(500)) });
    }
    if (chance(0.4)) add('compensations', { ...whole, failure: failure(), form: 'coupon', amount_minor: below(3000), granted_at: moment(), granted_on: dayOf(at) });
    if (chance(0.5)) add('surveys', { ...whole, kind: pick(['csat', 'csat', 'nps', 'ces']), sent_at: at, sent_on: dayOf(at), answered_at: maybe(0.7, moment()), score: maybe(0.8, 1 + below(5)) });
    if (chance(0.4)) add('messages', { ...own, kind: pick(['delay_notice', 'delay_notice', 'campaign']), channel: 'sms', sent_at: moment(), sent_on: dayOf(at) });
    if (chance(0.2)) add('referrals', { customer_id: own.customer_id, case_id: whole.case_id, referred_at: moment(), referred_on: dayOf(at) });
    if (chance(0.4)) add('loyalty_events', { customer_id: own.customer_id, kind: 'tier_changed', tier_to: maybe(0.7, pick(['silver', 'gold'])), points: below(100) - 50, occurred_at: chance(0.3) ? at : moment(), occurred_on: dayOf(at) });
  } // prettier-ignore

  function visitOf(own: Row, at: string, bought: string | null): void {
    const visit = `visit ${(nth += 1)}`;
    const start = after(at, 40);
    for (let touch = 1 + below(9); touch > 0; touch -= 1) {
      const kind = pick(['page', 'search', 'search', 'product_view', 'product_view', 'review_view', 'recommendation_shown', 'recommendation_clicked', 'cart', 'checkout', 'paid', 'consulted']);
      const occurred = chance(0.8) ? new Date(Date.parse(start) + below(4) * 10 * MINUTE).toISOString() : after(start, 4);
      const product = made.all('products')[below(3)]?.id ?? null;
      add('touchpoints', { customer_id: own.customer_id, visit_ref: visit, kind, occurred_at: occurred, occurred_on: dayOf(occurred), origin: maybe(0.5, pick(['ads', 'search'])), product_id: maybe(0.9, product), results: kind === 'search' ? below(3) : null, rating: maybe(0.7, (10 + below(41)) / 10), load_ms: kind === 'page' ? below(5000) : null, order_id: kind === 'paid' ? bought : null });
    }
  } // prettier-ignore

  for (const order of made.all('orders')) {
    const external = String(order.external_id);
    const own: Row = { customer_id: order.customer_id, order_id: order.id };
    const at = new Date(String(order.ordered_at).replace(' ', 'T')).toISOString();
    Object.assign(order, { service_level: maybe(0.5, pick(['same_day', 'slot'])), origin: maybe(0.5, 'ads'), deleted_at: maybe(0.04, '2026-01-02T00:00:00Z') });
    if (order.status === 'canceled') Object.assign(order, { canceled_at: after(at, 3), cancel_cause: pick(['customer', 'fraud']) });
    for (let parcel = below(3); parcel > 0; parcel -= 1) parcelOf({ ...order, ordered_at: at }, own, parcel === 1 ? external : `${external} part ${parcel}`);
    if (chance(0.6)) sequelsOf(own, at);
    if (chance(0.1)) sequelsOf({ customer_id: own.customer_id, order_id: null }, at);
    if (chance(0.5)) visitOf(own, new Date(Date.parse(at) - 30 * 24 * 60 * MINUTE).toISOString(), maybe(0.5, String(order.id)));
  } // prettier-ignore
  for (const payment of made.all('payments'))
    Object.assign(payment, { outcome: pick(['succeeded', 'succeeded', 'failed']), kind: pick(['full', 'deposit', 'balance', 'cash_on_delivery']), paid_at: maybe(0.7, after(`${dayAt(below(DAYS))}T00:00:00Z`, 9)), charged_back_at: maybe(0.05, '2025-01-01T00:00:00Z') }); // prettier-ignore
  for (const line of made.all('order_items'))
    Object.assign(line, { picked_right: maybe(0.5, chance(0.8)), quantity: 1 + below(3) });
  for (let visitor = 0; visitor < 10; visitor += 1) {
    const name = `visitor ${visitor}`;
    made.guest(name);
    visitOf({ customer_id: made.id('customer', name) }, `${dayAt(below(DAYS))}T00:00:00Z`, null);
  }
  return made;
}
