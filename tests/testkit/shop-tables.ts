export type Row = Record<string, unknown>;

/** Tables of core that a shop written by hand may fill. */
export const tables = [
  'regions',
  'categories',
  'merchants',
  'products',
  'customers',
  'orders',
  'order_items',
  'payments',
  'shipments',
  'reviews',
  'carriers',
  'stations',
  'agents',
  'sla_policies',
  'calendar_events',
  'certificates',
  'sanctions',
  'assessments',
  'mentions',
  'costs',
  'consents',
  'loyalty_events',
  'referrals',
  'messages',
  'surveys',
  'returns',
  'compensations',
  'service_cases',
  'tracking_events',
  'case_events',
  'touchpoints',
] as const;
export type ShopTable = (typeof tables)[number];
/** What a row of the database is where a hand-written one says nothing. */
export const usual: Partial<Record<ShopTable, Row>> = {
  payments: { kind: 'full', outcome: 'succeeded' },
  returns: { units: 1, amount_minor: 0 },
  loyalty_events: { points: 0 },
  service_cases: { transfers: 0, replies: 0, reopens: 0 },
};
