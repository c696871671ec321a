import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { tinyShop } from './tiny-shop.ts';

const tiny = tinyShop();
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await tiny.load(database.pool);
});
afterAll(() => database.drop());

type Facts = Record<string, unknown>;
/** Moments as `04-01 09:00` of the shop's clock, so that they read as they were written. */
const local = (value: unknown): unknown =>
  value instanceof Date
    ? new Date(value.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
    : value;

/** What a relation says of one thing, as far as it is asked. */
async function says(relation: string, where: string, asked: Facts): Promise<Facts> {
  const { rows } = await database.pool.query<Facts>(
    `select ${Object.keys(asked).join(', ')} from journey.${relation} where ${where}`,
  );
  expect(rows.length, `${relation} where ${where}`).toBe(1);
  return Object.fromEntries(Object.entries(rows[0] ?? {}).map(([name, value]) => [name, local(value)]));
}
const isA = (table: string, external: string, column: string) => `${column} = '${tiny.id(table, external)}'`;
const nothingYet = {
  cases_count: 0,
  complaints_count: 0,
  csat_sum: 0,
  csat_count: 0,
  nps_score: null,
  first_contact_at: null,
  first_complaint_at: null,
};
const noReturn = {
  returns_count: 0,
  first_return_at: null,
  returned_units: 0,
  quality_returns: 0,
  first_return_reason: null,
  refunded_minor: 0,
  refunded_at: null,
};

it.each<[string, Facts]>([
  ['B1', {
    lateness: 'late', service_level: 'next_day', carrier_code: 'swift', station_code: 's1', paid_at: '04-01 09:05', payment_attempts: 1, payment_failures: 0, units: 1,
    items_checked: 0, first_scan_at: '04-01 20:00', first_attempt_at: '04-04 10:00', damaged: true, lost: false, first_contact_at: '04-05 16:00', cases_count: 2,
    wismo_count: 0, complaints_count: 1, first_complaint_at: '04-05 16:00', csat_sum: 4, csat_count: 1, ...noReturn, compensations_count: 1, compensated_minor: 500,
    first_compensated_at: '04-06 09:30', delay_notified_at: '04-04 08:00', delay_notified_first: true, failures: ['damaged', 'late'], compensated_failures: 1,
    negative_feedback: true, delivery_cost_minor: 600, service_cost_minor: 300, reviews_read: null, tier: null, loyalty: 'new', peak: 'normal',
  }],
  ['K1', {
    lateness: 'on_time', payment_attempts: 2, payment_failures: 1, payments_count: 1, paid_minor: 12_000, payment_methods: ['alipay'], paid_at: '04-20 10:03', units: 3,
    items_checked: 2, items_mispicked: 1, first_scan_at: null, ...nothingYet, returns_count: 1, first_return_at: '04-25 10:00', first_return_reason: 'quality',
    returned_units: 1, quality_returns: 1, refunded_minor: 5000, refunded_at: '04-29 12:00', failures: ['quality', 'wrong_item'], compensated_failures: 0,
    delay_notified_first: null, negative_feedback: true, delivery_cost_minor: 700, service_cost_minor: 400, carrier_code: 'slow',
  }],
  ['D1', { first_touch_at: '06-01 20:00', reviews_read: true, tier: 'silver', origin: 'ads', peak: 'peak', failures: [], negative_feedback: false, ...nothingYet }],
  ['A3', { loyalty: 'occasional', loyal_until: '2025-04-10', peak: 'normal' }],
  ['A4', { loyalty: 'loyal', loyal_until: '2025-04-20' }],
  ['A5', { loyalty: 'occasional', loyal_until: '2025-07-14', peak: 'peak' }],
  ['X1', { valid: false, canceled_at: '06-10 13:00', cancel_cause: 'customer', delay_notified_first: null, loyalty: 'new', loyal_until: null }],
  ['L1', { lost: true, failures: ['lost'], delay_notified_first: false, loyalty: 'new', delivery_cost_minor: null, service_cost_minor: null }],
  ['Z1', { loyalty: 'occasional', loyal_until: '2025-09-28', first_scan_at: '06-30 12:00', first_attempt_at: null, failures: [] }],
])('the journey of order %s', async (order, facts) => {
  expect(await says('order_journey', isA('order', order, 'order_id'), facts)).toEqual(facts);
}); // prettier-ignore

it.each<[string, Facts]>([
  ['B1', {
    due_on: '2025-04-03', on_time: false, delay_seconds: 45 * 3600, pickup_from_at: '04-01 09:05', pickup_seconds: 39_300, picked_up_24h: true, picked_up_48h: true,
    transit_seconds: 91 * 3600, ordered_to_delivered_seconds: 102 * 3600, attempts: 2, first_attempt_succeeded: false, first_attempt_at: '04-04 10:00', scans: 5, hubs: 1,
    longest_silence_seconds: 32 * 3600, scan_lag_seconds: 2100, scan_lag_scans: 3, tracked: true, damaged: true, lost: false, delayed: false, exception: true,
    carrier_code: 'swift', service_level: 'next_day', region_code: 'east', cost_minor: 600, complaints_count: 1, slot_kept: null,
  }],
  ['K1', {
    due_on: '2025-04-24', on_time: true, delay_seconds: null, pickup_seconds: 86_220, picked_up_24h: true, transit_seconds: 48 * 3600, attempts: 0,
    first_attempt_succeeded: null, scans: 0, longest_silence_seconds: null, tracked: false, exception: false, damaged: false,
  }],
  ['L1', { due_on: '2025-06-18', on_time: false, lost: true, exception: true, identified: false, longest_silence_seconds: 0, transit_seconds: null }],
  ['Z1', { due_on: '2025-07-05', on_time: null, pickup_seconds: 3 * 3600, picked_up_24h: null, picked_up_48h: null, longest_silence_seconds: 12 * 3600, lost: false }],
])('the parcel of order %s', async (order, facts) => {
  expect(await says('parcel_journey', isA('shipments', `${order} parcel`, 'parcel_id'), facts)).toEqual(facts);
}); // prettier-ignore

it.each<[string, Facts]>([
  ['C1', {
    sla_code: 'chat', response_due_at: '04-05 16:10', resolution_due_at: '04-06 16:00', opened_hour: 16, opened_weekday: 6, first_response_seconds: 1200,
    first_response_business_seconds: 1200, resolution_seconds: 18 * 3600, resolution_business_seconds: 6 * 3600, responded_in_time: false, resolved_in_time: true,
    unanswered: false, one_touch: false, repeat_contact_at: '04-08 19:00', repeat_contact_7d: true, first_contact_resolved: false, contained: false,
    hand_over_wait_seconds: 1140, hand_over_answered: true, csat: 4, tone_change: 2, recurs: false, back_within_90d: null, referred_within_90d: null, escalated: false,
    complaint: true, wismo: false, ordered_on: '2025-04-01', lateness: 'late', failures: ['damaged', 'late'], category_code: 'lamps', merchant_external_id: 'm1',
    bot_replies: 1, compensated_minor: 500,
  }],
  ['C2', {
    response_due_at: '04-09 11:00', resolution_due_at: '04-10 10:00', responded_in_time: false, unanswered: true, resolved_in_time: false, first_response_seconds: null,
    resolution_seconds: null, resolution_business_seconds: null, one_touch: null, repeat_contact_at: null, repeat_contact_7d: false, first_contact_resolved: null,
    contained: null, recurs: null,
  }],
  ['C3', {
    response_due_at: '04-11 10:30', resolution_due_at: '04-12 09:30', first_response_business_seconds: 5400, resolution_business_seconds: 36_000, responded_in_time: true,
    resolved_in_time: true, one_touch: true, first_contact_resolved: true, order_id: null, ordered_on: null, categories: [], failures: [], loyalty: null,
  }],
  ['C4', {
    response_due_at: '07-01 10:00', resolution_due_at: '07-01 18:00', responded_in_time: null, resolved_in_time: null, unanswered: null, repeat_contact_7d: null,
    first_contact_resolved: null, back_within_90d: null,
  }],
])('the journey of case %s', async (name, facts) => {
  expect(await says('case_journey', isA('service_cases', name, 'case_id'), facts)).toEqual(facts);
}); // prettier-ignore

it('a case is followed for ninety days, however the shop ends', async () => {
  await database.pool.query(`update core.shops set as_of = '2025-07-07' where shop = 'tiny'`);
  const facts = { back_within_90d: true, referred_within_90d: true };
  expect(await says('case_journey', isA('service_cases', 'C1', 'case_id'), facts)).toEqual(facts);
  await database.pool.query(`update core.shops set as_of = '2025-06-30' where shop = 'tiny'`);
});

it.each<[string, string, Facts]>([
  ['return_journey', isA('returns', 'R1', 'return_id'), {
    review_seconds: 7200, ship_back_seconds: 86_400, way_back_seconds: 172_800, refund_seconds: 86_400, request_to_money_seconds: 352_800, refunded_in_time: true,
    approved: true, quality: true, logistics: false, first_of_order: true, policy_kept: true, category_code: 'lamps', merchant_external_id: null, refunded_minor: 5000,
  }],
  ['review_journey', isA('reviews', 'bad', 'review_id'), {
    answered_on: '2025-04-26', replied_seconds: 82_800, replied_48h: true, recovered: true, follow_up: false, negative: true, spontaneous: true, days_after_delivery: 3,
    category_code: null,
  }],
  ['review_journey', isA('reviews', 'better', 'review_id'), { follow_up: true, recovered: null, replied_seconds: null, replied_48h: false, positive: true }],
  ['payment_facts', isA('payment', 'K1/1', 'payment_id'), { succeeded: false, failure: 'declined', attempted_on: '2025-04-20', paid_minor: 0, amount_minor: 12_000 }],
  ['payment_facts', isA('payment', 'K1/2', 'payment_id'), { succeeded: true, paid_minor: 12_000 }],
  ['item_facts', isA('item', 'K1/1', 'item_id'), { returned: true, returned_units: 1, quality_return: true, defect: true, picked_right: true, units: 2, merchant_external_id: 'm1' }],
  ['item_facts', isA('item', 'K1/2', 'item_id'), { returned: false, returned_units: 0, quality_return: false, defect: false, picked_right: false }],
  ['message_facts', isA('messages', 'notice', 'message_id'), { due_on: '2025-04-05', promise_kept: false, lateness: 'late', reviewed_30d: null }],
  ['compensation_facts', isA('compensations', 'sorry', 'compensation_id'), { failure: 'damaged', channel: 'chat', carrier_code: 'swift' }],
  ['damage_facts', isA('shipments', 'B1 parcel', 'parcel_id'), { damaged_on: '2025-04-03', ordered_on: '2025-04-01', carrier_code: 'swift', category_code: 'lamps', merchant_external_id: 'm1' }],
  ['referral_facts', isA('referrals', 'to Eve', 'referral_id'), { joined_90d: null, ordered_90d: null, nth: 1, days_to_next: null }],
  ['visit_journey', 'true', {
    visited_on: '2025-06-01', origin: 'ads', touches: 10, pages: 2, searches: 2, zero_result_searches: 1, searches_clicked: 1, searches_ordered: 2, products_viewed: 1,
    reviews_viewed: 1, searched: true, viewed: true, carted: true, checked_out: true, paid: true, consulted: true, consulted_paid_same_day: true, consulted_paid_3d: true,
    seconds: 1860, highest_rating_seen: 4.6, load_ms_max: 1200, order_id: tiny.id('order', 'D1'), identified: true,
  }],
  ['product_view_facts', 'true', { viewed_at: '06-01 20:04', times: 1, rating: 4.6, reviews_viewed: true, carted: true, bought: true, category_code: 'lamps', origin: 'ads' }],
])('%s tells what happened (%#)', async (relation, where, facts) => {
  expect(await says(relation, where, facts)).toEqual(facts);
}); // prettier-ignore

it('levels are the sums of their changes', async () => {
  const level = async (name: string, day: string, code = '') => {
    const { rows } = await database.pool.query<{ n: number | null }>(
      'select sum(change)::int as n from journey.loyalty_changes where shop = $1 and level = $2 and code = $3 and day <= $4',
      ['tiny', name, code, day],
    );
    return rows[0]?.n ?? 0;
  };
  expect(await level('active', '2025-06-30')).toBe(4);
  expect(await level('active', '2026-05-29')).toBe(3);
  expect(await level('active', '2026-05-30')).toBe(2);
  const loyal = ['03-20', '03-21', '04-20', '04-21', '05-30', '06-30', '07-14', '07-15'].map((day) => level('loyal', `2025-${day}`));
  expect(await Promise.all(loyal)).toEqual([0, 1, 1, 0, 1, 2, 2, 1]);
  expect([await level('member', '2025-05-15', 'silver'), await level('member', '2025-06-02', 'silver'), await level('member', '2025-06-02', 'gold')]).toEqual([1, 0, 1]);
  expect([await level('points', '2025-06-02'), await level('points', '2025-06-03')]).toEqual([100, 70]);
}); // prettier-ignore

it.each([
  ['order_steps', isA('order', 'B1', 'order_id'), 'ordered 300 paid 35700 handed_over 3600 first_scan 216000 delay_notified 7200 first_attempt 104400 delivered 3600 contacted 0 complained 63000 compensated'],
  ['parcel_steps', isA('shipments', 'B1 parcel', 'parcel_id'), 'picked_up 21600 arrived 86400 damaged 115200 attempt_failed 104400 delivered'],
  ['return_steps', isA('returns', 'R1', 'return_id'), 'requested 7200 approved 86400 shipped 172800 received 86400 refunded'],
  ['case_steps', isA('service_cases', 'C1', 'case_id'), 'bot_reply'],
])('%s say which step follows which, and after how long', async (relation, where, walk) => {
  const { rows } = await database.pool.query<{ from_step: string; to_step: string | null; seconds: number | null }>(
    `select from_step, to_step, seconds from journey.${relation} where ${where} order by nth`,
  );
  expect(rows.map(({ from_step, seconds }) => `${from_step}${seconds === null ? '' : ` ${seconds}`}`).join(' ')).toBe(walk);
  expect(rows.map((row) => row.to_step)).toEqual([...rows.slice(1).map((row) => row.from_step), null]);
}); // prettier-ignore
