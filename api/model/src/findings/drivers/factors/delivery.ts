import type { Factor } from '../types.ts';

const delivered = {
  to: { en: 'delivered orders with a promised day', zh: '有承诺日且已送达的订单' },
  where: `j.lateness in ('late', 'on_time')`,
};
const scanned = {
  to: { en: 'orders whose parcels have scans', zh: '有物流轨迹的订单' },
  where: 'p.scanned',
};

/** What the delivery was promised to be, and what it was. */
export const deliveryFactors = {
  DAYS_LATE: {
    kind: 'quantity',
    label: { en: 'Days late', zh: '晚到天数' },
    step: { en: 'each day later than promised, up to 10', zh: '比承诺每晚一天（最多计 10 天）' },
    sql: `case when j.lateness in ('late', 'on_time') then least(greatest(j.delay_days, 0), 10) end`,
    applies: delivered,
    bands: [
      { from: 0, label: { en: 'On time', zh: '准时' } },
      { from: 1, label: { en: '1–3 days late', zh: '晚 1–3 天' } },
      { from: 4, label: { en: '4–7 days late', zh: '晚 4–7 天' } },
      { from: 8, label: { en: '8 days late and more', zh: '晚 8 天及以上' } },
    ],
  },
  NOT_DELIVERED: {
    kind: 'flag',
    label: { en: 'Not delivered though due', zh: '到期未送达' },
    sql: `case when j.lateness <> 'not_delivered' then 0 when j.promised_on <= s.as_of then 1 end`,
  },
  PROMISE_DAYS: {
    kind: 'quantity',
    label: { en: 'Length of the promise', zh: '承诺时长' },
    step: { en: 'each day the promise is longer', zh: '承诺时长每多一天' },
    sql: 'least(j.promise_days, 30)',
    bands: [
      { from: 0, label: { en: 'Same or next day', zh: '当日或次日' } },
      { from: 2, label: { en: '2–3 days', zh: '2–3 天' } },
      { from: 4, label: { en: '4–7 days', zh: '4–7 天' } },
      { from: 8, label: { en: '8 days and more', zh: '8 天及以上' } },
    ],
  },
  SERVICE_LEVEL: {
    kind: 'choice',
    dimension: 'SERVICE_LEVEL',
    label: { en: 'Service level', zh: '配送时效' },
    sql: 'j.service_level',
  },
  FIRST_ATTEMPT_FAILED: {
    kind: 'flag',
    label: { en: 'First delivery attempt failed', zh: '首次投递失败' },
    sql: 'p.attempt_failed::integer',
    applies: scanned,
  },
  SILENCE: {
    kind: 'quantity',
    label: { en: 'Longest silence of tracking', zh: '物流最长无更新' },
    step: { en: 'each day without a scan, up to 10', zh: '每多一天没有轨迹更新（最多计 10 天）' },
    sql: 'least(p.silence_days, 10)',
    applies: scanned,
    bands: [
      { from: 0, label: { en: 'Less than half a day', zh: '不足半天' } },
      { from: 0.5, label: { en: 'Half a day to one', zh: '半天到一天' } },
      { from: 1, label: { en: '1–2 days', zh: '1–2 天' } },
      { from: 2, label: { en: '2 days and more', zh: '2 天及以上' } },
    ],
  },
  DELAY_TOLD_FIRST: {
    kind: 'flag',
    label: { en: 'Told of the delay first', zh: '延误前主动告知' },
    sql: 'j.delay_notified_first::integer',
    applies: {
      to: { en: 'orders that were late', zh: '晚到的订单' },
      where: `j.lateness = 'late'`,
    },
  },
  DAMAGED_OR_LOST: {
    kind: 'flag',
    label: { en: 'Parcel damaged or lost', zh: '包裹破损或丢失' },
    sql: '(j.damaged or j.lost)::integer',
    applies: scanned,
  },
  CARRIER: { kind: 'choice', dimension: 'CARRIER', label: { en: 'Carrier', zh: '承运商' }, sql: 'j.carrier_code' },
  DELIVERY_OPTION: {
    kind: 'choice',
    dimension: 'DELIVERY_OPTION',
    label: { en: 'Delivered to', zh: '收货方式' },
    sql: 'j.delivery_option',
  },
  PACKAGING: { kind: 'choice', dimension: 'PACKAGING', label: { en: 'Packaging', zh: '包装材料' }, sql: 'p.packaging' },
  PROTECTION: {
    kind: 'choice',
    dimension: 'PROTECTION',
    label: { en: 'Protection of the parcel', zh: '包装防护' },
    sql: 'p.protection',
  },
} as const satisfies Record<string, Factor>;
