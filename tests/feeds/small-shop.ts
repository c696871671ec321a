import type { FeedName } from '@rapport/etl';
import type { Row } from './house.ts';
import type { MadeSource } from './made-source.ts';
import { caseStep, compensation, consent, link, order, parcel, scan, serviceCase, touch } from './rows.ts';

/** One shop whose feeds come from six systems, as in the demo shop; every feed is there. */
export const sixSources: MadeSource[] = (
  [
    ['back', ['regions', 'categories', 'calendar_events', 'initiatives', 'geolocations', 'merchants', 'products', 'certificates', 'sanctions', 'costs', 'fx_rates', 'customers', 'orders', 'order_items', 'payments']],
    ['ways', ['carriers', 'stations', 'shipments', 'tracking_events']],
    ['desk', ['agents', 'sla_policies', 'assessments', 'service_cases', 'case_events', 'compensations', 'returns', 'messages']],
    ['voice', ['mentions', 'reviews', 'surveys', 'referrals']],
    ['club', ['customer_links', 'loyalty_events', 'consents']],
    ['site', ['touchpoints']],
  ] as [string, FeedName[]][]
).map(([name, feeds]) => ({ name, shop: 'tried', feeds, delivery: 'delta' })); // prettier-ignore

/** What one system gives at one time. */
export interface Delivery {
  source: string;
  name: string;
  at: number;
  files: Partial<Record<FeedName, Row[]>>;
}

/** Numbers that depend on nothing but the seed. */
export function dice(seed: number): (sides: number) => number {
  let state = (seed * 2_654_435_761 + 97) % 2_147_483_648;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

export function shuffled<T>(values: readonly T[], seed: number): T[] {
  const roll = dice(seed);
  const left = [...values];
  return values.flatMap(() => left.splice(roll(left.length), 1));
}

const day = (n: number, hour = 8): string => new Date(Date.UTC(2025, 0, 1 + n, hour)).toISOString();
const date = (n: number): string => day(n).slice(0, 10);
const range = (n: number): number[] => Array.from({ length: n }, (_, at) => at);
const ORDERS = 24;
const person = (n: number): string => `u${n % 9}`;

/** First what each system knew early, then what it knew later: corrections, other owners, more of everything. */
export function smallShop(): Delivery[] {
  return [0, 1].flatMap((wave) =>
    Object.entries(wavesOf(wave)).map(([source, files], at) => ({
      source,
      name: String(wave + 1),
      at: Date.UTC(2025, 5, 1 + wave, at),
      files: versioned(files, wave),
    })),
  );
}

/** Feeds that have versions say when the row was last changed; the second wave is the younger. */
function versioned(files: Delivery['files'], wave: number): Delivery['files'] {
  const unversioned = new Set<string>(['regions', 'categories', 'carriers', 'stations', 'agents', 'sla_policies', 'calendar_events', 'initiatives', 'geolocations']); // prettier-ignore
  return Object.fromEntries(
    Object.entries(files).map(([feed, rows]) => [
      feed,
      unversioned.has(feed) ? rows : rows.map((row) => ({ ...row, source_version: day(200 + wave) })),
    ]),
  );
}

function wavesOf(wave: number): Record<string, Delivery['files']> {
  const mine = range(ORDERS).filter((n) => (wave === 1 ? n % 3 === 0 || n >= 18 : n < 18));
  const label = (code: string): Row => ({ external_id: code, label_en: code, label_zh: code });
  const once = (feed: FeedName, rows: Row[]): Delivery['files'] => (wave === 0 ? { [feed]: rows } : {});
  const buyer = (n: number): string | null => (n % 7 === 3 ? null : person(wave === 1 && n % 6 === 0 ? n + 1 : n));
  return {
    back: {
      ...once('regions', [label('r1'), label('r2')]),
      ...once('categories', [label('k1'), label('k2')]),
      ...once('calendar_events', [{ ...label('sale'), kind: 'promotion', starts_on: date(5), ends_on: date(7) }]),
      ...once('initiatives', [{ ...label('fast'), starts_on: date(3), cost: '1000.00' }]),
      ...once('geolocations', [{ zip_prefix: '1000', latitude: 30, longitude: 120 }]),
      ...once('fx_rates', [{ external_id: 'x', day: date(1), from_currency: 'USD', to_currency: 'CNY', rate: '7.1' }]),
      merchants: [{ external_id: 'm1', title: `shop ${wave}`, region_code: 'r1' }],
      products: range(4).map((n) => ({ external_id: `s${n}`, title: `thing ${n}`, category_code: `k${(n + wave) % 2}`, merchant_ref: `m${n % 2}` })),
      certificates: [{ external_id: 'q1', merchant_ref: 'm2', kind: 'inspection', outcome: wave === 1 ? 'failed' : 'passed' }],
      sanctions: [{ external_id: 'f1', merchant_ref: 'm2', violation: 'unsafe', violated_on: date(2) }],
      costs: [{ external_id: 'e1', kind: 'campaign', spent_on: date(1), amount: '12.50' }],
      customers: range(6 + wave).map((n) => ({ external_id: `u${n}`, region_code: 'r1', registered_at: day(0) })),
      orders: mine.map((n) => order(`o${n}`, buyer(n), { ordered_at: day(n), promised_on: date(n + 3), status: wave === 1 && n % 5 === 0 ? 'canceled' : 'delivered', region_code: `r${n % 3}` })),
      order_items: mine.map((n) => ({ external_id: `i${n}`, order_ref: `o${n}`, item_no: 1, product_ref: `s${n % 5}`, merchant_ref: 'm1', price: `${n + wave}.10` })),
      payments: mine.map((n) => ({ external_id: `y${n}`, order_ref: `o${n}`, payment_no: 1, method: 'alipay', amount: `${n}.10`, outcome: n % 4 === 0 ? 'failed' : 'succeeded', attempted_at: day(n) })),
    },
    ways: {
      ...once('carriers', [label('sf')]),
      ...once('stations', [{ ...label('st1'), carrier_code: 'yto' }]),
      shipments: mine.map((n) => parcel(`p${n}`, `o${wave === 1 && n === 12 ? 13 : n}`, { handed_over_at: day(n + 1), delivered_at: day(n + 2 + (n % 4)) })),
      tracking_events: mine.flatMap((n) => range(3).map((step) => scan(String(step), `p${n}`, day(n + 1 + step * 9), { detail: wave === 1 && step === 2 ? 'again' : null }))),
    },
    desk: {
      ...once('agents', [{ ...label('ag1'), team: 'a' }]),
      ...once('sla_policies', [{ ...label('sla'), channel: 'chat', first_response_seconds: 60 }]),
      assessments: [{ external_id: 'w1', agent_code: 'ag2', kind: 'qa', score: '80.5', happened_on: date(4) }],
      service_cases: mine.map((n) => serviceCase(`c${n}`, n % 2 === 0 ? { order_ref: `o${n}` } : n % 3 === 0 && wave === 0 ? {} : { customer_ref: person(n) }, { opened_at: day(n + 4), product_ref: `s${n % 5}`, agent_code: 'ag1', status: wave === 1 ? 'closed' : 'open' })),
      case_events: mine.flatMap((n) => range(2).map((step) => caseStep(String(step), `c${n}`, day(n + 4 + step * 20)))),
      compensations: mine.filter((n) => n % 4 === 0).map((n) => compensation(`k${n}`, { case_ref: `c${n}`, ...(n % 8 === 0 ? { order_ref: `o${n}` } : {}) })),
      returns: mine.filter((n) => n % 5 === 0).map((n) => ({ external_id: `z${n}`, order_ref: `o${n}`, kind: 'return', reason: 'quality', status: 'requested', requested_at: day(n + 6), product_ref: 's9' })),
      messages: mine.filter((n) => n % 6 === 0).map((n) => ({ external_id: `b${n}`, order_ref: `o${n}`, kind: 'delay_notice', channel: 'sms', sent_at: day(n + 3) })),
    },
    voice: {
      mentions: [{ external_id: 'j1', platform: 'weibo', mentioned_at: day(3), product_ref: 's8', sentiment: wave }],
      reviews: mine.filter((n) => n % 3 === 0).map((n) => ({ external_id: `v${n}`, order_ref: `o${n}`, review_ref: `v${n}`, score: 1 + ((n + wave) % 5), answered_at: day(n + 8) })),
      surveys: mine.filter((n) => n % 3 === 1).map((n) => ({ external_id: `t${n}`, ...(n % 2 === 0 ? { order_ref: `o${n}` } : { case_ref: `c${n}` }), kind: 'nps', sent_at: day(n + 9), score: wave === 1 ? 9 : null, answered_at: wave === 1 ? day(n + 10) : null })),
      referrals: mine.filter((n) => n % 9 === 0).map((n) => ({ external_id: `h${n}`, customer_ref: person(n), referred_at: day(n + 10), friend_ref: `u${n % 5}` })),
    },
    club: {
      customer_links: [link('u1', wave === 1 ? 'u3' : 'u2'), link('visitor:w1', 'u1'), ...(wave === 1 ? [link('u2', 'u4'), link('u7', 'u8'), link('u8', 'u7')] : [])],
      loyalty_events: mine.filter((n) => n % 2 === 0).map((n) => ({ external_id: `l${n}`, ...(n % 4 === 0 ? { order_ref: `o${n}` } : { customer_ref: person(n) }), kind: 'earned', points: n + wave, occurred_at: day(n) })),
      consents: mine.filter((n) => n % 5 === 0).map((n) => consent(`n${n}`, person(n), { granted: wave === 0 })),
    },
    site: {
      touchpoints: mine.map((n) => touch(`a${n}`, { visit_ref: `x${n % 6}`, visitor_ref: n % 4 === 0 ? null : `w${n % 3}`, customer_ref: n % 5 === 0 ? person(n) : null }, { occurred_at: day(n - 1), product_ref: `s${n % 7}`, kind: 'product_view' })),
    },
  }; // prettier-ignore
}
