import { clockOf, codeOf } from '../../metrics/facts/fact.ts';
import { readEvents } from '../../metrics/events/known-events.ts';
import { ordersDaily } from '../../metrics/rollups/daily.ts';
import { join, raw, sql, toQuery, type Sql } from '../../metrics/sql.ts';
import type { Queryable } from '../../schema/index.ts';
import type { Dimension } from '../../vocabulary/index.ts';
import { dayNumber, dayText } from '../../metrics/planner/calendar.ts';
import type { DailyCounts } from './shop-course.ts';
import type { Watch } from './watches.ts';

/** Two years and the month before tell every season twice. */
const HISTORY_DAYS = 761;
const LONGEST_DELAY = 60;
/** Every publish keeps it: two years of orders need not be counted again after each. */
const ORDERS = ordersDaily.columnOf({ type: 'bigint', total: sql`count(*)` });

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
      `/* alarms: orders */ select day - $2::date as day, ${ORDERS}::integer as n from ${ordersDaily.table}
       where dimension = '' and span = 'day' and shop = $1 and day between $2::date and $3::date`,
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

/** The rows a watch counts, or all watches of a pass, of one shop, dated by its clock. */
export function rowsOf(
  watch: Watch,
  shop: string,
  pass: readonly Watch[] = [watch],
): { day: Sql; from: Sql; where: Sql } {
  const clock = clockOf(watch.fact, watch.clock);
  const day = raw(`j.${clock.day}`);
  const eligible = clock.eligible ? sql` and ${clock.eligible}` : sql``;
  return {
    day,
    from: raw(`${watch.fact.relation} j`),
    where: sql`j.shop = ${shop} and (${join(
      pass.map((each) => each.where),
      ' or ',
    )})${eligible}`,
  };
}

export interface WatchedCounts {
  whole: DailyCounts;
  slices: SliceCounts[];
  /** The last day that may be judged. */
  through: number;
}

interface CountRow {
  part: string;
  day: number | null;
  back: number | null;
  codes: (string | null)[];
  sets: number;
  n: number;
}

/** Watches that can be counted in one pass over their rows: those that tell them apart by one dimension. */
export const passesOf = (all: readonly Watch[]): [Watch, ...Watch[]][] =>
  [...Map.groupBy(all, ({ fact, filter, id }) => `${fact.name} ${filter ? filter.dimension : id}`).values()] as [
    Watch,
    ...Watch[],
  ][];

/** How many events each day brought, whole and by slice, and how long after their orders they came: one pass over the rows. */
export async function readCounts(
  db: Queryable,
  pass: readonly [Watch, ...Watch[]],
  shop: WatchedShop,
): Promise<Map<Watch, WatchedCounts>> {
  const through = await readThrough(db, pass[0], shop);
  const weekday = new Date(shop.first * 86_400_000).getUTCDay();
  const sliced = [...new Set(pass.flatMap(({ slices }) => slices.flat()))];
  const { sql: text, params } = toQuery(statement(pass, shop, sliced));
  const byPart = Map.groupBy((await db.query<CountRow>(text, params)).rows, ({ part }) => part);
  return new Map(
    pass.map((watch) => {
      const rows = byPart.get(watch.filter?.value ?? '') ?? [];
      const { total, delays, slices } = countsOf(rows, watch, { sliced, days: shop.days });
      const orders = watch.ordered ? shop.orders : new Float64Array(0);
      return [watch, { whole: { weekday, total, orders, delays, events: shop.events }, slices, through }];
    }),
  );
}

function countsOf(
  rows: readonly CountRow[],
  watch: Watch,
  { sliced, days }: { sliced: readonly Dimension[]; days: number },
): { total: Float64Array; delays: Float64Array; slices: SliceCounts[] } {
  const total = new Float64Array(days);
  const delays = new Float64Array(LONGEST_DELAY + 1);
  const slices = new Map<string, SliceCounts>();
  const own = new Set(watch.slices.map((set) => [...set].sort().join()));
  for (const { day, back, codes, sets, n } of rows) {
    if (back !== null) delays[back] = n;
    if (day === null) continue;
    const at = sliced.flatMap((_, index) => (((sets >> (sliced.length - 1 - index)) & 1) === 0 ? [index] : []));
    const dimensions = at.flatMap((index) => sliced[index] ?? []);
    const values = at.map((index) => codes[index] ?? '');
    if (dimensions.length === 0) total[day] = n;
    else if (own.has([...dimensions].sort().join()) && !values.includes('')) {
      const key = JSON.stringify([dimensions, values]);
      const slice = slices.get(key) ?? { dimensions, codes: values, counts: new Float64Array(days) };
      slice.counts[day] = n;
      slices.set(key, slice);
    }
  }
  return { total, delays, slices: [...slices.values()] };
}

function statement(pass: readonly [Watch, ...Watch[]], shop: WatchedShop, sliced: readonly Dimension[]): Sql {
  const [watch] = pass;
  const { day, from, where } = rowsOf(watch, shop.shop, pass);
  const part = watch.filter ? codeOf(watch.fact, watch.filter.dimension) : sql`''::text`;
  const longest = raw(String(LONGEST_DELAY));
  const back = watch.ordered
    ? sql`case when ${day} - ${watch.ordered} between 0 and ${longest} then ${day} - ${watch.ordered} end`
    : sql`null::integer`;
  const name = (dimension: Dimension): Sql => raw(`e.${dimension.toLowerCase()}`);
  const columns = sliced.map((dimension) => sql`${codeOf(watch.fact, dimension)} as ${raw(dimension.toLowerCase())}`);
  const names = join(sliced.map(name), ', ');
  const wanted = new Map(pass.flatMap(({ slices }) => slices.map((set) => [[...set].sort().join(), set] as const)));
  const sets = [
    sql`(e.part, e.day)`,
    ...[...wanted.values()].map((set) => sql`(e.part, e.day, ${join(set.map(name), ', ')})`),
    sql`(e.part, e.back)`,
  ];
  return sql`/* alarms: ${raw(pass.map(({ id }) => id).join(' '))} */ select e.part, e.day, e.back, array[${names}] as codes, grouping(${names}) as sets, count(*)::integer as n
from (select ${part} as part, ${day} - ${dayText(shop.first)}::date as day, ${back} as back, ${join(columns, ', ')} from ${from}
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
