import { afterAll, beforeAll, expect, test } from 'vitest';
import { shop } from '../testkit/shop.ts';
import { apiOf, type SeededApi } from './client.ts';

/** One customer: visited, ordered, got it late, complained, was passed on, compensated, refunded, and came back. */
const made = shop({ code: 'story' });
const ada = made.customer('Ada');
const own = { customer_id: made.id('customer', 'Ada') };
const at = (local: string): string => made.at(local);
const add = (table: Parameters<typeof made.put>[0], key: string, row: Record<string, unknown>): string => {
  const id = made.id(table, key);
  made.put(table, key, { ...own, id, external_id: key, ...row });
  return id;
};

ada
  .ordered('A1', '2024-03-01 10:00', { promised: '2024-03-03', paid: [['alipay', 120]] })
  .delivered('2024-03-05 18:00');
const order = { order_id: made.id('order', 'A1') };
const parcel = made.id('shipment', 'A1');
made.amend('shipments', 'A1', { handed_over_at: at('2024-03-02 09:00'), carrier_code: 'swift' });
made.put('carriers', 'swift', { code: 'swift', label_en: 'Swift', label_zh: '迅达' });
for (const [key, kind, when] of [['V1', 'product_view', '09:50'], ['V2', 'review_view', '09:55'], ['V3', 'paid', '10:02']] as const)
  add('touchpoints', key, { kind, visit_ref: 'visit', occurred_at: at(`2024-03-01 ${when}`), occurred_on: '2024-03-01', ...(kind === 'paid' ? order : {}) }); // prettier-ignore
add('tracking_events', 'S1', { shipment_id: parcel, kind: 'departed', occurred_at: at('2024-03-02 20:00') });
add('tracking_events', 'S2', { shipment_id: parcel, kind: 'delayed', occurred_at: at('2024-03-03 12:00') });
const contact = add('service_cases', 'K1', {
  ...order,
  case_type: 'complaint',
  phase: 'after_sale',
  channel: 'chat',
  topic: 'delivery_late',
  status: 'closed',
  opened_at: at('2024-03-05 19:00'),
  opened_on: '2024-03-05',
  first_response_at: at('2024-03-05 19:30'),
  response_due_at: at('2024-03-05 19:10'),
  resolved_at: at('2024-03-06 19:00'),
  resolution_due_at: at('2024-03-07 19:00'),
  transfers: 1,
  csat: 4,
  csat_at: at('2024-03-06 20:00'),
  text: '晚了两天',
});
add('case_events', 'E1', {
  case_id: contact,
  kind: 'transferred',
  occurred_at: at('2024-03-05 21:00'),
  team: 'carriers',
});
add('case_events', 'E2', { case_id: contact, kind: 'agent_reply', occurred_at: at('2024-03-05 19:30') });
add('compensations', 'C1', { ...order, case_id: contact, failure: 'late', form: 'coupon', amount_minor: 2000, granted_at: at('2024-03-06 18:00'), granted_on: '2024-03-06' }); // prettier-ignore
add('returns', 'R1', { ...order, kind: 'refund_only', reason: 'late', status: 'refunded', requested_at: at('2024-03-06 09:00'), requested_on: '2024-03-06', refunded_at: at('2024-03-08 09:00'), due_at: at('2024-03-08 10:00'), amount_minor: 12000 }); // prettier-ignore
add('loyalty_events', 'L1', {
  kind: 'tier_changed',
  tier_to: 'silver',
  occurred_at: at('2024-03-09 00:00'),
  occurred_on: '2024-03-09',
});
add('referrals', 'F1', {
  case_id: contact,
  channel: 'wechat',
  referred_at: at('2024-03-10 12:00'),
  referred_on: '2024-03-10',
});
ada.ordered('A2', '2024-04-01 10:00');

interface Event {
  kind: string;
  stage: string;
  at: string;
  title: { en: string; zh: string };
  detail: { en: string; zh: string } | null;
  tone: string;
  amount: { amount: string } | null;
  gapSeconds: number | null;
  stageSeconds: number | null;
  caseId: string | null;
  shipmentId: string | null;
}

let api: SeededApi;
beforeAll(async () => {
  api = await apiOf(made);
});
afterAll(() => api.close());

async function journey(
  args: string,
): Promise<{ totalCount: number; nodes: Event[]; pageInfo: { endCursor: string; hasNextPage: boolean } }> {
  const { data, errors } = await api.ask<{ customer: { journey: Awaited<ReturnType<typeof journey>> } }>(
    'analyst',
    `{ customer(id: "${own.customer_id}") { journey(${args}) { totalCount pageInfo { endCursor hasNextPage } nodes { kind stage at title { en zh } detail { en zh } tone amount { amount } gapSeconds stageSeconds caseId shipmentId } } } }`,
  );
  expect(errors).toEqual([]);
  return data!.customer.journey;
}

const HOUR = 3600;

test('the timeline tells promise, failure, contact, compensation and what the customer did next', async () => {
  const { nodes, totalCount } = await journey('first: 100');
  expect(nodes.map(({ kind }) => kind)).toEqual([
    'VISIT', 'ORDER_PLACED', 'PAYMENT', 'HANDED_OVER', 'PARCEL_EXCEPTION', 'PROMISE_DUE', 'DELIVERED', 'CASE_OPENED', 'CASE_ANSWERED', 'CASE_TRANSFERRED',
    'RETURN_REQUESTED', 'COMPENSATED', 'CASE_RESOLVED', 'CASE_RATED', 'REFUNDED', 'TIER_CHANGED', 'REFERRED', 'ORDER_PLACED',
  ]); // prettier-ignore
  expect(totalCount).toBe(nodes.length);
  expect(nodes.every(({ title }) => title.en !== '' && /[\u4e00-\u9fff]/.test(title.zh))).toBe(true);
  const of = (kind: string): Event => nodes.find((event) => event.kind === kind)!;
  expect(of('VISIT')).toMatchObject({ stage: 'PRE_SALE', detail: { en: 'read reviews, paid' } });
  expect(of('PARCEL_EXCEPTION')).toMatchObject({ title: { zh: '包裹延误' }, tone: 'bad', shipmentId: parcel });
  expect(of('DELIVERED')).toMatchObject({ tone: 'bad', gapSeconds: 42 * HOUR + 1, detail: { zh: '晚于承诺 2 天' } });
  expect(of('CASE_OPENED')).toMatchObject({ stage: 'AFTER_SALE', title: { en: 'Complaint: late delivery', zh: '投诉：配送延误' }, detail: { zh: '在线客服：“晚了两天”' }, caseId: contact }); // prettier-ignore
  expect(of('CASE_ANSWERED')).toMatchObject({ gapSeconds: HOUR / 3, stageSeconds: HOUR / 2, tone: 'bad' });
  expect(of('CASE_TRANSFERRED')).toMatchObject({ stageSeconds: 1.5 * HOUR, tone: 'attention' });
  expect(of('COMPENSATED')).toMatchObject({ amount: { amount: '20.00' }, stageSeconds: 21 * HOUR, caseId: contact });
  expect(of('CASE_RESOLVED')).toMatchObject({ gapSeconds: -24 * HOUR, stageSeconds: HOUR, tone: 'good' });
  expect(of('REFUNDED')).toMatchObject({ amount: { amount: '120.00' }, gapSeconds: -HOUR, tone: 'good' });
});

test('page after page is the same story, and stages and kinds choose from it without changing its durations', async () => {
  const { nodes: whole } = await journey('first: 100');
  const pages: Event[] = [];
  let after = '';
  for (;;) {
    const { nodes, pageInfo } = await journey(`first: 5${after}`);
    pages.push(...nodes);
    if (!pageInfo.hasNextPage) break;
    after = `, after: "${pageInfo.endCursor}"`;
  }
  expect(pages).toEqual(whole);
  const { nodes: later, totalCount } = await journey(
    'first: 100, stages: [AFTER_SALE], kinds: [CASE_ANSWERED, COMPENSATED, ORDER_PLACED]',
  );
  expect(later).toEqual(whole.filter(({ kind }) => kind === 'CASE_ANSWERED' || kind === 'COMPENSATED'));
  expect(totalCount).toBe(2);
});
