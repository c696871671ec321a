import type { Queryable } from '../../schema/index.ts';
import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import type { Cause, CauseSlice } from './cause.ts';
import { expectedText, sliceNames, type Sliced } from './texts.ts';
import { watchById, type Watch } from './watches.ts';

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
       a.window_days as "windowDays", a.excess, a.cause, a.run_id::text as "runId", t.id::text as "alertId", t.acknowledged_by as "acknowledgedBy",
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
  const days =
    startedOn === lastOn
      ? { en: `on ${startedOn}`, zh: startedOn }
      : { en: `from ${startedOn} to ${lastOn}`, zh: `${startedOn} 至 ${lastOn}` };
  return {
    en: `${watch.title.en}${of.en}: ${observed} ${days.en} where ${usual.en} ${expected < 1 ? 'is' : 'are'} usual`,
    zh: `${watch.title.zh}${of.zh}：${days.zh} 共 ${observed} 起，平时${usual.zh}`,
  };
}
