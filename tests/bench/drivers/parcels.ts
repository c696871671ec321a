/** What hangs on the orders of a filled shop: a parcel with its scans for each, a review for those reviewed, a case for those complained of. */
export const hanging = `
insert into core.shipments (customer_id, id, order_id, shop, external_id, carrier_code, packaging, protection, file_time, file_id, record_no, row_hash)
select customer_id, md5('p' || order_id)::uuid, order_id, shop, 'p' || order_id, carrier_code, (array['carton', 'plastic', 'recycled'])[1 + (hashtext(order_id::text) & 1023) % 3],
  (array['none', 'padded', 'fragile'])[1 + (hashtext(order_id::text) & 2047) % 3], now(), '00000000-0000-0000-0000-00000000be2c', 1, 1 from journey.order_journey;
insert into journey.parcel_scans (customer_id, shipment_id, order_id, shop, scans, first_scan_at, last_scan_at, attempts, first_attempt_succeeded, hubs, longest_silence_seconds, scan_lag_seconds, scan_lag_scans,
  damaged, lost, delayed, returned, ended)
select customer_id, md5('p' || order_id)::uuid, order_id, shop, 6, ordered_at, ordered_at + interval '3 days', 1, (hashtext(order_id::text) & 1023) % 20 > 0, 3, 3600 * ((hashtext(order_id::text) & 1023) % 60), 60, 6,
  false, false, false, false, true from journey.order_journey;
insert into core.reviews (customer_id, id, order_id, shop, external_id, review_ref, score, answered_at, file_time, file_id, record_no, row_hash)
select customer_id, md5('r' || order_id)::uuid, order_id, shop, 'r' || order_id, 'r' || order_id, score_sum, first_answered_at, now(), '00000000-0000-0000-0000-00000000be2c', 1, 1
from journey.order_journey where reviews_count > 0;
insert into core.service_cases (customer_id, id, order_id, shop, external_id, case_type, phase, channel, status, opened_at, opened_on, file_time, file_id, record_no, row_hash)
select customer_id, md5('e' || order_id)::uuid, order_id, shop, 'e' || order_id, 'complaint', 'after_sale', 'chat', 'resolved', first_complaint_at, ordered_on + 6, now(),
  '00000000-0000-0000-0000-00000000be2c', 1, 1 from journey.order_journey where complaints_count > 0`;
