import type { Dimension } from '../../../vocabulary/index.ts';
import { MOST_SERIES, readFilters, type Filter, type Question } from '../../planner/request.ts';
import { hideComparison, isSmall, suppress } from '../suppression.ts';
import type { MetricAnswer, MetricPoint, MetricRequest, MetricSeries, Period } from '../types.ts';
import { hiddenCells, maybeTold, type Cell } from './cells.ts';
import { cutsOf, type Ask, type IsCut } from './counted.ts';

/** Points that are looked through to judge one answer. */
const MOST_CELLS = 50_000;
/** Dimensions of the table in which slices and filters are judged. */
const MOST_DIMENSIONS = 2;

interface Table {
  /** What is answered, and the table it is judged in: the same where nothing is filtered. */
  asked: MetricAnswer;
  answer: MetricAnswer;
  dimensions: readonly Dimension[];
  /** Filters that the table was left without: they choose among its cells. */
  choosing: readonly Filter[];
  isCut: IsCut;
}

/**
 * Answers somebody who may not see small groups. Slices and filters are judged in one table, so that a filter and its complement, or a
 * total and the slices a limit shows, leave no small group between them; days by edges that are the same for everybody.
 * What was asked before plays no part: the same question has the same answer for the whole role.
 */
export async function answerWithoutSmallGroups(
  ask: Ask,
  request: MetricRequest,
  question: Question,
): Promise<MetricAnswer> {
  const most = Math.floor(MOST_CELLS / (question.buckets.length * question.metrics.length * question.windows.length));
  const limit = Math.max(question.limit, Math.min(MOST_SERIES, most));
  const whole = { ...request, limit };
  const answer = await ask(whole);
  const own = await cutsOf(ask, whole, answer);
  const table = await tableOf(ask, whole, { answer, isCut: own });
  hideSmall(table, own, question);
  return cutTo(answer, question);
}

async function tableOf(ask: Ask, request: MetricRequest, asked: Pick<Table, 'answer' | 'isCut'>): Promise<Table> {
  const filters = readFilters(request.where);
  const by = request.by ?? [];
  const dimensions = [...new Set([...by, ...filters.map(({ dimension }) => dimension)])].slice(0, MOST_DIMENSIONS);
  if (filters.every(({ dimension }) => !dimensions.includes(dimension)))
    return { ...asked, asked: asked.answer, dimensions: by, choosing: [] };
  const where = (request.where ?? []).filter(({ dimension }) => !dimensions.includes(dimension));
  const open = { ...request, by: dimensions, where };
  const answer = await ask(open);
  return {
    asked: asked.answer,
    answer,
    dimensions,
    choosing: filters.filter(({ dimension }) => dimensions.includes(dimension)),
    isCut: await cutsOf(ask, open, answer),
  };
}

interface Asked {
  /** Series of the table, of the same metric, and which of them the series is made of. */
  series: readonly MetricSeries[];
  chosen: ReadonlySet<number>;
  /** It is made of codes too that the table is too long to hold. */
  beyond: boolean;
}

const codesOf = ({ key }: MetricSeries): string[] => key.map(({ value }) => value ?? '');

function cellsAsked({ answer, dimensions, choosing }: Table, question: Question, of: MetricSeries): Asked {
  const series = answer.series.filter(({ metric }) => metric.id === of.metric.id);
  const own = new Map(question.by.map((dimension, at) => [dimension, codesOf(of)[at] ?? '']));
  const isChosen = (codes: readonly string[]): boolean =>
    dimensions.every((dimension, at) => {
      const code = codes[at] ?? '';
      const passes = choosing.every(
        (filter) => filter.dimension !== dimension || filter.codes.includes(code) !== filter.excludes,
      );
      return passes && (own.get(dimension) ?? code) === code;
    });
  const held = new Set(series.flatMap(codesOf));
  return {
    series,
    chosen: new Set(series.flatMap((each, index) => (isChosen(codesOf(each)) ? [index] : []))),
    beyond:
      answer.truncatedSeries > 0 &&
      choosing.some(({ excludes, codes }) => !excludes && codes.some((code) => !held.has(code))),
  };
}

interface Judged {
  cells: readonly Cell[];
  hidden: ReadonlySet<number>;
}

/** The same cells are judged once for every series that is made of them. */
function judgeOf({ isCut }: Table): (asked: Asked, at: string, told: Told) => Judged {
  const known = new Map<string, Judged>();
  return ({ series }, at, { sampleIn, period }) => {
    const address = `${series[0]?.metric.id} ${at}`;
    let judged = known.get(address);
    if (!judged) {
      const cells = series.map((each): Cell => ({
        codes: codesOf(each),
        sample: sampleIn(each),
        cut: isCut(each, period),
      }));
      known.set(address, (judged = { cells, hidden: hiddenCells(cells) }));
    }
    return judged;
  };
}

/** A figure: how many it is of, of which days, and how to find the same of another series. */
interface Told {
  sample: number;
  period: Period;
  sampleIn(series: MetricSeries): number;
}

type IsHidden = (at: string, told: Told) => boolean;

/** All is judged before any of it is hidden: what is hidden counts as nobody. */
function hideSmall(table: Table, own: IsCut, question: Question): void {
  const judge = judgeOf(table);
  const hides = table.asked.series.flatMap((series) => {
    const asked = cellsAsked(table, question, series);
    const isHidden: IsHidden = (at, told) => {
      if (told.sample === 0) return false;
      if (isSmall(told.sample) || asked.beyond || own(series, told.period)) return true;
      const { cells, hidden } = judge(asked, at, told);
      return !maybeTold(cells, hidden, asked.chosen);
    };
    return series.points.flatMap((point, index) => hidesOf(point, index, isHidden));
  });
  for (const hide of hides) hide();
}

/** What is to be done to a point, comparisons first. */
function hidesOf(point: MetricPoint, index: number, isHidden: IsHidden): (() => void)[] {
  const compared = point.comparisons.flatMap((comparison, nth) => {
    const sampleIn = (each: MetricSeries): number => each.points[index]?.comparisons[nth]?.sample ?? 0;
    const told: Told = { sample: comparison.sample ?? 0, period: comparison.period, sampleIn };
    return isHidden(`${index} ${nth}`, told) ? [() => hideComparison(comparison)] : [];
  });
  const period = { from: point.bucket, to: point.bucketEnd };
  const sampleIn = (each: MetricSeries): number => each.points[index]?.sample ?? 0;
  const own = isHidden(`${index}`, { sample: point.sample, period, sampleIn }) ? [() => suppress(point)] : [];
  return [...compared, ...own];
}

/** The largest first; slices of which nothing is told by their codes behind them, those without a code last: their order would tell which has more. */
function inOrder({ series }: MetricAnswer): (a: MetricSeries, b: MetricSeries) => number {
  const nameOf = (each: MetricSeries): string => JSON.stringify(codesOf(each));
  const told = new Set(series.filter(({ points }) => points.some(({ sample }) => sample > 0)).map(nameOf));
  return (a, b) => {
    const [one, other] = [nameOf(a), nameOf(b)];
    if (told.has(one) || told.has(other)) return Number(told.has(other)) - Number(told.has(one));
    const without = Number(codesOf(a).includes('')) - Number(codesOf(b).includes(''));
    return without || (one < other ? -1 : Number(one > other));
  };
}

/** As many series of each metric as were asked for; what is judged by the others is judged by now. */
function cutTo(answer: MetricAnswer, { metrics, limit }: Question): MetricAnswer {
  const ordered = answer.series.toSorted(inOrder(answer));
  const shown = metrics.flatMap(({ id }) => ordered.filter(({ metric }) => metric.id === id).slice(0, limit));
  return {
    ...answer,
    series: shown,
    truncatedSeries: answer.truncatedSeries + answer.series.length - shown.length,
  };
}
