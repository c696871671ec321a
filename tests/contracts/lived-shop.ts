import { randomJourneys } from '../golden/journeys/random-journeys.ts';
import { dice } from '../golden/random-shop.ts';
import type { Shop } from '../testkit/shop.ts';

/** A random shop with rows in every feed, so that every list of the API has something to show. */
export function livedShop(): Shop {
  const shop = randomJourneys(7, 300, 'lived');
  const { pick, below, chance } = dice(8);
  for (const code of ['swift', 'slow']) shop.put('carriers', code, { code, label_en: code, label_zh: code });
  for (const code of ['s1', 's2'])
    shop.put('stations', code, { code, label_en: code, carrier_code: 'swift', region_code: 'east' });
  for (const code of ['a1', 'a2', 'a3']) {
    shop.put('agents', code, { code, label_en: `Agent ${code}`, label_zh: `客服 ${code}`, team: pick(['day', 'night']), hired_on: '2024-01-01' });
    shop.put('assessments', code, { id: shop.id('assessment', code), external_id: code, agent_code: code, kind: 'qa', topic: 'refund', score: 80 + below(20), happened_on: '2024-05-01' });
  } // prettier-ignore
  for (const row of shop.all('service_cases'))
    Object.assign(row, { agent_code: pick(['a1', 'a2', 'a3']), team: 'day', text: chance(0.5) ? '快递去哪了' : null });
  for (let n = 1; n <= 40; n += 1) {
    const at = `2024-0${1 + below(9)}-1${below(9)}T08:00:00Z`;
    shop.put('mentions', `M${n}`, { id: shop.id('mention', `M${n}`), external_id: `M${n}`, platform: pick(['weibo', 'forum']), mentioned_at: at, mentioned_on: at.slice(0, 10), sentiment: below(3) - 1, reach: below(9000), text: 'mentioned' });
  } // prettier-ignore
  for (const row of shop.all('customers').slice(0, 20)) {
    const customer = String(row.external_id);
    shop.put('consents', customer, { customer_id: row.customer_id, id: shop.id('consent', customer), external_id: customer, purpose: 'analytics', granted: chance(0.5), decided_at: '2024-02-01T00:00:00Z' });
  } // prettier-ignore
  const seller = shop.all('merchants')[0];
  for (const row of shop.all('products')) row.merchant_id = seller?.id;
  for (const row of shop.all('reviews')) {
    const order = shop.all('orders').find(({ id }) => id === row.order_id);
    row.answered_at = new Date(Date.parse(String(order?.ordered_at)) + 9 * 86_400_000).toISOString();
  }
  for (const row of shop.all('merchants')) {
    const merchant = String(row.external_id);
    shop.put('certificates', merchant, { id: shop.id('certificate', merchant), external_id: merchant, merchant_id: row.id, kind: 'licence', issued_on: '2024-01-01' });
    shop.put('sanctions', merchant, { id: shop.id('sanction', merchant), external_id: merchant, merchant_id: row.id, violation: 'late_shipment', violated_on: '2024-03-01', sanctioned_on: '2024-03-09', measure: 'warning' });
  } // prettier-ignore
  return shop;
}
