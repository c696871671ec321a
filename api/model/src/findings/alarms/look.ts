import { dayText } from '../../metrics/planner/calendar.ts';
import type { Queryable } from '../../schema/index.ts';
import { findCause, type Cause } from './cause.ts';
import { coursesOf, incidentsOf, isOneCause, type Incident } from './incidents.ts';
import { keptCourse, type KeptCourse } from './kept-course.ts';
import { passesOf, readCounts, readShops, type WatchedShop } from './read-counts.ts';
import { watches, type Watch } from './watches.ts';
import { wordsOfAlarm } from './words-of-alarm.ts';

/** Causes are looked into for so many of the newest; of older ones the slice that stood out is told. */
const EXPLAINED = 40;
/** A stored alarm and one found again are the same where they are so near in time and may hold the same rows. */
const SAME_WITHIN_DAYS = 7;

export interface Look {
  /** Shops that were looked at; none: nothing was published since the last look. */
  shops: number;
  series: number;
  found: number;
}

interface StoredAlarm {
  id: string;
  watch: string;
  dimensions: string[];
  codes: string[];
  started: string;
  last: string;
  open: boolean;
  observed: number;
}

type Found = Incident & { watch: Watch };

/**
 * Looks at every watched figure of the shops that something was published for, or whose budget was changed, since the last look: from the first
 * day that is kept to the last, each day judged by those before it. What was found before and is found again stays one alarm. One look
 * at a time: the caller holds the lock and the transaction.
 */
export async function lookAtFigures(db: Queryable): Promise<Look> {
  const { version, budget, news } = await readState(db);
  const look: Look = { shops: 0, series: 0, found: 0 };
  if (news.length === 0) return look;
  for (const shop of await readShops(db)) {
    if (!news.includes(shop.shop)) continue;
    const { found, series } = await lookAtShop(db, shop, budget);
    await keep(db, shop, found);
    await db.query(
      `insert into ops.alarm_looks (shop, as_of, data_version, monthly_budget, series) values ($1, $2, $3, $4, $5)
       on conflict (shop) do update set as_of = excluded.as_of, data_version = excluded.data_version,
         monthly_budget = excluded.monthly_budget, series = excluded.series, looked_at = now()`,
      [shop.shop, shop.asOf, version, budget, series],
    );
    look.shops += 1;
    look.series += series;
    look.found += found.length;
  }
  return look;
}

/** `news`: the shops whose last look was at another state, or with another budget. */
async function readState(db: Queryable): Promise<{ version: string; budget: number; news: string[] }> {
  const { rows } = await db.query<{ version: string; budget: number; news: string[] }>(
    `/* alarms: state */ select v.version::text as version, s.monthly_budget::float8 as budget, array(select p.shop from core.shops p
       where p.as_of is not null and not exists (select from ops.alarm_looks l where l.shop = p.shop and l.data_version = v.version
         and l.monthly_budget = s.monthly_budget)) as news
     from ops.data_version v, ops.alarm_settings s`,
  );
  return rows[0] ?? { version: '0', budget: 0, news: [] };
}

async function lookAtShop(
  db: Queryable,
  shop: WatchedShop,
  monthlyBudget: number,
): Promise<{ found: Found[]; series: number }> {
  const found: Found[] = [];
  let series = 0;
  for (const pass of passesOf(watches))
    for (const [watch, counts] of await readCounts(db, pass, shop)) {
      const courses = coursesOf(counts, { through: counts.through, monthlyBudget });
      const watched = 1 + courses.slices.length;
      const course = keptCourse(counts.whole.total, courses.whole, shownOf(shop));
      await keepFigure(db, shop, watch, { series: watched, through: counts.through, course });
      series += watched;
      found.push(...incidentsOf(counts.whole.total, courses).map((incident) => ({ ...incident, watch })));
    }
  return { found: found.filter((incident) => !found.some((other) => isEcho(incident, other))), series };
}

/**
 * Told by another alarm. Complaints of a topic that is watched by itself: where at least half of what is above the usual is of that topic.
 * Scans and reports of one topic: by which of them it could be told first, on the same day by what customers say.
 */
function isEcho(incident: Found, other: Found): boolean {
  if (incident.watch !== other.watch && incident.watch.topic && incident.watch.topic === other.watch.topic) {
    const isEarlier =
      other.detected - incident.detected ||
      Number(other.watch.filter === null) - Number(incident.watch.filter === null);
    return isEarlier < 0 && isOneCause(incident, other);
  }
  if (incident.watch.fact !== other.watch.fact || incident.watch.filter || !other.watch.filter) return false;
  const most = other.observed - other.expected;
  return isOneCause(incident, other) && most >= (incident.observed - incident.expected) / 2;
}

/** So many days of a figure are shown; and of an alarm, so many before and after it. */
const SHOWN_DAYS = 400;
const AROUND = { before: 42, after: 14 };
const shownOf = (shop: WatchedShop): { first: number; from: number; to: number } => ({
  first: shop.first,
  from: shop.days - SHOWN_DAYS,
  to: shop.days - 1,
});

async function keepFigure(
  db: Queryable,
  shop: WatchedShop,
  watch: Watch,
  figure: { series: number; through: number; course: KeptCourse },
): Promise<void> {
  await db.query(
    `/* alarms: figure */ insert into ops.watched_figures (shop, watch, series, through, course) values ($1, $2, $3, $4, $5)
     on conflict (shop, watch) do update set series = excluded.series, through = excluded.through, course = excluded.course`,
    [shop.shop, watch.id, figure.series, dayText(shop.first + figure.through), JSON.stringify(figure.course)],
  );
}

/** Writes what was found over what is stored: again, anew, or no more. */
async function keep(db: Queryable, shop: WatchedShop, found: readonly Found[]): Promise<void> {
  const { rows: stored } = await db.query<StoredAlarm>(
    `/* alarms: stored */ select id::text, watch, dimensions, codes, started_on::text as started, last_on::text as last, recovered_on is null as open, observed
     from ops.alarms where shop = $1`,
    [shop.shop],
  );
  const left = new Set(stored);
  const explained = new Set(found.toSorted((a, b) => b.episode.last - a.episode.last).slice(0, EXPLAINED));
  // The older first: what follows on an alarm that is stored is a new one.
  for (const incident of found.toSorted((a, b) => a.episode.started - b.episode.started)) {
    const known = sameAs(left, shop, incident);
    if (known) left.delete(known);
    const isOld = known && !known.open && incident.episode.ended && known.observed === incident.observed;
    if (isOld) continue;
    const cause = explained.has(incident) ? await explain(db, shop, incident) : null;
    await write(db, shop, incident, cause, known?.id ?? null);
  }
  // What is found no more and was never told is nothing; what was told stays, and is over.
  await db.query(
    `/* alarms: gone */ delete from ops.alarms a where a.id = any($1::bigint[]) and not exists (select from ops.alerts t where t.kind = 'spike' and t.subject = a.id::text)`,
    [[...left].map(({ id }) => id)],
  );
  const gone = [...left].filter(({ open }) => open).map(({ id }) => id);
  await db.query(
    `/* alarms: withdrawn */ update ops.alarms set recovered_on = $2::date, ended = 'withdrawn', updated_at = now() where id = any($1::bigint[])`,
    [gone, shop.asOf],
  );
}

/** Words are told with what is open; of what is over they are looked up when somebody reads it. */
async function explain(db: Queryable, shop: WatchedShop, incident: Found): Promise<Cause & { words: string[] }> {
  const cause = await findCause(db, incident.watch, shop, incident);
  if (incident.episode.ended) return { ...cause, words: [] };
  const { watch, dimensions, codes, episode } = incident;
  const [startedOn, lastOn] = [episode.started, episode.last].map((day) => dayText(shop.first + day)) as [
    string,
    string,
  ];
  const told = { shop: shop.shop, watch, dimensions, codes, causes: cause.slices, startedOn, lastOn };
  return { ...cause, words: (await wordsOfAlarm(db, told)).map(({ word }) => word) };
}

function sameAs(stored: ReadonlySet<StoredAlarm>, shop: WatchedShop, incident: Found): StoredAlarm | undefined {
  const from = dayText(shop.first + incident.episode.started - SAME_WITHIN_DAYS);
  const to = dayText(shop.first + incident.episode.last + SAME_WITHIN_DAYS);
  const near = [...stored].filter(
    ({ watch, started, last }) => watch === incident.watch.id && started <= to && last >= from,
  );
  const sameSlice = near.find(
    ({ dimensions, codes }) =>
      dimensions.join() === incident.dimensions.join() && codes.join('\n') === incident.codes.join('\n'),
  );
  return (
    sameSlice ??
    near.find(({ dimensions, codes }) =>
      dimensions.every((dimension, at) => {
        const own = (incident.dimensions as readonly string[]).indexOf(dimension);
        return own < 0 || incident.codes[own] === codes[at];
      }),
    )
  );
}

async function write(
  db: Queryable,
  shop: WatchedShop,
  found: Found,
  cause: Cause | null,
  id: string | null,
): Promise<void> {
  const { watch, dimensions, codes, episode, detected, observed, expected, shopObserved, shopExpected } = found;
  const day = (number: number): string => dayText(shop.first + number);
  const [from, to] = [episode.started - AROUND.before, episode.last + AROUND.after];
  const values = [
    shop.shop,
    watch.id,
    dimensions,
    codes,
    day(episode.started),
    day(detected),
    day(episode.last),
    episode.ended ? day(episode.ended.on) : null,
    episode.ended?.how ?? null,
    observed,
    expected,
    episode.limit,
    episode.chance,
    episode.window,
    shopObserved - shopExpected,
    JSON.stringify(cause ?? { slices: [], rows: [], runId: null, runRows: 0, tracedRows: 0 }),
    JSON.stringify(keptCourse(found.counts, found.course, { first: shop.first, from, to })),
    cause?.runId ?? null,
  ];
  const columns = `shop, watch, dimensions, codes, started_on, detected_on, last_on, recovered_on, ended, observed, expected, upper_limit,
    chance, window_days, excess, cause, course, run_id`;
  const given = values.map((_, at) => `$${at + 1}`).join(', ');
  // The day it was first told stays: the same alarm is not told twice because an older row came late.
  await (id === null
    ? db.query(`/* alarms: new */ insert into ops.alarms (${columns}) values (${given})`, values)
    : db.query(
        `/* alarms: again */ update ops.alarms set (${columns}, updated_at) = (${given}, now()) where id = $${values.length + 1}`,
        [...values, id],
      ));
}
