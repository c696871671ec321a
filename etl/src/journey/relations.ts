import type { Queryable } from '@rapport/model/schema';

/** What the plain order journey is made of. */
export const plainTables = ['customers', 'orders', 'order_items', 'payments', 'shipments', 'reviews'] as const;
/** What else hangs on a customer and shapes facts. */
export const furtherTables = [
  'tracking_events',
  'service_cases',
  'case_events',
  'returns',
  'compensations',
  'surveys',
  'messages',
  'referrals',
  'loyalty_events',
  'touchpoints',
] as const;
export const journeyTables = [...plainTables, ...furtherTables] as const;
export type JourneyTable = (typeof journeyTables)[number];

/** Where a journey is read from: SQL that stands for a relation of live rows, and for the name of the shop's zone. */
export interface JourneyRelations {
  mine(table: JourneyTable): string;
  products: string;
  merchants: string;
  zone: string;
}

/** The live rows of one shop; `shop` is a literal. */
export const wholeShop = (shop: string): JourneyRelations => ({
  mine: (table) => `(select * from core.${table} where deleted_at is null and shop = ${shop})`,
  products: 'core.products',
  merchants: 'core.merchants',
  zone: `(select zone from core.shops where shop = ${shop})`,
});

const traitsOf = {
  payments_told: `payments where outcome = 'failed' or kind <> 'full' or paid_at is not null or charged_back_at is not null`,
  parcels_told: `shipments where carrier_code is not null or station_code is not null or delivery_option is not null or service_level is not null or cost_minor is not null or outcome is not null`,
  lines_checked: `order_items where picked_right is not null`,
} as const;

/** What the rows in scope tell at all: a part of the journey of which nothing is known is left out of the statement. */
export type Trait = JourneyTable | keyof typeof traitsOf | 'calendar_events' | 'parcel_scans';

/** Relations with what they tell. */
export interface JourneyInputs extends JourneyRelations {
  traits: ReadonlySet<Trait>;
  /** (day) of promotions and holidays. */
  peakDays: string;
  parcelScans: string;
}

/** What each of these relations tells: asked once, so that empty feeds cost nothing afterwards. */
export async function toldBy(db: Queryable, relations: Readonly<Partial<Record<string, string>>>): Promise<Set<Trait>> {
  const questions = Object.entries(relations).map(([trait, rows]) => `exists (select from ${rows}) as "${trait}"`);
  if (questions.length === 0) return new Set();
  const { rows } = await db.query<Record<string, boolean>>(`select ${questions.join(', ')}`);
  return new Set(
    Object.entries(rows[0] ?? {})
      .filter(([, told]) => told)
      .map(([trait]) => trait as Trait),
  );
}

/** The questions about the plain tables: do they hold more than a plain order has? */
export function traitQuestions(mine: (table: JourneyTable) => string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(traitsOf).map(([trait, question]) => {
      const [table = '', condition = ''] = question.split(' where ');
      return [trait, `${mine(table as JourneyTable)} told where ${condition}`];
    }),
  );
}

/** Days of promotions and holidays of a shop. */
export const peakDaysOf = (shop: string): string =>
  `(select distinct starts_on + nth as day from core.calendar_events,
     lateral generate_series(0, coalesce(ends_on, starts_on) - starts_on) nth
     where shop = ${shop} and kind in ('promotion', 'holiday'))`;
