import {
  readAlarms,
  readAlarmSettings,
  readWatchedFigures,
  type KeptCourse,
  type NamedSlice,
  type OpenAlarm,
} from '@rapport/model/findings';
import { labelsOfCarried } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import type { Dimension as DimensionName, LocalizedText, Role } from '@rapport/model/vocabulary';
import { fewestShown } from '../../platform/graphql/few.ts';
import { toldDays } from './told-days.ts';
import type { Alarm, AlarmCause, AlarmSettings, AlarmState, WatchedDay, WatchedFigure } from './alarm.type.ts';

const DAY_MS = 86_400_000;
const MOST = 100;

export interface AlarmsWhere {
  shop?: string | null;
  open?: boolean | null;
  from?: string | null;
  to?: string | null;
}

/** What a field of an alarm goes on from. */
export type AlarmSource = Alarm & { source: OpenAlarm };

export async function listAlarms(db: Queryable, where: AlarmsWhere, role: Role): Promise<AlarmSource[]> {
  return named(db, await readAlarms(db, { ...where, first: MOST }), fewestShown(role));
}

export async function findAlarm(db: Queryable, id: string, role: Role): Promise<AlarmSource | null> {
  if (!/^[1-9]\d{0,15}$/.test(id)) return null;
  const [alarm] = await named(db, await readAlarms(db, { id, first: 1 }), fewestShown(role));
  return alarm ?? null;
}

export async function listWatchedFigures(
  db: Queryable,
  shop: string,
  only: string | null | undefined,
  role: Role,
): Promise<WatchedFigure[]> {
  const figures = await readWatchedFigures(db, shop);
  return figures
    .filter(({ watch }) => !only || watch.id === only)
    .map(({ watch, series, through, openAlarms, course }) => ({
      watch: watch.id,
      title: watch.title,
      metric: watch.metric,
      series,
      through,
      openAlarms,
      days: daysOf(course, fewestShown(role)),
    }));
}

export async function findSettings(db: Queryable): Promise<AlarmSettings> {
  const { monthlyBudget, series, lookedAt } = await readAlarmSettings(db);
  return { monthlyBudget, series, lookedAt, monthlyFalseAlarms: monthlyBudget * series };
}

type NameOf = (shop: string, dimension: DimensionName, code: string) => LocalizedText;

async function named(db: Queryable, alarms: readonly OpenAlarm[], fewest: number): Promise<AlarmSource[]> {
  const carried = alarms.flatMap(({ shop, dimensions, codes, causes }) =>
    [{ dimensions, codes }, ...causes].flatMap((slice) =>
      slice.dimensions.map((dimension, at) => ({ shop, dimension, codes: [slice.codes[at] ?? ''] })),
    ),
  );
  const unique = new Map(carried.map((one) => [JSON.stringify(one), one]));
  const nameOf = await labelsOfCarried(db, [...unique.values()]);
  return alarms.map((alarm) => toAlarm(alarm, nameOf, fewest));
}

const sliceOf = (
  shop: string,
  { dimensions, codes }: Pick<NamedSlice, 'dimensions' | 'codes'>,
  nameOf: NameOf,
): AlarmCause['slice'] =>
  dimensions.map((dimension, at) => {
    const value = codes[at] ?? '';
    return { dimension, value, label: nameOf(shop, dimension, value) };
  });

/** Few rows may point at persons: for who sees aggregates only neither they nor the days of their slice are told. */
function toAlarm(source: OpenAlarm, nameOf: NameOf, fewest: number): AlarmSource {
  const { shop, watch, causes, course, observed, dimensions } = source;
  return {
    ...source,
    source,
    watch: watch.id,
    watchTitle: watch.title,
    metric: watch.metric,
    title: observed >= fewest ? source.title : withheld(source),
    slice: sliceOf(shop, source, nameOf),
    state: (source.ended ?? 'open').toUpperCase() as keyof typeof AlarmState,
    observed: observed >= fewest ? observed : null,
    upper: source.limit,
    causes: causes
      .filter((cause) => cause.observed >= fewest && !tellsFew(source, cause, fewest))
      .map((cause) => ({
        slice: sliceOf(shop, cause, nameOf),
        label: cause.name,
        observed: cause.observed,
        expected: cause.expected,
        shareOfExcess: cause.share,
        likelihood: cause.likelihood,
      })),
    days: fewest > 1 && dimensions.length > 0 ? [] : daysOf(course, fewest),
  };
}

/** Beside an alarm of the whole shop, a slice tells how many lie outside it. */
const tellsFew = ({ observed, dimensions }: OpenAlarm, slice: { observed: number }, fewest: number): boolean =>
  dimensions.length === 0 && observed > slice.observed && observed - slice.observed < fewest;

const withheld = ({ watch, name, startedOn }: OpenAlarm): LocalizedText => ({
  en: `${watch.title.en}${name ? ` (${name.en})` : ''}: more than usual from ${startedOn} on, too few to be told`,
  zh: `${watch.title.zh}${name ? `（${name.zh}）` : ''}：自 ${startedOn} 起多于平时，数量过少不予显示`,
});

function daysOf({ from, observed, expected, upper, low, high }: KeptCourse, fewest: number): WatchedDay[] {
  const first = Date.parse(`${from}T00:00:00Z`);
  return toldDays(observed, fewest).map((count, at) => ({
    day: new Date(first + at * DAY_MS).toISOString().slice(0, 10),
    observed: count,
    expected: expected[at] ?? null,
    upper: upper[at] ?? null,
    low: low[at] ?? null,
    high: high[at] ?? null,
  }));
}
