import { dimensionNames, isDimension, type Dimension, type LocalizedText } from '../../vocabulary/index.ts';
import { grains, type DimensionFilter, type Grain, type MetricRequest, type Period } from '../answer/types.ts';
import { metricById, type Metric } from '../catalogue.ts';
import { refuse, refuseWith } from '../errors.ts';
import type { Fact } from '../facts.ts';
import { withinOf } from '../grammar.ts';
import { dimensionsOf } from '../tallies.ts';
import { metricAt, versionsOf } from '../versions/versions.ts';
import type { EventSeries } from '../events/series.ts';
import { bucketsOf, isDay, type Bucket, type Window } from './calendar.ts';
import { comparisonsOf } from './comparisons.ts';
import { readPeriod } from './period.ts';
import {
  foreignDimension,
  tooManyDimensions,
  tooManyPoints,
  unknownDimension,
  unknownGrain,
  unknownMetric,
  unknownVersion,
} from './refusals.ts';

export const MOST_POINTS = 1_000;
export const MOST_SERIES = 1_000;

/** A request that can be answered, every default filled in. */
export interface Question {
  metrics: readonly Metric[];
  period: Period;
  grain: Grain;
  buckets: readonly Bucket[];
  by: readonly Dimension[];
  filters: readonly Filter[];
  /** The period itself first, then one for each comparison. */
  windows: readonly Window[];
  limit: number;
}

/** The dimensions that a question cuts or filters by. The shop is in the key of every rollup, so it never counts. */
export const usedBy = (question: Question): Dimension[] =>
  [...new Set([...question.by, ...question.filters.map((filter) => filter.dimension)])].filter(
    (name) => name !== 'SHOP',
  );

/** One condition on a dimension: the row carries one of the codes, or none of them. */
export interface Filter {
  dimension: Dimension;
  codes: readonly string[];
  excludes: boolean;
}

const knownDimension = (name: string, field: string): void => {
  if (!isDimension(name)) {
    refuseWith('UNKNOWN_DIMENSION', field, unknownDimension(name));
  }
};

export function readFilters(where: readonly DimensionFilter[] | null | undefined, field = 'where'): Filter[] {
  return (where ?? []).flatMap((filter, index) => {
    knownDimension(filter.dimension, `${field}[${index}].dimension`);
    const found: Filter[] = [];
    if ([...(filter.in ?? []), ...(filter.notIn ?? [])].some((code) => code.includes('\0'))) {
      refuse(
        'BAD_CODE',
        `${field}[${index}]`,
        `The filter on ${filter.dimension} holds a code with the character NUL, which no text can hold. Take codes from dimensionValues.`,
        `对 ${filter.dimension} 的筛选含有 NUL 字符，任何文本都不可能包含它。请使用 dimensionValues 给出的代码。`,
      );
    }
    if (filter.in) found.push({ dimension: filter.dimension, codes: filter.in, excludes: false });
    if (filter.notIn) found.push({ dimension: filter.dimension, codes: filter.notIn, excludes: true });
    if (found.length === 0) {
      refuse(
        'EMPTY_FILTER',
        `${field}[${index}]`,
        `The filter on ${filter.dimension} names neither “in” nor “notIn”.`,
        `对 ${filter.dimension} 的筛选既没有 in 也没有 notIn。`,
      );
    }
    return found;
  });
}

function readMetrics(request: MetricRequest): Metric[] {
  if (request.metrics.length === 0) refuse('NO_METRIC', 'metrics', 'Name at least one metric.', '请至少指定一个指标。');
  return [...new Set(request.metrics)].map((id) => {
    const metric = metricById(id) ?? refuseWith('UNKNOWN_METRIC', 'metrics', unknownMetric(id));
    if (request.version == null) return metric;
    const asked = metricAt(metric, request.version);
    return asked ?? refuseWith('UNKNOWN_VERSION', 'version', unknownVersion(id, request.version, versionsOf(metric)));
  });
}

function readBy(request: MetricRequest): Dimension[] {
  const by = [...new Set(request.by ?? [])];
  by.forEach((name) => knownDimension(name, 'by'));
  if (by.length > 2) {
    refuseWith('TOO_MANY_DIMENSIONS', 'by', tooManyDimensions(by));
  }
  return by;
}

function readGrain(grain: Grain): Grain {
  if (grains.includes(grain)) return grain;
  return refuseWith('UNKNOWN_GRAIN', 'grain', unknownGrain(grain));
}

const listed = (names: readonly Dimension[]): LocalizedText => ({ en: names.join(', '), zh: names.join('、') });

/** A figure is cut and filtered only by what its rows carry; never silently by something else. */
function refuseForeign(metrics: readonly Metric[], by: readonly Dimension[], filters: readonly Filter[]): void {
  for (const metric of metrics) {
    const carried = dimensionsOf(metric);
    const foreign = by.find((name) => !carried.includes(name));
    const filter = filters.find(({ dimension }) => !carried.includes(dimension));
    const name = foreign ?? filter?.dimension;
    if (name === undefined) continue;
    refuseWith('FOREIGN_DIMENSION', foreign ? 'by' : 'where', foreignDimension(metric, name));
  }
}

/** Filters on the rows of one fact. */
export function readFiltersOn(
  fact: Fact,
  where: readonly DimensionFilter[] | null | undefined,
  field = 'where',
): Filter[] {
  const filters = readFilters(where, field);
  const carried = dimensionNames.filter((name) => fact.dimensions[name]);
  const foreign = filters.find(({ dimension }) => !carried.includes(dimension));
  if (foreign) {
    const can = listed(carried);
    refuse(
      'FOREIGN_DIMENSION',
      field,
      `No ${fact.rows.en} can be chosen by ${foreign.dimension}: they carry ${can.en}.`,
      `${fact.rows.zh}不能按 ${foreign.dimension} 筛选；可用维度：${can.zh}。`,
    );
  }
  return filters;
}

/** Lines carry one category and one merchant each, but not which of the one belongs to which of the other. */
function refuseMoneyCutTwice(metrics: readonly Metric[], used: readonly Dimension[]): void {
  for (const metric of metrics) {
    const cut = withinOf(metric).filter((name) => used.includes(name));
    if (cut.length > 1) {
      refuse(
        'CANNOT_SPLIT_MONEY',
        'by',
        `${metric.id} can be cut by only one of ${cut.join(' and ')} at a time.`,
        `${metric.id} 一次只能按 ${cut.join('、')} 之一拆分或筛选。`,
      );
    }
  }
}

/** The points of a series, or why there would be too many of them. */
function readBuckets(period: Period, grain: Grain): Bucket[] {
  const buckets = bucketsOf(period, grain, MOST_POINTS);
  return buckets ?? refuseWith('TOO_MANY_POINTS', 'grain', tooManyPoints(period, grain, MOST_POINTS));
}

/** Refuses more points than a series may have, before anything is read. What is wrong with the days themselves is told with the rest. */
export function assertFewPoints(period: Period, grain: Grain): void {
  if (isDay(period.from) && isDay(period.to)) readBuckets(period, grain);
}

/** Reads a request or says what is wrong with it; asks the database nothing. `known`: the events it may be aligned to. */
export function readRequest(request: MetricRequest, known: readonly EventSeries[] = []): Question {
  const metrics = readMetrics(request);
  const period = readPeriod(request.period);
  const grain = readGrain(request.grain ?? 'TOTAL');
  const buckets = readBuckets(period, grain);
  const by = readBy(request);
  const filters = readFilters(request.where);
  refuseForeign(metrics, by, filters);
  refuseMoneyCutTwice(metrics, [...by, ...filters.map((filter) => filter.dimension)]);
  const limit = request.limit ?? 50;
  if (!Number.isInteger(limit) || limit < 1 || limit > MOST_SERIES) {
    refuse(
      'BAD_LIMIT',
      'limit',
      `The limit is a whole number from 1 to ${MOST_SERIES}, not ${limit}.`,
      `limit 应为 1 到 ${MOST_SERIES} 的整数，而非 ${limit}。`,
    );
  }
  const windows: Window[] = [{ ...period, shift: { days: 0 } }, ...comparisonsOf(request, period, grain, known)];
  return { metrics, period, grain, buckets, by, filters, windows, limit };
}
