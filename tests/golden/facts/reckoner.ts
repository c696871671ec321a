import type pg from 'pg';

/** A second opinion on the metrics over facts: rows are fetched whole and everything else is done here, row by row, without SQL. */
export type Row = Readonly<Record<string, unknown>>;

export interface Reckoning {
  numerator: number | null;
  denominator: number | null;
  value: number | null;
}

/** Rows of one relation by one of its days: those in a bucket, and all until its end. */
interface Found {
  inside: readonly Row[];
  until: readonly Row[];
}

export interface Reckoned {
  sources: readonly { relation: string; day: string; where?: (row: Row) => boolean }[];
  reckon(...found: readonly Found[]): Reckoning;
}

const has = (row: Row, column: string): boolean => row[column] !== null && row[column] !== undefined;
const number = (row: Row, column: string): number => Number(row[column] ?? 0);
const total = (rows: readonly Row[], of: (row: Row) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
const people = (rows: readonly Row[]): number =>
  new Set(rows.filter((row) => row.identified === true).map((row) => row.customer_id)).size;

const plain = (numerator: number): Reckoning => ({ numerator, denominator: null, value: numerator });
const over = (numerator: number, denominator: number, times = 1): Reckoning => ({
  numerator,
  denominator,
  value: denominator === 0 ? null : (numerator / denominator) * times,
});

/** Halfway between its two neighbours where the middle falls between them. */
function middle(values: number[], per: number): Reckoning {
  const sorted = values.sort((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.ceil((sorted.length - 1) / 2)]];
  const value = low === undefined || high === undefined ? null : (low + high) / 2 / per;
  return { numerator: null, denominator: sorted.length, value };
}

const cases = { relation: 'journey.case_journey', day: 'opened_on' };
const orders = { relation: 'journey.order_journey', day: 'ordered_on' };
const levels = (level: string) => ({
  relation: 'journey.loyalty_changes',
  day: 'day',
  where: (row: Row) => row.level === level,
});

export const reckoned: Readonly<Record<string, Reckoned>> = {
  SERVICE_CASES: { sources: [cases], reckon: ({ inside }) => plain(inside.length) },
  CSAT: {
    sources: [{ ...cases, day: 'rated_on' }],
    reckon({ inside }) {
      const rated = inside.filter((row) => has(row, 'csat'));
      return over(rated.filter((row) => number(row, 'csat') >= 4).length, rated.length);
    },
  },
  FIRST_RESPONSE_MINUTES_P50: {
    sources: [{ ...cases, day: 'first_response_on' }],
    reckon: ({ inside }) =>
      middle(
        inside.map((row) => number(row, 'first_response_seconds')),
        60,
      ),
  },
  RESPONSE_IN_TIME_RATE: {
    sources: [{ ...cases, day: 'response_due_on' }],
    reckon({ inside }) {
      const due = inside.filter((row) => has(row, 'responded_in_time'));
      return over(due.filter((row) => row.responded_in_time === true).length, due.length);
    },
  },
  CUSTOMERS_IN_CONTACT: { sources: [cases], reckon: ({ inside }) => plain(people(inside)) },
  REPEAT_CONTACT_RATE: {
    sources: [cases],
    reckon({ inside }) {
      const decided = inside.filter((row) => has(row, 'repeat_contact_7d'));
      return over(people(decided.filter((row) => row.repeat_contact_7d === true)), people(decided));
    },
  },
  COMPLAINT_RATE: {
    sources: [cases, orders],
    reckon: (contacts, placed) =>
      over(
        contacts?.inside.filter((row) => row.case_type === 'complaint').length ?? 0,
        placed?.inside.length ?? 0,
        10_000,
      ),
  },
  COMPLAINT_RATE_BY_ORDER_DATE: {
    sources: [orders],
    reckon: ({ inside }) =>
      over(
        total(inside, (row) => number(row, 'complaints_count')),
        inside.length,
        10_000,
      ),
  },
  DAMAGE_RATE: {
    sources: [{ relation: 'journey.parcel_journey', day: 'ordered_on' }],
    reckon: ({ inside }) => over(inside.filter((row) => row.damaged === true).length, inside.length, 10_000),
  },
  REQUEST_TO_MONEY_HOURS_P50: {
    sources: [{ relation: 'journey.return_journey', day: 'refunded_on' }],
    reckon: ({ inside }) =>
      middle(
        inside.map((row) => number(row, 'request_to_money_seconds')),
        3600,
      ),
  },
  COMPENSATION_COST: {
    sources: [{ relation: 'journey.compensation_facts', day: 'granted_on' }],
    reckon: ({ inside }) => plain(total(inside, (row) => number(row, 'amount_minor')) / 100),
  },
  AVERAGE_COMPENSATION: {
    sources: [{ relation: 'journey.compensation_facts', day: 'granted_on' }],
    reckon: ({ inside }) => over(total(inside, (row) => number(row, 'amount_minor')) / 100, inside.length),
  },
  NPS: {
    sources: [
      { relation: 'journey.survey_facts', day: 'answered_on', where: (row) => row.kind === 'nps' && has(row, 'score') },
    ],
    reckon({ inside }) {
      const sign = (row: Row) => (number(row, 'score') >= 9 ? 1 : number(row, 'score') <= 6 ? -1 : 0);
      return over(total(inside, sign), inside.length, 100);
    },
  },
  MEMBERS: { sources: [levels('member')], reckon: ({ until }) => plain(total(until, (row) => number(row, 'change'))) },
  POINTS_LIABILITY: {
    sources: [{ relation: 'journey.points_owed', day: 'day' }],
    reckon: ({ until }) => plain(total(until, (row) => number(row, 'change_minor')) / 100),
  },
  LOYAL_CUSTOMER_SHARE: {
    sources: [levels('loyal'), levels('active')],
    reckon: (loyal, active) =>
      over(
        total(loyal?.until ?? [], (row) => number(row, 'change')),
        total(active?.until ?? [], (row) => number(row, 'change')),
      ),
  },
  SPEND_PER_BUYER: {
    sources: [{ ...orders, where: (row) => row.identified === true && number(row, 'payments_count') > 0 }],
    reckon: ({ inside }) => over(total(inside, (row) => number(row, 'paid_minor')) / 100, people(inside)),
  },
  SERVICE_COST_PER_ORDER: {
    sources: [cases, orders],
    reckon: (contacts, placed) =>
      over(total(contacts?.inside ?? [], (row) => number(row, 'cost_minor')) / 100, placed?.inside.length ?? 0),
  },
  VISITS: {
    sources: [{ relation: 'journey.visit_journey', day: 'visited_on' }],
    reckon: ({ inside }) => plain(inside.length),
  },
};

const one =
  (column: string) =>
  (row: Row): string[] => [has(row, column) ? String(row[column]) : ''];
const several =
  (column: string) =>
  (row: Row): string[] => {
    const codes = (row[column] ?? []) as string[];
    return codes.length === 0 ? [''] : codes;
  };
const ofOrder = {
  SHOP: one('shop'),
  REGION: one('region_code'),
  SERVICE_LEVEL: one('service_level'),
  LOYALTY: one('loyalty'),
  FIRST_OR_REPEAT: one('first_or_repeat'),
  LATE: one('lateness'),
  TIER: one('tier'),
};

/** The codes a row counts in, by relation and dimension. */
export const codesOf: Readonly<Record<string, Readonly<Record<string, (row: Row) => string[]>>>> = {
  'journey.order_journey': {
    ...ofOrder,
    CATEGORY: several('categories'),
    MERCHANT: several('merchants'),
    FAILURE: several('failures'),
    CARRIER: one('carrier_code'),
    PAYMENT_ATTEMPTS: one('payment_attempts'),
  },
  'journey.case_journey': {
    ...ofOrder,
    CATEGORY: one('category_code'),
    MERCHANT: one('merchant_external_id'),
    FAILURE: several('failures'),
    CARRIER: one('carrier_code'),
    CHANNEL: one('channel'),
    TOPIC: one('topic'),
    HOUR: one('opened_hour'),
    WEEKDAY: one('opened_weekday'),
  },
  'journey.parcel_journey': {
    ...ofOrder,
    CATEGORY: several('categories'),
    CARRIER: one('carrier_code'),
    STATION: one('station_code'),
  },
  'journey.return_journey': { ...ofOrder, RETURN_REASON: one('reason'), CATEGORY: one('category_code') },
  'journey.compensation_facts': { ...ofOrder, FAILURE: one('failure'), CATEGORY: several('categories') },
  'journey.survey_facts': { ...ofOrder, CHANNEL: one('channel'), MERCHANT: several('merchants') },
  'journey.loyalty_changes': { SHOP: one('shop'), TIER: one('code') },
  'journey.points_owed': { SHOP: one('shop') },
  'journey.visit_journey': {
    SHOP: one('shop'),
    ORIGIN: one('origin'),
    DISPLAYED_RATING: (row) => [has(row, 'highest_rating_seen') ? number(row, 'highest_rating_seen').toFixed(1) : ''],
  },
};

/** Every row of every relation that is reckoned from. */
export async function rowsOfAll(pool: pg.Pool): Promise<Map<string, Row[]>> {
  const found = new Map<string, Row[]>();
  for (const relation of Object.keys(codesOf)) {
    const { rows } = await pool.query<{ row: Row }>(`select to_jsonb(j) as row from ${relation} j`);
    found.set(
      relation,
      rows.map(({ row }) => row),
    );
  }
  return found;
}
