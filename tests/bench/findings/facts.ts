import { SHOP } from '../metrics/orders.ts';
import { blame, drawn, praise, question } from './texts.ts';

const PROVENANCE = `now(), '00000000-0000-0000-0000-00000000be2c', 1, 1`;
const provenance = 'file_time, file_id, record_no, row_hash';
const PRODUCTS = 3_000;
const o = (use: number, most: number): string => drawn('o.order_id', use, most);
const orders = 'from journey.order_journey o';
/** One of the products of the order's category. */
const product = `md5('g' || (substr(o.categories[1], 2)::int + 40 * ${o(1, PRODUCTS / 40)}))::uuid`;

const shelves = `
insert into core.merchants (id, shop, external_id, title, ${provenance}) select md5('m' || n)::uuid, '${SHOP}', 'm' || n, 'Merchant ' || n, ${PROVENANCE} from generate_series(0, 299) n;
insert into core.categories (shop, code) select '${SHOP}', 'k' || n from generate_series(0, 39) n;
insert into core.products (id, shop, external_id, title, category_code, ${provenance})
select md5('g' || n)::uuid, '${SHOP}', 'g' || n, 'Product ' || n, 'k' || n % 40, ${PROVENANCE} from generate_series(0, ${PRODUCTS} - 1) n`;

const people = `
insert into core.customers (customer_id, shop, external_id, identified, region_code, registered_at, ${provenance})
select customer_id, '${SHOP}', customer_id::text, bool_or(identified), min(region_code), min(ordered_at) - ${drawn('customer_id', 1, 400)} * interval '6 hours', ${PROVENANCE} ${orders} group by customer_id`;

const lines = `
insert into core.order_items (customer_id, id, order_id, shop, external_id, item_no, product_id, merchant_id, quantity, price_minor, freight_minor, picked_right, ${provenance})
select customer_id, md5('i' || order_id)::uuid, order_id, shop, 'i', 1, ${product}, md5(merchants[1])::uuid, 1, items_minor, freight_minor, items_mispicked = 0, ${PROVENANCE} ${orders}`;

const parcels = `
insert into core.shipments (customer_id, id, order_id, shop, external_id, carrier_code, packaging, protection, service_level, handed_over_at, delivered_at, delivered_on, waybill, cost_minor, ${provenance})
select customer_id, md5('p' || order_id)::uuid, order_id, shop, 'p' || order_id, carrier_code, (array['carton', 'plastic', 'recycled'])[1 + ${o(2, 3)}], (array['none', 'padded', 'fragile'])[1 + ${o(3, 3)}],
  service_level, handed_over_at, delivered_at, delivered_on, 'w' || ${o(4, 1 << 30)}, 300 + ${o(5, 900)}, ${PROVENANCE} ${orders} where handed_over_at is not null;
insert into journey.parcel_scans (customer_id, shipment_id, order_id, shop, scans, first_scan_at, last_scan_at, out_for_delivery_at, first_attempt_at, attempts, first_attempt_succeeded, hubs, longest_silence_seconds, scan_lag_seconds,
  scan_lag_scans, damaged, lost, delayed, returned, ended)
select customer_id, md5('p' || order_id)::uuid, order_id, shop, 6, handed_over_at + ${o(6, 30)} * interval '1 hour', delivered_at, delivered_at - interval '3 hours', delivered_at, 1, ${o(7, 20)} > 0, 3, 3600 * ${o(8, 60)}, 60, 6,
  damaged, false, false, false, true ${orders} where handed_over_at is not null`;

/** Two of five reviews say something in words. */
const reviews = `
insert into core.reviews (customer_id, id, order_id, shop, external_id, review_ref, score, message, invited_at, answered_at, shown_at, replied_at, product_id, source, ${provenance})
select customer_id, id, order_id, shop, 'r' || order_id, 'r' || order_id, score, case when ${drawn('id', 9, 10)} < 4 then case when score >= 3 + ${drawn('id', 10, 2)} then ${praise('id')} else ${blame('id')} end end,
  answered_at - interval '2 days', answered_at, answered_at + interval '1 hour', case when score <= 2 then answered_at + interval '20 hours' end, product, case when ${drawn('id', 11, 10)} = 0 then 'rewarded' else 'written' end, ${PROVENANCE}
from (select o.*, md5('r' || order_id)::uuid as id, score_sum as score, first_answered_at as answered_at, ${product} as product ${orders} where reviews_count > 0) o`;

const opened = (id: string, after: string) =>
  `ordered_at + ${after} + ${drawn(id, 12, 1_000_000)} * interval '1 second'`;
const desk = (
  kind: 'complaint' | 'enquiry',
  prefix: string,
  topics: string,
  opens: string,
  words: (id: string) => string,
  where: string,
) => `
insert into core.service_cases (customer_id, id, order_id, shop, external_id, case_type, phase, channel, topic, status, opened_at, opened_on, first_response_at, resolved_at, resolved_on, handled_by, agent_code, team, transfers, replies,
  csat, csat_at, text, ${provenance})
select customer_id, id, order_id, shop, '${prefix}' || order_id, '${kind}', 'after_sale', (array['chat', 'chat', 'phone', 'email', 'social'])[1 + ${drawn('id', 13, 5)}], (${topics})[1 + ${drawn('id', 14, 4)}], 'resolved', opened_at,
  (opened_at at time zone 'Asia/Shanghai')::date, opened_at + ${drawn('id', 15, 20_000)} * interval '1 second', opened_at + ${drawn('id', 16, 200_000)} * interval '1 second',
  ((opened_at + ${drawn('id', 16, 200_000)} * interval '1 second') at time zone 'Asia/Shanghai')::date, (array['human', 'human', 'bot_then_human', 'bot'])[1 + ${drawn('id', 17, 4)}], 'a' || ${drawn('id', 18, 60)}, 't' || ${drawn('id', 18, 6)},
  ${drawn('id', 19, 3)}, 1 + ${drawn('id', 20, 4)}, case when ${drawn('id', 21, 10)} < 3 then 1 + ${drawn('id', 22, 5)} end, opened_at + interval '3 days', case when ${drawn('id', 23, 10)} < 7 then ${words('id')} end, ${PROVENANCE}
from (select o.*, md5('${prefix}' || order_id)::uuid as id, ${opens} as opened_at ${orders} where ${where}) o`;

const cases = `
${desk('complaint', 'e', `array['delivery_late', 'damaged', 'quality', 'not_as_described']`, opened('order_id', `interval '2 days'`), blame, 'complaints_count > 0')};
${desk('enquiry', 'q', `array['where_is_my_order', 'refund', 'invoice', 'payment']`, opened('order_id', `interval '1 hour'`), question, 'cases_count > complaints_count')};
insert into journey.case_sequels (customer_id, case_id, shop, response_due_at, resolution_due_at, first_response_business_seconds, resolution_business_seconds, ordered_next_at, bot_replies, customer_messages, compensated_minor)
select e.customer_id, e.id, e.shop, e.opened_at + interval '3 hours', e.opened_at + interval '2 days', extract(epoch from e.first_response_at - e.opened_at)::bigint, extract(epoch from e.resolved_at - e.opened_at)::bigint,
  o.valid_next_on::timestamp at time zone 'Asia/Shanghai', 0, 2, 0 from core.service_cases e join journey.order_journey o using (customer_id, order_id)`;

/** One delivered order in four is asked of one of three subjects. */
const surveys = `
insert into core.surveys (customer_id, id, order_id, shop, external_id, kind, subject, sent_at, sent_on, answered_at, answered_on, score, ${provenance})
select customer_id, md5('s' || order_id)::uuid, order_id, shop, 's' || order_id, 'csat', (array['product', 'service', 'delivery'])[1 + ${o(24, 3)}], delivered_at, delivered_on, delivered_at + interval '1 day', delivered_on + 1,
  (array[1, 3, 4, 4, 5, 5, 5, 5, 5, 5])[1 + ${o(25, 10)}], ${PROVENANCE} ${orders} where delivered_on is not null and ${o(26, 4)} = 0`;

const returns = `
insert into core.returns (customer_id, id, order_id, shop, external_id, kind, reason, product_id, status, requested_at, requested_on, approved_at, received_at, refunded_at, completed_at, amount_minor, ${provenance})
select customer_id, md5('b' || order_id)::uuid, order_id, shop, 'b' || order_id, 'return', (array['no_reason', 'quality', 'size', 'not_as_described'])[1 + ${o(27, 4)}], ${product}, 'completed', first_return_at,
  (first_return_at at time zone 'Asia/Shanghai')::date, first_return_at + interval '5 hours', first_return_at + interval '3 days', refunded_at, refunded_at, refunded_minor, ${PROVENANCE} ${orders} where returns_count > 0`;

const given = `
insert into core.compensations (customer_id, id, order_id, shop, external_id, failure, form, amount_minor, granted_at, granted_on, ${provenance})
select customer_id, md5('z' || order_id)::uuid, order_id, shop, 'z' || order_id, failures[1], 'coupon', compensated_minor, first_compensated_at, (first_compensated_at at time zone 'Asia/Shanghai')::date, ${PROVENANCE} ${orders} where compensations_count > 0;
insert into core.referrals (customer_id, id, shop, external_id, channel, referred_at, referred_on, ${provenance})
select customer_id, md5('f' || order_id)::uuid, shop, 'f' || order_id, 'link', ordered_at + interval '20 days', ordered_on + 20, ${PROVENANCE} ${orders} where identified and ${o(28, 100)} < 6;
insert into core.mentions (id, shop, external_id, platform, mentioned_at, mentioned_on, sentiment, reach, topic, product_id, text, ${provenance})
select id, '${SHOP}', 'n' || order_id, (array['weibo', 'xiaohongshu', 'douyin', 'forum'])[1 + ${drawn('id', 29, 4)}], ordered_at + interval '9 days', ordered_on + 9, ${drawn('id', 30, 3)} - 1, 1000, 'quality', product,
  case when ${drawn('id', 30, 3)} = 0 then ${blame('id')} else ${praise('id')} end, ${PROVENANCE}
from (select o.*, md5('n' || order_id)::uuid as id, ${product} as product ${orders} where ${o(31, 100)} = 0) o`;

/** Visits and products seen lie by the million and are asked of the latest days: those of the last hundred are made, ten visits an order. */
const visits = `
insert into journey.visit_journey (customer_id, visit_id, shop, identified, started_at, ended_at, visited_on, origin, touches, pages, searches, zero_result_searches, searches_clicked, searches_ordered, products_viewed, reviews_viewed,
  recommendations_shown, recommendations_clicked, searched, viewed, carted, checked_out, paid, consulted, seconds)
select customer_id, md5(order_id::text || k)::uuid, shop, identified, ordered_at - k * interval '7 hours', ordered_at - k * interval '7 hours' + interval '5 minutes', ordered_on, 'search', 3, 3, 1, 0, 1, 0, 1, 1, 0, 0, true, true, false, false,
  false, false, 300 ${orders}, generate_series(1, 10) k where ordered_on > (select max(ordered_on) - 100 from journey.order_journey);
insert into journey.product_views (customer_id, visit_id, product_id, shop, viewed_at, viewed_on, times, rating, reviews_viewed, carted, bought)
select customer_id, md5(order_id::text || k)::uuid, ${product}, shop, ordered_at - k * interval '7 hours', ordered_on, 1, 3 + ${o(32, 20)} / 10.0, k % 2 = 0, k = 1, k = 1 ${orders}, generate_series(1, 10) k
where ordered_on > (select max(ordered_on) - 100 from journey.order_journey)`;

const programme = (code: string, theme: string, metric: string, dimension: string, values: string): string =>
  `('${SHOP}', '${code}', '${code}', '${code}', '${theme}', '${metric}', '${dimension}', array[${values}], date '2025-01-15', 100000, gen_random_uuid(), 'bench')`;
const programmes = `
insert into ops.initiatives (shop, code, label_en, label_zh, theme, metric, scope_dimension, scope_values, starts_on, cost_minor, author_id, author) values
${programme('next-day', 'FAST_DELIVERY', 'REPURCHASE_RATE_90D', 'REGION', `'r1', 'r2', 'r3', 'r4', 'r5'`)},
${programme('chat', 'FASTER_SERVICE', 'CSAT', 'CHANNEL', `'chat'`)},
${programme('returns', 'AFTER_SALES', 'RETURN_RATE', 'REGION', `'r11', 'r12', 'r13'`)},
${programme('advice', 'ASSISTED_SHOPPING', 'CSAT', 'CHANNEL', `'phone'`)}`;

/** What hangs on the orders of a filled shop, a statement list a concept. */
export const hanging: Readonly<Record<string, string>> = { shelves, people, lines, parcels, reviews, cases, surveys, returns, given, visits, programmes }; // prettier-ignore
