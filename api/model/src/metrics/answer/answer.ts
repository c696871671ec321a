import type { Queryable } from '../../schema/index.ts';
import {
  dimensions,
  noValueLabel,
  type Dimension,
  type DimensionDefinition,
  type LocalizedText,
} from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';
import { readEvents } from '../events/known-events.ts';
import { countsBuyers } from '../compile/statement.ts';
import { countsCustomers, followsFirstOrder, withinOf } from '../grammar.ts';
import { readsOf } from '../estimate/reads.ts';
import type { Plan } from '../planner/plan.ts';
import { reasons } from '../planner/reasons.ts';
import { asksEvents } from '../planner/comparisons.ts';
import { readFilters, readRequest, type Question } from '../planner/request.ts';
import { SEGMENT } from '../maturity/history.ts';
import { ripeningOf } from '../maturity/streams.ts';
import { overlapsIn, talliesOf } from '../tallies.ts';
import { figureOf, unknownFigure, type RawNumbers } from './figure.ts';
import { headOf } from './head.ts';
import { moneyOf, type Money } from './money.ts';
import { pointOf } from './point.ts';
import { readFigures } from './read-figures.ts';
import type { Slice, Tables } from './rows.ts';
import { namedInScope, withinScope } from './scope.ts';
import { isUntold, untoldOf } from './untold.ts';
import { answerWithoutSmallGroups } from './small-groups/guarded.ts';
import { suppressBucket, suppresses } from './suppression.ts';
import type {
  MetricAccess,
  MetricAnswer,
  MetricBounds,
  MetricExplain,
  MetricPoint,
  MetricRequest,
  MetricSeries,
  RelationRead,
} from './types.ts';

function labelOf(dimension: Dimension, code: string, named: LocalizedText | null): LocalizedText {
  if (code === '') return noValueLabel;
  return named ?? (dimensions[dimension] as DimensionDefinition).values?.[code] ?? { en: code, zh: code };
}

function keyOf(question: Question, slice: Slice): MetricSeries['key'] {
  return question.by.map((dimension, index) => {
    const code = slice.codes[index] ?? '';
    return {
      dimension,
      value: code === '' ? null : code,
      label: labelOf(dimension, code, slice.labels[index] ?? null),
    };
  });
}

/** A slice by shop stands for that shop alone; any other for every shop asked. */
function shopsOf(question: Question, tables: Tables, slice: Slice): Tables['shops'] {
  const at = question.by.indexOf('SHOP');
  return at < 0 ? tables.shops : tables.shops.filter((shop) => shop.shop === slice.codes[at]);
}

const usedDimensions = ({ by, filters }: Question): Dimension[] => [
  ...by,
  ...filters.map(({ dimension }) => dimension),
];

/** Every row of these shops counts: nothing but the shop cuts or filters. */
const wholeShops = (question: Question, tables: Tables, slice: Slice): string[] =>
  usedDimensions(question).every((name) => name === 'SHOP')
    ? shopsOf(question, tables, slice).map(({ shop }) => shop)
    : [];

const latest = (days: readonly (string | null)[]): string | null =>
  days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);

/** The part of the shop whose delays a slice has: '' = the shop's. */
function segmentOf({ by, filters }: Question, { codes }: Slice): string {
  const only = filters.find(
    ({ dimension, excludes, codes: chosen }) => dimension === SEGMENT && !excludes && chosen.length === 1,
  );
  return by.includes(SEGMENT) ? (codes[by.indexOf(SEGMENT)] ?? '') : (only?.codes[0] ?? '');
}

/** The numbers of a metric across two facts: what the one counts over what the other does. */
function numbersOf(
  tables: Tables,
  metric: Metric,
  window: number,
  bucket: string,
  { codes }: Slice,
): RawNumbers | undefined {
  const [above, below] = talliesOf(metric).map((tally) => tables.numbers(tally, window, bucket, codes));
  if (metric.kind !== 'across') return above;
  return [above?.[0] ?? 0, below?.[0] ?? 0, above?.[2] ?? 0, null];
}

function pointsOf(question: Question, tables: Tables, metric: Metric, slice: Slice, money: Money): MetricPoint[] {
  const shops = shopsOf(question, tables, slice);
  const asOf = latest(shops.map((shop) => shop.asOf));
  const today = latest(tables.shops.map((shop) => shop.asOf));
  const silent = isUntold(metric, question, shops);
  const completable = usedDimensions(question).every((name) => name === 'SHOP' || name === SEGMENT);
  const segment = segmentOf(question, slice);
  const ripenessAt = ({ key }: Question['buckets'][number]) => {
    const streams = ripeningOf(metric)?.streams ?? [];
    const names = shops.map(({ shop }) => shop);
    const ripe = streams.flatMap(({ id }) => tables.delays.of(id, names, key, segment) ?? []);
    return ripe.length > 0 && ripe.length === streams.length ? ripe : null;
  };
  const figureAt = (window: number, bucket: Question['buckets'][number]) => {
    if (silent) return unknownFigure;
    const figure = figureOf(metric, numbersOf(tables, metric, window, bucket.key, slice), money.per);
    // What days to come bring is not known: nothing of theirs is there yet is no 0, and what adds up until now is no level of theirs.
    const toCome = asOf !== null && bucket.from > asOf;
    const unknown = toCome && (metric.kind === 'stock' || (window === 0 && figure.sample === 0));
    return money.added && !unknown ? figure : { ...figure, value: null, numerator: null, interval: null };
  };
  return question.buckets.map((bucket) =>
    pointOf(
      { metric, per: money.per, asOf, today, windows: question.windows, figureAt, ripenessAt, completable },
      bucket,
    ),
  );
}

function seriesOf(question: Question, tables: Tables, metric: Metric, access: MetricAccess): MetricSeries[] {
  const series = tables.slices.map((slice): MetricSeries => {
    const money = moneyOf(
      metric,
      shopsOf(question, tables, slice).map((shop) => shop.currency),
    );
    return {
      metric: headOf(metric, money),
      key: keyOf(question, slice),
      shops: wholeShops(question, tables, slice),
      points: pointsOf(question, tables, metric, slice, money),
    };
  });
  if (suppresses(access))
    question.buckets.forEach((_, index) => suppressBucket(series.flatMap((one) => one.points[index] ?? [])));
  return series;
}

/** Do the slices' numerators and denominators sum to those of the total? A customer belongs to one shop, but to any other slices. */
function slicesAddUp({ by }: Question, metric: Metric): boolean {
  if (metric.kind === 'percentile' || metric.kind === 'survival') return by.length === 0;
  if (countsCustomers(metric) && !followsFirstOrder(metric)) return by.every((name) => name === 'SHOP');
  return by.every((name) => !overlapsIn(metric, name) || withinOf(metric).includes(name));
}

/** What serves a metric, and why: of one across two facts, first above the line, then below. */
function servedOf(plans: readonly Plan[]): Pick<MetricExplain, 'servedBy' | 'reason'> {
  const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
  return {
    servedBy: distinct(plans.map((plan) => plan.servedBy)).join(', '),
    reason: {
      en: distinct(plans.map(({ reason }) => reason.en)).join(' '),
      zh: distinct(plans.map(({ reason }) => reason.zh)).join(''),
    },
  };
}

function explainOf(
  question: Question,
  tables: Tables,
  metric: Metric,
  plans: readonly Plan[],
  reads: RelationRead[],
): MetricExplain {
  const currencies = [...new Set(tables.shops.map((shop) => shop.currency))].sort();
  const blocked = metric.unit.name === 'MONEY' && currencies.length > 1 && !question.by.includes('SHOP');
  const why = reasons.severalCurrencies(currencies);
  const { servedBy, reason } = servedOf(plans);
  const untold = untoldOf(metric, question, tables.shops);
  const whys = [...(blocked ? [why] : []), ...(untold ? [untold] : [])];
  return {
    metric: metric.id,
    servedBy,
    reads,
    reason: whys.reduce((text, more) => ({ en: text.en + more.en, zh: text.zh + more.zh }), reason),
    untold,
    slicesAddUp: slicesAddUp(question, metric),
    unidentifiedOrders: countsBuyers(metric) ? tables.unidentified : null,
  };
}

/**
 * Answers a request by one SQL statement, which also reads the version of the data it saw; events are read before, where days are aligned to
 * one. Who may not see small groups is answered by a few more, which count what lies around the answer.
 */
export async function answerMetrics(
  db: Queryable,
  request: MetricRequest,
  access: MetricAccess,
  bounds: MetricBounds = {},
): Promise<MetricAnswer> {
  const known = asksEvents(request) ? await readEvents(db, readFilters(request.where)) : [];
  const read = (other: MetricRequest): Question => readRequest(other, known);
  if (suppresses(access)) {
    const whole: MetricAccess = { ...access, role: 'analyst' };
    return answerWithoutSmallGroups((other) => answerAs(db, other, read, whole, bounds), request, read(request));
  }
  const answer = await answerAs(db, withinScope(request, access.scope), read, access, bounds);
  return namedInScope(answer, access.scope);
}

/** The same, of a request that is read in another way. */
export async function answerAs(
  db: Queryable,
  request: MetricRequest,
  read: (request: MetricRequest) => Question,
  access: MetricAccess,
  { mostFactRows = Infinity }: MetricBounds = {},
): Promise<MetricAnswer> {
  const question = read(request);
  const { planned, readings, reads, tables } = await readFigures(db, { request, read, question }, mostFactRows);
  return {
    series: question.metrics.flatMap((metric) => seriesOf(question, tables, metric, access)),
    truncatedSeries: tables.leftOut * question.metrics.length,
    asOf: latest(tables.shops.map((shop) => shop.asOf)),
    dataVersion: tables.version,
    period: question.period,
    grain: question.grain,
    explain: question.metrics.map((metric) =>
      explainOf(
        question,
        tables,
        metric,
        planned.flatMap(({ tally, plan }) => (talliesOf(metric).includes(tally) ? [plan] : [])),
        readsOf(metric, readings, reads),
      ),
    ),
  };
}
