import { clockOf, codeOf } from '../../metrics/facts/fact.ts';
import { readEvents } from '../../metrics/events/known-events.ts';
import { join, raw, sql, toQuery, type Sql } from '../../metrics/sql.ts';
import type { Queryable } from '../../schema/index.ts';
import type { Dimension } from '../../vocabulary/index.ts';
import { dayNumber, dayText } from '../../metrics/planner/calendar.ts';
import type { DailyCounts } from './shop-course.ts';
import type { Watch } from './watches.ts';

/** Two years and the month before tell every season twice. */
const HISTORY_DAYS = 761;
const LONGEST_DELAY = 60;

export interface WatchedShop {
  shop: string;
  /** The last order day loaded. */
  asOf: string;
  first: number;
  days: number;
  orders: Float64Array;
  events: DailyCounts['events'];
}

export interface SliceCounts {
  dimensions: readonly Dimension[];
  codes: readonly string[];
  counts: Float64Array;
}

/** Days since 1970 of the first day of a shop's history that is read, and how many there are up to its last order day. */
export async function readShops(db: Queryable): Promise<WatchedShop[]> {
  const { rows } = await db.query<{ shop: string; asOf: string }>(
    `/* alarms: shops */ select shop, as_of::text as "asOf" from core.shops where as_of is not null order by shop`,
  );
  const shops: WatchedShop[] = [];
  for (const { shop, asOf } of rows) {
    const last = dayNumber(asOf);
    const first = last - HISTORY_DAYS + 1;
    const { rows: byDay } = await db.query<{ day: number; n: number }>(
      `/* alarms: orders */ select ordered_on - $2::date as day, count(*)::integer as n from journey.order_journey
       where shop = $1 and ordered_on between $2::date and $3::date group by 1`,
      [shop, dayText(first), asOf],
    );
    const orders = new Float64Array(HISTORY_DAYS);
    for (const { day, n } of byDay) orders[day] = n;
    const events = (await readEvents(db, [{ dimension: 'SHOP', codes: [shop], excludes: false }])).map((series) => ({
      code: series.code,
      days: series.days.map((day) => dayNumber(day) - first).filter((day) => day > -60 && day < HISTORY_DAYS + 60),
    }));
    shops.push({ shop, asOf, first, days: HISTORY_DAYS, orders, events });
  }
  return shops;
}

/** The rows a watch counts, of one shop, dated by its clock. */
export function rowsOf(watch: Watch, shop: string): { day: Sql; from: Sql; where: Sql } {
  const clock = clockOf(watch.fact, watch.clock);
  const day = raw(`j.${clock.day}`);
  const eligible = clock.eligible ? sql` and ${clock.eligible}` : sql``;
  return {
    day,
    from: raw(`${watch.fact.relation} j`),
    where: sql`j.shop = ${shop} and ${watch.where}${eligible}`,
  };
}

interface CountRow {
  day: number | null;
  back: number | null;
  codes: (string | null)[];
  sets: number;
  n: number;
}

/** How many events each day brought, whole and by slice, and how long after their orders they came: one pass over the rows. */
export async function readCounts(
  db: Queryable,
  watch: Watch,
  shop: WatchedShop,
): Promise<{ whole: DailyCounts; slices: SliceCounts[]; through: number }> {
  const through = await readThrough(db, watch, shop);
  const sliced = [...new Set(watch.slices.flat())];
  const total = new Float64Array(shop.days);
  const delays = new Float64Array(LONGEST_DELAY + 1);
  const slices = new Map<string, SliceCounts>();
  const { sql: text, params } = toQuery(statement(watch, shop, sliced));
  for (const { day, back, codes, sets, n } of (await db.query<CountRow>(text, params)).rows) {
    if (back !== null) delays[back] = n;
    if (day === null) continue;
    const dimensions = sliced.filter((_, at) => ((sets >> (sliced.length - 1 - at)) & 1) === 0);
    if (dimensions.length === 0) {
      total[day] = n;
      continue;
    }
    const own = sliced.flatMap((dimension, at) => (dimensions.includes(dimension) ? [codes[at] ?? ''] : []));
    if (own.some((code) => code === '')) continue;
    const key = JSON.stringify([dimensions, own]);
    const slice = slices.get(key) ?? { dimensions, codes: own, counts: new Float64Array(shop.days) };
    slice.counts[day] = n;
    slices.set(key, slice);
  }
  const orders = watch.ordered ? shop.orders : new Float64Array(0);
  const whole = { weekday: new Date(shop.first * 86_400_000).getUTCDay(), total, orders, delays, events: shop.events };
  return { whole, slices: [...slices.values()], through };
}

function statement(watch: Watch, shop: WatchedShop, sliced: readonly Dimension[]): Sql {
  const { day, from, where } = rowsOf(watch, shop.shop);
  const back = watch.ordered
    ? sql`case when ${day} - ${watch.ordered} between 0 and ${raw(String(LONGEST_DELAY))} then ${day} - ${watch.ordered} end`
    : sql`null::integer`;
  const columns = sliced.map((dimension) => sql`${codeOf(watch.fact, dimension)} as ${raw(dimension.toLowerCase())}`);
  const names = sliced.map((dimension) => raw(`e.${dimension.toLowerCase()}`));
  const sets = [
    sql`(e.day)`,
    ...watch.slices.map(
      (set) =>
        sql`(e.day, ${join(
          set.map((dimension) => raw(`e.${dimension.toLowerCase()}`)),
          ', ',
        )})`,
    ),
    ...(watch.ordered ? [sql`(e.back)`] : []),
  ];
  const dayOf = watch.ordered ? sql`e.day, e.back` : sql`e.day, null::integer as back`;
  return sql`/* alarms: ${raw(watch.id)} */ select ${dayOf}, array[${join(names, ', ')}] as codes, grouping(${join(names, ', ')}) as sets, count(*)::integer as n
from (select ${day} - ${dayText(shop.first)}::date as day, ${back} as back, ${join(columns, ', ')} from ${from}
  where ${where} and ${day} between ${dayText(shop.first)}::date and ${shop.asOf}::date) e
group by grouping sets (${join(sets, ', ')})`;
}

/** The last day that is told: what a feed has not reached is young, not quiet. */
async function readThrough(db: Queryable, watch: Watch, shop: WatchedShop): Promise<number> {
  const { rows } = await db.query<{ day: string | null }>(
    `/* alarms: told */ select max((f.data_through at time zone s.zone)::date)::text as day
     from ops.feed_state f join core.shops s on s.shop = f.shop where f.shop = $1 and f.feed = any($2::text[])`,
    [shop.shop, watch.fact.feeds],
  );
  const told = rows[0]?.day;
  return told == null ? shop.days - 1 : Math.min(shop.days - 1, dayNumber(told) - shop.first);
}
