import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import type { KnownName } from '../feeds/feeds.ts';
import { raw, sql, type Sql } from '../sql.ts';

/** ORDER_DATED also dates what hangs on an order by the order's day; EVENT_DATED dates a row by what happened to it. */
export type Clock = 'ORDER_DATED' | 'DUE_DATED' | 'FIRST_ORDER_DATED' | 'EVENT_DATED';

/** When a row counts: the day it is dated by, and which rows have such a day. */
export interface FactClock {
  dated: Clock;
  /** What that day is. */
  meaning: LocalizedText;
  /** A column of days. Rows without one are in no period. */
  day: string;
  eligible?: Sql;
  /** Rows dated after the shop's last order day are not decided yet and stay out. */
  upToAsOf: boolean;
}

/** Where a fact keeps a dimension. */
export interface Carried {
  column: string;
  /** `cast`: a number or truth value, told as text. `array`: a row counts once in each code it holds (no nulls inside). */
  as?: 'cast' | 'array';
  /** Parallel to an array: the minor units that belong to each code. */
  money?: string;
}

/** What of a fact its daily rollups keep. */
export interface RolledUp {
  /** Each by itself; figures by another dimension, or by two, are read from the fact. */
  by: readonly Dimension[];
  /** Dimensions of so many codes that only a row a month is much smaller than the fact. */
  byMonth?: readonly Dimension[];
  /**
   * Columns of days on which a row says something else by itself, once that day is over (`+ n`: so many days later). Needed where
   * the relation reads `core.shops.as_of`: "null until 30 days are over".
   */
  changesOn?: readonly string[];
  /** Columns that change by themselves on days no column tells: what speaks of them is read from the fact. */
  untimed?: readonly string[];
  /** The table of core whose rows name a product that the relation looks up. */
  namesProductIn?: string;
  /** Where no customer stands behind it: the feeds that change it. */
  changedBy?: readonly string[];
}

/** What a row is. Conditions of metrics speak of it by the alias `j`. */
export interface Fact {
  name: string;
  /** What its rows are called: "parcels". */
  rows: LocalizedText;
  /** What a shop must tell to have such rows; a row proves it. */
  feeds: readonly KnownName[];
  relation: string;
  /** The column that tells a row from every other; a list of rows is picked by it. Absent: rows are put together, none can be listed. */
  id?: string;
  /** The customer a row belongs to, and which rows have a known one; absent: no customer stands behind it. */
  customer?: { column: string; known?: Sql };
  clocks: Readonly<Record<string, FactClock>>;
  dimensions: Readonly<Partial<Record<Dimension, Carried>>>;
  /** Absent: what it says is always read from its rows. */
  rolledUp?: RolledUp;
}

/** The shop's last order day, taken as complete: what a row's own due day or age is held against. Never the wall clock. */
export const today: Sql = sql`((select jsonb_object_agg(s.shop, s.as_of) from core.shops s) ->> j.shop)::date`;

/** What a row that hangs on an order repeats of it. */
export const ofOrder = {
  SHOP: { column: 'shop' },
  REGION: { column: 'region_code' },
  SERVICE_LEVEL: { column: 'service_level' },
  FIRST_OR_REPEAT: { column: 'first_or_repeat' },
  LOYALTY: { column: 'loyalty' },
  TIER: { column: 'tier' },
  PEAK: { column: 'peak' },
  LATE: { column: 'lateness' },
} as const satisfies Fact['dimensions'];
/** All goods of the order. */
export const wholeBasket = {
  CATEGORY: { column: 'categories', as: 'array' },
  MERCHANT: { column: 'merchants', as: 'array' },
} as const satisfies Fact['dimensions'];
/** The goods the row is about, where it says so or the order has no other. */
export const goods = {
  PRODUCT: { column: 'product_external_id' },
  CATEGORY: { column: 'category_code' },
  MERCHANT: { column: 'merchant_external_id' },
} as const satisfies Fact['dimensions'];
/** What a row that hangs on a service case repeats of it. */
export const ofCase = {
  CHANNEL: { column: 'channel' },
  TOPIC: { column: 'topic' },
  CASE_TYPE: { column: 'case_type' },
  PHASE: { column: 'phase' },
  AGENT: { column: 'agent_code' },
  TEAM: { column: 'team' },
  HANDLED_BY: { column: 'handled_by' },
} as const satisfies Fact['dimensions'];

export const eventDay = (day: string, en: string, zh: string, eligible?: Sql): FactClock => ({
  dated: 'EVENT_DATED',
  meaning: { en, zh },
  day,
  eligible,
  upToAsOf: false,
});
/** What falls due on a day: in the figures once that day has passed, whatever came of it. */
export const dueDay = (day: string, en: string, zh: string, eligible?: Sql): FactClock => ({
  dated: 'DUE_DATED',
  meaning: { en, zh },
  day,
  eligible,
  upToAsOf: true,
});
export const orderDay = (day = 'ordered_on'): FactClock => ({
  dated: 'ORDER_DATED',
  meaning: { en: 'the day of the order', zh: '下单日' },
  day,
  upToAsOf: false,
});

export const idOf = (fact: Fact): Sql => {
  if (!fact.id) throw new Error(`Rows of ${fact.relation} cannot be listed: they have no id.`);
  return raw(`j.${fact.id}`);
};
export function clockOf(fact: Fact, name: string): FactClock {
  const clock = fact.clocks[name];
  if (!clock) throw new Error(`${fact.relation} has no clock “${name}”; checkCatalogue should have said so.`);
  return clock;
}
export const isManyValued = (fact: Fact, name: Dimension): boolean => fact.dimensions[name]?.as === 'array';
export const carriedBy = (fact: Fact, name: Dimension): Carried => {
  const carried = fact.dimensions[name];
  if (!carried) throw new Error(`${fact.relation} carries no ${name}; the request should have been refused.`);
  return carried;
};
export const columnOf = (fact: Fact, name: Dimension, alias = 'j'): Sql =>
  raw(`${alias}.${carriedBy(fact, name).column}`);
/** The code of a dimension of one value; '' where the row carries none. */
export const codeOf = (fact: Fact, name: Dimension, alias = 'j'): Sql =>
  raw(`coalesce(${alias}.${carriedBy(fact, name).column}${carriedBy(fact, name).as === 'cast' ? '::text' : ''}, '')`);
