import { readEvents } from '../../metrics/events/known-events.ts';
import type { EventSeries } from '../../metrics/events/series.ts';
import { dayNumber, dayText } from '../../metrics/planner/calendar.ts';
import type { Queryable } from '../../schema/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { AFTER, BEFORE, type History } from './peak.ts';

/** Three peaks of each event, and the months before the first. */
const HISTORY_DAYS = 1_215;

export const measures = ['ORDERS', 'PARCELS', 'CONTACTS'] as const;
export type Measure = (typeof measures)[number];

export const measureTitles: Record<Measure, LocalizedText> = {
  ORDERS: { en: 'Orders', zh: '订单' },
  PARCELS: { en: 'Parcels handed over', zh: '揽收包裹' },
  CONTACTS: { en: 'Contacts that reach a person', zh: '人工接待工单' },
};

/** One statement a measure: how many on each day. */
const COUNTS: Record<Measure, string> = {
  ORDERS: `select ordered_on as day, count(*)::integer as n from journey.order_journey where shop = $1 and ordered_on between $2::date and $3::date group by 1`,
  PARCELS: `select picked_up_on as day, count(*)::integer as n from journey.parcel_journey where shop = $1 and picked_up_on between $2::date and $3::date group by 1`,
  CONTACTS: `select opened_on as day, count(*)::integer as n from journey.case_journey where shop = $1 and opened_on between $2::date and $3::date and handled_by is distinct from 'bot' group by 1`,
};

export interface ShopHistory {
  shop: string;
  asOf: string;
  first: number;
  /** The last day known, from the first. */
  known: number;
  events: readonly EventSeries[];
}

export async function readShopHistory(db: Queryable, shop: string): Promise<ShopHistory | null> {
  const { rows } = await db.query<{ asOf: string | null }>(
    `/* forecast: shop */ select as_of::text as "asOf" from core.shops where shop = $1`,
    [shop],
  );
  const asOf = rows[0]?.asOf;
  if (!asOf) return null;
  const events = await readEvents(db, [{ dimension: 'SHOP', codes: [shop], excludes: false }]);
  const first = dayNumber(asOf) - HISTORY_DAYS + 1;
  return { shop, asOf, first, known: HISTORY_DAYS - 1, events };
}

export async function readMeasure(db: Queryable, shop: ShopHistory, measure: Measure): Promise<History> {
  const { rows } = await db.query<{ day: string; n: number }>(
    `/* forecast: ${measure} */ select c.day::text as day, c.n from (${COUNTS[measure]}) c`,
    [shop.shop, dayText(shop.first), shop.asOf],
  );
  const counts = new Float64Array(HISTORY_DAYS);
  for (const { day, n } of rows) counts[dayNumber(day) - shop.first] = n;
  return cutToHistory(counts, shop);
}

/** Before the first day that brought anything nothing is known: those days are no calm days. */
function cutToHistory(counts: Float64Array, { first, events }: ShopHistory): History {
  const begins = counts.findIndex((count) => count > 0);
  const special = new Set<number>();
  for (const { days } of events)
    for (const day of days) {
      const zero = dayNumber(day) - first;
      for (let each = zero - BEFORE; each <= zero + AFTER; each += 1) special.add(each);
    }
  return {
    counts,
    weekday: new Date(first * 86_400_000).getUTCDay(),
    special: (day) => day < begins || begins < 0 || special.has(day),
  };
}
