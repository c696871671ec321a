import type { Counted, KnownOn, Outcome } from '../grammar.ts';
import type { Fact } from '../facts.ts';
import { literal, raw, sql, type Sql } from '../sql.ts';

/** The shop's day of a moment of row `j`. */
export const dayOf = (moment: string): Sql => raw(`(j.${moment} at time zone s.zone)::date`);

/** Outcomes by the day of their order. */
export const ofOrders = (fact: Fact, count: Outcome['count'], day: Sql): Outcome => ({
  fact,
  clock: 'order',
  count,
  day,
});

/** Rows of a whole that are decided on a day: above the line or not. */
export const decidedOn = (fact: Fact, whole: Counted, part: Sql, day: Sql): KnownOn => {
  const among = whole !== 'every row' && 'where' in whole ? sql`(${whole.where}) and (${part})` : part;
  return { part: ofOrders(fact, { where: among }, day), whole: ofOrders(fact, whole, day) };
};

/** The day a parcel was first scanned so. */
export const firstScan = (kind: 'damaged' | 'delayed' | 'lost'): Sql =>
  sql`(select min((e.occurred_at at time zone s.zone)::date) from core.tracking_events e where e.customer_id = j.customer_id and e.shipment_id = j.parcel_id and e.kind = ${literal(kind)} and e.deleted_at is null)`;
