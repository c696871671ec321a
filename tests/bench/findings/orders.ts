import { HISTORY, roll, type More } from '../metrics/orders.ts';

const late = 'delivered and delivered_on > promised_on';
const damaged = `(delivered and ${roll(30, 1000)} < 15)`;
const faulty = `(delivered and ${roll(31, 1000)} < 30)`;
const failed = `(${late} or ${damaged} or ${faulty})`;
const given = `(${failed} and ${roll(32, 100)} < 40)`;
const asked = `(${roll(33, 100)} < 8)`;

/** What findings read of an order beyond what metrics are timed with: other failures than lateness, what was given for them, contacts, tiers. */
const columns: More['columns'] = {
  damaged,
  failures: `array_remove(array[case when ${damaged} then 'damaged' end, case when ${late} then 'late' end, case when ${faulty} then 'quality' end], null)`,
  compensations_count: `${given}::int`,
  compensated_minor: `case when ${given} then 500 + ${roll(34, 3_000)} else 0 end`,
  first_compensated_at: `case when ${given} then ordered_at + interval '9 days' end`,
  cases_count: `complained::int + ${asked}::int`,
  wismo_count: `${asked}::int`,
  first_contact_at: `case when ${asked} then ordered_at + interval '3 days' when complained then ordered_at + interval '6 days' end`,
  service_cost_minor: `case when complained or ${asked} then 300 + ${roll(35, 900)} end`,
  tier: `(array[null, null, null, null, 'bronze', 'silver', 'silver', 'gold', 'gold', 'platinum'])[1 + c % 10]`,
  loyalty: `case when valid_prev_on is null then 'new' when valid_prev2_on > ordered_on - 365 then 'loyal' else 'occasional' end`,
  peak: `case when to_char(ordered_on, 'MM-DD') between '11-01' and '11-12' or to_char(ordered_on, 'MM-DD') between '06-01' and '06-18' then 'peak' else 'normal' end`,
  items_checked: '1',
  items_mispicked: `(${roll(36, 200)} = 0)::int`,
  first_touch_at: `case when c % 3 > 0 then ordered_at - interval '40 minutes' end`,
  reviews_read: `case when c % 3 > 0 then ${roll(37, 100)} < 70 end`,
  delivery_option: `(array['door', 'locker', 'station'])[1 + ${roll(38, 3)}]`,
};

/** The same for all orders of a customer `c`. */
const own = (use: number): string => `(1 + ((hashint8(c * 64 + ${use}) & 2147483647) % 1000000)) / 1000001.0`;
const came = `floor(${HISTORY.days} * ${own(39)})`;
const stayed = `least(-500 * ln(${own(40)}), ${HISTORY.days} - 1 - ${came})`;

/** A shop whose customers come at paces of their own, stay for a time and leave. */
export const livelier: More = {
  columns,
  regular: (many) => `floor(${many} * power(${roll(1, 1_000_000)} / 1e6, 1.5))::bigint`,
  placed: `floor(${came} + (${stayed} + 0.999) * ${roll(3, 1_000_000)} / 1e6)::integer`,
};
