/** Where rows keep the code of a dimension; of several codes the row counts once in each. */
type Columns = Readonly<Record<string, string>>;
const ofOrder = {
  SHOP: 'shop',
  REGION: 'region',
  SERVICE_LEVEL: 'service_level',
  FIRST_OR_REPEAT: 'first_or_repeat',
  LOYALTY: 'loyalty',
  TIER: 'tier',
  PEAK: 'peak',
  LATE: 'lateness',
};
const basket = { CATEGORY: 'categories', MERCHANT: 'merchants' };
const goods = { PRODUCT: 'product', CATEGORY: 'category', MERCHANT: 'merchant' };
const ofCase = {
  CHANNEL: 'channel',
  TOPIC: 'topic',
  CASE_TYPE: 'case_type',
  PHASE: 'phase',
  AGENT: 'agent',
  TEAM: 'team',
  HANDLED_BY: 'handled_by',
};
const delivery = { CARRIER: 'carrier', STATION: 'station' };
const order = {
  ...ofOrder,
  ...basket,
  ...delivery,
  ORDER_STATUS: 'status',
  DELAY_BUCKET: 'delay_bucket',
  PAYMENT_METHOD: 'payment_methods',
  DELIVERY_OPTION: 'delivery_option',
  CANCEL_CAUSE: 'cancel_cause',
  PAYMENT_ATTEMPTS: 'attempts',
  FAILURE: 'failures',
  ORIGIN: 'origin',
  REVIEWS_READ: 'read_reviews',
};
const shop = { SHOP: 'shop' };
const tier = { ...shop, TIER: 'tier' };

const columns: Readonly<Record<string, Columns>> = {
  'asked.orders': order,
  'asked.lines': order,
  'asked.paid_lines': order,
  'asked.failures': { ...order, FAILURE: 'failure' },
  'asked.payments': {
    ...ofOrder,
    ...basket,
    PAYMENT_METHOD: 'payment_method',
    PAYMENT_KIND: 'payment_kind',
    ORIGIN: 'origin',
  },
  'asked.items': { ...ofOrder, ...goods, ORDER_STATUS: 'status', CARRIER: 'carrier', ORIGIN: 'origin' },
  'asked.parcels': {
    ...ofOrder,
    ...basket,
    ...delivery,
    PROMISE_RULE: 'promise_rule',
    DELIVERY_OPTION: 'delivery_option',
    PROTECTION: 'protection',
    PACKAGING: 'packaging',
  },
  'asked.cases': {
    ...ofOrder,
    ...ofCase,
    ...goods,
    ...delivery,
    CAUSE: 'cause',
    SEVERITY: 'severity',
    HOUR: 'hour',
    WEEKDAY: 'weekday',
    ORIGIN: 'origin',
    FAILURE: 'failures',
  },
  'asked.replies': { ...shop, ...ofCase },
  'asked.returns': { ...ofOrder, ...goods, ...delivery, RETURN_KIND: 'kind', RETURN_REASON: 'reason' },
  'asked.compensations': {
    ...ofOrder,
    ...basket,
    ...delivery,
    FAILURE: 'failure',
    COMPENSATION_FORM: 'form',
    CHANNEL: 'channel',
    TOPIC: 'topic',
    AGENT: 'agent',
    TEAM: 'team',
  },
  'asked.reviews': { ...ofOrder, ...goods, REVIEW_SOURCE: 'source', CARRIER: 'carrier', FAILURE: 'failures' },
  'asked.surveys': { ...ofOrder, ...basket, ...ofCase, SURVEY_SUBJECT: 'subject', CARRIER: 'carrier' },
  'asked.referrals': { ...shop, REFERRAL_CHANNEL: 'channel' },
  'asked.mentions': { ...shop, PLATFORM: 'platform', TOPIC: 'topic', PRODUCT: 'product', CATEGORY: 'category' },
  'asked.messages': {
    ...ofOrder,
    ...basket,
    MESSAGE_KIND: 'kind',
    CHANNEL: 'channel',
    EXPERIMENT_ARM: 'arm',
    CARRIER: 'carrier',
  },
  'asked.costs': { ...shop, COST_KIND: 'kind', ORIGIN: 'origin' },
  'asked.visits': { ...shop, ORIGIN: 'origin', DISPLAYED_RATING: 'highest_rating' },
  'asked.views': { ...shop, ...goods, ORIGIN: 'origin', DISPLAYED_RATING: 'rating', REVIEWS_READ: 'reviews_read' },
  'asked.pages': { ...shop, ORIGIN: 'origin' },
  'asked.member_events': tier,
  'asked.tiers': tier,
  'asked.birthdays': tier,
  'asked.days': shop,
  'asked.consents': { ...shop, CONSENT_PURPOSE: 'purpose' },
  'asked.products': { ...shop, ...goods },
  'asked.merchants': { ...shop, REGION: 'region', MERCHANT: 'merchant' },
  'asked.inspections': { ...shop, ...goods },
  'asked.sanctions': { ...shop, MERCHANT: 'merchant', VIOLATION: 'violation' },
  'asked.assessments': { ...shop, AGENT: 'agent', TEAM: 'team', TOPIC: 'topic' },
};

const several = new Set(['categories', 'merchants', 'payment_methods', 'failures']);

/** The table behind a lateral query is the last one it names of `asked`. */
const tableOf = (rows: string): string => (rows.startsWith('(') ? (/asked\.\w+/.exec(rows)?.[0] ?? rows) : rows);

export const columnOf = (rows: string, dimension: string): string | undefined => columns[tableOf(rows)]?.[dimension];

/** The codes of a row, an array: `{''}` where it carries none. */
export function codesOf(rows: string, dimension: string): string {
  const column = columnOf(rows, dimension);
  if (column === undefined) throw new Error(`${rows} have no ${dimension}: add it to tests/questions/catalogue.`);
  return several.has(column)
    ? `case when cardinality(r.${column}) = 0 then array[''] else r.${column} end`
    : `array[coalesce(r.${column}::text, '')]`;
}
