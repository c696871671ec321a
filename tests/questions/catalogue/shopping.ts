import { count, level, people, percentile, share, sum, type Asked } from './form.ts';

const visits = 'asked.visits';
const did = (kind: string): string => `'${kind}' = any(r.kinds)`;

export const shopping: Readonly<Record<string, Asked>> = {
  VISITS: count(visits, 'visited_on'),
  VISITORS: { rows: visits, on: 'visited_on', above: 'count(distinct r.customer_id)' },
  CONSULTATION_RATE: people(visits, 'visited_on', did('consulted')),
  ENQUIRY_CONVERSION_SAME_DAY: people(visits, 'visited_on', 'r.asked_and_paid', did('consulted')),
  ENQUIRY_CONVERSION_3D: people(
    visits,
    'visited_on',
    'r.asked_and_paid_3d',
    `${did('consulted')} and r.visited_on + 2 <= r.as_of`,
  ),
  VISIT_CONVERSION_RATE: people(visits, 'visited_on', did('paid')),
  ADD_TO_CART_RATE: share(visits, 'visited_on', did('cart')),
  CHECKOUT_RATE: share(visits, 'visited_on', did('checkout'), did('cart')),
  CHECKOUT_TO_PAID_RATE: share(visits, 'visited_on', did('paid'), did('checkout')),
  SEARCHES: sum(visits, 'visited_on', 'r.searches'),
  ZERO_RESULT_RATE: {
    rows: visits,
    on: 'visited_on',
    above: 'coalesce(sum(r.found_nothing), 0)',
    below: 'coalesce(sum(r.searches), 0)',
  },
  SEARCH_TO_ORDER_RATE: {
    rows: visits,
    on: 'visited_on',
    above: 'coalesce(sum(r.searches_paid), 0)',
    below: 'coalesce(sum(r.searches), 0)',
  },
  PAGE_LOAD_MS_P75: percentile('asked.pages', 'occurred_on', 'r.load_ms', 0.75, 1000),
  REVIEW_READERS_SHARE: people('asked.orders', 'ordered_on', 'r.read_reviews', 'r.identified and r.touched'),
  VIEW_CONVERSION_RATE: share('asked.views', 'viewed_on', 'r.bought'),
  RECOMMENDATION_ACCEPTANCE_RATE: share(
    visits,
    'visited_on',
    did('recommendation_clicked'),
    did('recommendation_shown'),
  ),
  RECOMMENDATION_ORDER_RATE: share(visits, 'visited_on', did('paid'), did('recommendation_clicked')),
};

const known = 'r.outcome is not null';
const listed = '(select p.* from asked.products p where p.listed_on <= b.to_on)';
const admitted = '(select m.* from asked.merchants m where m.admitted_on <= b.to_on)';
const certified = `exists (select from core.certificates t where t.merchant_id = r.merchant_id and t.kind in ('licence', 'quality') and t.deleted_at is null and b.to_on between t.issued_on and coalesce(t.expires_on, 'infinity'))`;
const found = (outcome: string): Asked => share('asked.inspections', 'inspected_on', `r.outcome = '${outcome}'`, known);

export const products: Readonly<Record<string, Asked>> = {
  INFORMATION_COMPLETENESS: level(
    listed,
    'count(*) filter (where r.attributes_required > 0 and r.attributes_given >= r.attributes_required)',
    'count(*) filter (where r.attributes_required > 0 and r.attributes_given is not null)',
  ),
  MERCHANTS: level(admitted, 'count(*)'),
  CERTIFICATE_COVERAGE: level(
    admitted,
    `count(*) filter (where r.certificate_required and ${certified})`,
    'count(*) filter (where r.certificate_required)',
  ),
  INSPECTION_PASS_RATE: found('passed'),
  COUNTERFEIT_RATE: found('counterfeit'),
  UNSAFE_SHARE: found('unsafe'),
  SANCTIONS: count('asked.sanctions', 'sanctioned_on'),
  SANCTION_DAYS_P50: percentile('asked.sanctions', 'sanctioned_on', '(r.sanctioned_on - r.violated_on)', 0.5),
  SANCTIONED_30D_RATE: share(
    'asked.sanctions',
    'violated_on',
    'r.sanctioned_on <= r.violated_on + 30',
    'r.violated_on + 30 <= r.as_of',
  ),
};
