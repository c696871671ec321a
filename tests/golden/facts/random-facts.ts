import type { Row, ShopTable } from '../../testkit/shop-tables.ts';
import type { Shop } from '../../testkit/shop.ts';
import { randomJourneys } from '../journeys/random-journeys.ts';
import { DAYS, dayAt, dice } from '../random-shop.ts';
import { sayEverything } from './said-of.ts';

const HOUR = 3_600_000;
const dayOf = (at: unknown): string => new Date(Date.parse(String(at)) + 8 * HOUR).toISOString().slice(0, 10);
const withDays: readonly ShopTable[] = [
  'service_cases',
  'returns',
  'surveys',
  'messages',
  'referrals',
  'loyalty_events',
];

/** Random journeys with what no journey holds besides: mentions, costs, goods and their merchants' papers, answers to reviews, work samples. */
export function randomFacts(seed: number, orders: number, code: string): Shop {
  const made = randomJourneys(seed, orders, code);
  const { below, pick, chance } = dice(seed + 7);
  const maybe = <T>(share: number, value: T): T | null => (chance(share) ? value : null);
  const day = () => dayAt(below(DAYS));
  const moment = () => `${day()}T${String(below(24)).padStart(2, '0')}:00:00Z`;
  const after = (at: unknown, hours: number) => new Date(Date.parse(String(at)) + below(hours) * HOUR).toISOString();
  let nth = 0;
  const add = (table: ShopTable, row: Row): void => {
    const external = `${table} beside ${(nth += 1)}`;
    made.put(table, external, { id: made.id(table, external), external_id: external, ...row });
  };

  for (const product of made.all('products'))
    Object.assign(product, {
      listed_on: maybe(0.8, day()),
      attributes_required: pick([0, 5, 10]),
      attributes_given: maybe(0.8, 4 + below(7)),
      merchant_id: made.all('merchants')[below(2)]?.id,
    });
  for (const merchant of made.all('merchants'))
    Object.assign(merchant, { admitted_on: maybe(0.9, day()), certificate_required: chance(0.6) });
  const goods = () => made.all('products')[below(3)]?.id ?? null;
  const merchant = () => made.all('merchants')[below(2)]?.id ?? null;

  for (const review of made.all('reviews')) {
    const answered = moment();
    Object.assign(review, {
      answered_at: maybe(0.9, answered),
      source: maybe(0.8, pick(['written', 'default', 'rewarded'])),
      replied_at: maybe(0.6, after(answered, 90)),
      invited_at: maybe(0.4, after(answered, 1)),
      first_score: maybe(0.2, 1 + below(5)),
      changed_at: maybe(0.2, after(answered, 900)),
      product_id: maybe(0.5, goods()),
    });
  }
  for (const survey of made.all('surveys'))
    Object.assign(survey, {
      score: survey.kind === 'nps' ? maybe(0.9, below(11)) : survey.score,
      subject: pick(['service', 'shop']),
    });
  for (const contact of made.all('service_cases'))
    Object.assign(contact, {
      severity: maybe(0.7, 1 + below(3)),
      handled_by: pick(['bot', 'human', 'bot_then_human']),
      agent_code: maybe(0.7, pick(['a1', 'a2', 'a3'])),
      team: maybe(0.7, pick(['t1', 't2'])),
      cause: maybe(0.6, pick(['carrier', 'merchant', 'service'])),
      transfers: below(3),
      replies: below(5),
      reopens: below(2),
    });
  for (let extra = 0; extra < orders / 3; extra += 1) {
    const mentioned = moment();
    add('mentions', {
      platform: pick(['weibo', 'douyin']),
      mentioned_at: mentioned,
      mentioned_on: dayOf(mentioned),
      sentiment: maybe(0.9, below(3) - 1),
      reach: below(5000),
      topic: maybe(0.5, 'quality'),
      product_id: maybe(0.4, goods()),
      responded_at: maybe(0.5, after(mentioned, 60)),
    });
    add('costs', {
      kind: pick(['campaign', 'desk', 'packaging']),
      origin: maybe(0.4, 'ads'),
      spent_on: day(),
      amount_minor: below(50_000),
    });
    add('certificates', {
      kind: pick(['licence', 'inspection', 'quality']),
      merchant_id: merchant(),
      product_id: maybe(0.5, goods()),
      issued_on: day(),
      outcome: pick(['passed', 'failed', 'counterfeit', 'unsafe']),
    });
    add('sanctions', {
      merchant_id: merchant(),
      violation: pick(['counterfeit', 'late_shipment']),
      violated_on: day(),
      sanctioned_on: maybe(0.7, day()),
      measure: 'fine',
    });
    add('consents', {
      customer_id: made.all('customers')[below(5)]?.customer_id,
      purpose: pick(['marketing_sms', 'analytics']),
      granted: chance(0.6),
      decided_at: moment(),
    });
    add('assessments', {
      agent_code: pick(['a1', 'a2']),
      kind: pick(['training', 'qa']),
      topic: pick(['refund', 'invoice']),
      score: maybe(0.8, 40 + below(60)),
      happened_on: day(),
    });
  }
  sayEverything(made, seed + 8);
  for (const table of withDays)
    for (const row of made.all(table))
      for (const [column, at] of Object.entries(row))
        if (column.endsWith('_at') && at !== null) row[column.replace(/_at$/, '_on')] ??= dayOf(at);
  return made;
}
