import type { Queryable } from '../../schema/index.ts';
import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import type { Cause, CauseSlice } from './cause.ts';
import type { KeptCourse } from './kept-course.ts';
import { daysText, expectedText, sliceNames, type Sliced } from './texts.ts';
import { watchById, watches, type Watch } from './watches.ts';

export interface NamedSlice extends Omit<CauseSlice, 'dimensions' | 'codes'> {
  dimensions: readonly Dimension[];
  codes: readonly string[];
  name: LocalizedText;
}

export interface AlarmRow {
  id: string;
  shop: string;
  watch: Watch;
  dimensions: readonly Dimension[];
  codes: readonly string[];
  /** Of the slice; null: the shop as a whole. */
  name: LocalizedText | null;
  title: LocalizedText;
  startedOn: string;
  detectedOn: string;
  lastOn: string;
  recoveredOn: string | null;
  ended: 'recovered' | 'new_level' | 'withdrawn' | null;
  observed: number;
  expected: number;
  limit: number;
  chance: number;
  windowDays: number;
  excess: number;
  causes: NamedSlice[];
  rows: Cause['rows'];
  runRows: number;
  tracedRows: number;
  runId: string | null;
  course: KeptCourse;
  alertId: string | null;
  acknowledgedBy: string | null;
  acknowledgedAt: Date | null;
  snoozedUntil: Date | null;
}

export interface OpenAlarm extends AlarmRow {
  words: string[];
}

interface Stored extends Omit<AlarmRow, 'watch' | 'name' | 'title' | 'causes' | 'rows' | 'runRows' | 'tracedRows'> {
  watch: string;
  cause: Cause & { words?: string[] };
}

export interface AlarmsAsked {
  id?: string | null;
  shop?: string | null;
  open?: boolean | null;
  from?: string | null;
  to?: string | null;
  first: number;
}

/** Latest first. */
export async function readAlarms(db: Queryable, asked: AlarmsAsked): Promise<OpenAlarm[]> {
  const { rows } = await db.query<Stored>(
    `/* alarms */ select a.id::text, a.shop, a.watch, a.dimensions, a.codes, a.started_on::text as "startedOn", a.detected_on::text as "detectedOn",
       a.last_on::text as "lastOn", a.recovered_on::text as "recoveredOn", a.ended, a.observed, a.expected, a.upper_limit as "limit", a.chance,
       a.window_days as "windowDays", a.excess, a.cause, a.course, a.run_id::text as "runId", t.id::text as "alertId", t.acknowledged_by as "acknowledgedBy",
       t.acknowledged_at as "acknowledgedAt", t.snoozed_until as "snoozedUntil"
     from ops.alarms a left join lateral (select * from ops.alerts t where t.kind = 'spike' and t.subject = a.id::text order by t.id desc limit 1) t on true
     where a.id = coalesce($1::bigint, a.id) and a.shop = coalesce($2, a.shop) and ($3::boolean is null or (a.recovered_on is null) = $3)
       and a.last_on >= coalesce($4::date, '-infinity') and a.started_on <= coalesce($5::date, 'infinity')
     order by a.started_on desc, a.id desc limit $6`,
    [asked.id ?? null, asked.shop ?? null, asked.open ?? null, asked.from ?? null, asked.to ?? null, asked.first],
  );
  const slices = rows.flatMap(({ shop, dimensions, codes, cause }): Sliced[] => [
    { shop, dimensions, codes },
    ...cause.slices.map((slice) => ({ ...slice, shop })),
  ]);
  const nameOf = await sliceNames(db, slices);
  return rows.flatMap((row) => namedAlarm(row, nameOf));
}

export const openAlarms = (db: Queryable): Promise<OpenAlarm[]> => readAlarms(db, { open: true, first: 200 });

/** What is watched no more is told no more. */
function namedAlarm({ cause, ...row }: Stored, nameOf: (slice: Sliced) => LocalizedText | null): OpenAlarm[] {
  const watch = watchById(row.watch);
  if (!watch) return [];
  const name = nameOf(row);
  const causes = cause.slices.flatMap((slice) => {
    const called = nameOf({ ...slice, shop: row.shop });
    return called ? [{ ...slice, name: called }] : [];
  });
  const { rows, runRows, tracedRows, words = [] } = cause;
  return [{ ...row, watch, name, title: titleOf(watch, name, row), causes, rows, runRows, tracedRows, words }];
}

function titleOf(
  watch: Watch,
  name: LocalizedText | null,
  { observed, expected, startedOn, lastOn }: Pick<AlarmRow, 'observed' | 'expected' | 'startedOn' | 'lastOn'>,
): LocalizedText {
  const usual = expectedText(expected);
  const of = name ? { en: ` (${name.en})`, zh: `（${name.zh}）` } : { en: '', zh: '' };
  const days = daysText(startedOn, lastOn);
  return {
    en: `${watch.title.en}${of.en}: ${observed} ${days.en} where ${usual.en} ${expected < 1 ? 'is' : 'are'} usual`,
    zh: `${watch.title.zh}${of.zh}：${days.zh}共 ${observed} 起，平时${usual.zh}`,
  };
}

export interface WatchedFigure {
  shop: string;
  watch: Watch;
  series: number;
  through: string;
  openAlarms: number;
  course: KeptCourse;
}

/** Every watched figure of a shop that has rows, as of the last look. */
export async function readWatchedFigures(db: Queryable, shop: string): Promise<WatchedFigure[]> {
  type Row = Omit<WatchedFigure, 'watch'> & { watch: string };
  const { rows } = await db.query<Row>(
    `/* watched figures */ select f.shop, f.watch, f.series, f.through::text, f.course,
       (select count(*)::integer from ops.alarms a where a.shop = f.shop and a.watch = f.watch and a.recovered_on is null) as "openAlarms"
     from ops.watched_figures f where f.shop = $1`,
    [shop],
  );
  const byWatch = new Map(rows.map((row) => [row.watch, row]));
  return watches.flatMap((watch) => {
    const row = byWatch.get(watch.id);
    return row?.course.observed.some((count) => count > 0) ? [{ ...row, watch }] : [];
  });
}

export interface AlarmSettings {
  monthlyBudget: number;
  series: number;
  lookedAt: Date | null;
  changedBy: string | null;
}

export async function readAlarmSettings(db: Queryable): Promise<AlarmSettings> {
  const { rows } = await db.query<AlarmSettings>(
    `/* alarm settings */ select s.monthly_budget::float8 as "monthlyBudget", s.changed_by as "changedBy",
       (select coalesce(sum(l.series), 0)::integer from ops.alarm_looks l) as series, (select max(l.looked_at) from ops.alarm_looks l) as "lookedAt"
     from ops.alarm_settings s`,
  );
  return rows[0] ?? { monthlyBudget: 0, series: 0, lookedAt: null, changedBy: null };
}
