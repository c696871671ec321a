import { walk, type Course } from './course.ts';

const WEEKDAY_PRIOR = 30;
const EVENT_PRIOR = 10;
/** An event whose like was never seen may change a level by so much (relative variance), one that was by so much. */
const UNSEEN_EVENT = 0.2;
const SEEN_EVENT = 0.03;
/** Contacts of an event come around it and in the two weeks after. */
const EVENT_FROM = -3;
const EVENT_TO = 13;
const TOTAL_MEMORY = 56;
const SLICE_MEMORY = 182;

/** Of one shop and one watch, by days from the first of the history. */
export interface DailyCounts {
  /** Weekday of the first day, 0 to 6. */
  weekday: number;
  total: ArrayLike<number>;
  /** Orders by the day they were placed; empty where what is counted follows no orders. */
  orders: ArrayLike<number>;
  /** How many events came so many days after the order they are about. */
  delays: ArrayLike<number>;
  /** Days 0 of the calendar's events, by event. */
  events: readonly { code: string; days: readonly number[] }[];
}

export interface Judgement {
  /** The last day that may be judged: later ones are young. */
  through: number;
  monthlyBudget: number;
}

/** The whole of a shop: what is expected follows its orders, the weekday, and what the same events of the calendar brought before. */
export function shopCourse(counts: DailyCounts, judgement: Judgement): Course & { shared: number[] } {
  const base = followOrders(counts);
  const seasons = seasonsOf(counts, base);
  const weight = base.map((each, day) => each * (seasons.factor[day] ?? 1));
  const course = walk(counts.total, { weight, shared: seasons.variance, memory: TOTAL_MEMORY }, judgement);
  const shared = Array.from(course.variance, (variance, day) => Math.max(variance || 0, seasons.variance[day] ?? 0));
  return { ...course, shared };
}

/** A slice: its usual share of what is expected of the shop. */
export const sliceCourse = (
  counts: ArrayLike<number>,
  shop: { expected: Float64Array; shared: readonly number[] },
  judgement: Judgement,
): Course =>
  walk(
    counts,
    {
      weight: Array.from(shop.expected, (each) => (Number.isNaN(each) ? 0 : each)),
      shared: shop.shared,
      memory: SLICE_MEMORY,
    },
    judgement,
  );

/** Orders of the days before, each by how often an event comes so many days after it. */
function followOrders({ total, orders, delays }: DailyCounts): number[] {
  const told = sum(delays);
  if (sum(orders) === 0 || told < 30) return firstDays(total, orders);
  const share = Array.from(delays, (count) => count / told);
  return Array.from({ length: total.length }, (_, day) => {
    let weight = 0;
    for (let back = 0; back < share.length && back <= day; back += 1)
      weight += (orders[day - back] ?? 0) * (share[back] ?? 0);
    return weight;
  });
}

/** Where it follows no orders every day is like the others, from the first that brought something. */
function firstDays(total: ArrayLike<number>, orders: ArrayLike<number>): number[] {
  const first = Array.from(total, (count, day) => count + (orders[day] ?? 0)).findIndex((count) => count > 0);
  return Array.from(total, (_, day) => (first >= 0 && day >= first ? 1 : 0));
}

/**
 * What a weekday and an event of the calendar (a promotion, a holiday, by the lunar calendar too) multiply the level by, learned from
 * the days before each day alone, against the mean of the eight weeks around.
 */
function seasonsOf(
  { total, weekday, events }: DailyCounts,
  base: readonly number[],
): { factor: number[]; variance: number[] } {
  const level = levelsOf(total, base);
  const weeks = Array.from({ length: 7 }, () => ({ seen: 0, mean: 0 }));
  const byEvent = new Map(events.map(({ code }) => [code, { seen: 0, mean: 0, times: 0 }]));
  const [factor, variance]: [number[], number[]] = [[], []];
  for (const [day, each] of base.entries()) {
    const ofWeek = weeks[(weekday + day) % 7] ?? { seen: 0, mean: 0 };
    const overWeek = (ofWeek.seen + WEEKDAY_PRIOR) / (ofWeek.mean + WEEKDAY_PRIOR);
    const mean = each * (level[day] ?? 0);
    const going = events.filter(({ days }) => days.some((zero) => isWithin(day, zero)));
    let [times, spread] = [1, 0];
    for (const { code, days } of going) {
      const known = byEvent.get(code);
      if (!known) continue;
      const seenBefore = known.times > 0 && days.some((zero) => zero + EVENT_TO < day && !isWithin(day, zero));
      const learned = seenBefore ? (known.seen + EVENT_PRIOR) / (known.mean + EVENT_PRIOR) : 1;
      // Of events that fall together each has learned of the other: the one that changes most stands for both.
      if (Math.abs(Math.log(learned)) > Math.abs(Math.log(times))) times = learned;
      spread = Math.max(spread, seenBefore ? SEEN_EVENT : UNSEEN_EVENT);
      known.seen += total[day] ?? 0;
      known.mean += mean * overWeek;
      if (days.some((zero) => day === zero + EVENT_TO)) known.times += 1;
    }
    factor.push(overWeek * times);
    variance.push(spread);
    if (going.length > 0) continue;
    ofWeek.seen += total[day] ?? 0;
    ofWeek.mean += mean;
  }
  return { factor, variance };
}

const isWithin = (day: number, zero: number): boolean => day >= zero + EVENT_FROM && day <= zero + EVENT_TO;

/** Events for each unit of the base in the eight weeks before. */
function levelsOf(total: ArrayLike<number>, base: readonly number[]): number[] {
  const levels: number[] = [];
  let [seen, weight] = [0, 0];
  for (const [day, each] of base.entries()) {
    levels.push(weight > 0 ? seen / weight : 0);
    seen += (total[day] ?? 0) - (day >= TOTAL_MEMORY ? (total[day - TOTAL_MEMORY] ?? 0) : 0);
    weight += each - (day >= TOTAL_MEMORY ? (base[day - TOTAL_MEMORY] ?? 0) : 0);
  }
  return levels;
}

function sum(values: ArrayLike<number>): number {
  let total = 0;
  for (let at = 0; at < values.length; at += 1) total += values[at] ?? 0;
  return total;
}
