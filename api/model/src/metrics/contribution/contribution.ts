import type { Queryable } from '../../schema/index.ts';
import type { Dimension } from '../../vocabulary/index.ts';
import { answerMetrics } from '../answer/answer.ts';
import { suppresses } from '../answer/suppression.ts';
import type {
  MetricAccess,
  MetricAnswer,
  MetricBounds,
  MetricPoint,
  MetricRequest,
  MetricSeries,
} from '../answer/types.ts';
import { metricById, type Metric } from '../catalogue.ts';
import { MetricRequestError } from '../errors.ts';
import { cutOf, decompose, isWithheld, type Explaining } from './cut.ts';
import { explainedAs, refusedDimensions, searchedDimensions, titleOf, whyNot } from './explainable.ts';
import { comparedOf, slicesOf, type Ask, type Compared, type Reckoning } from './slices.ts';
import type { ContributionCut, ContributionRequest, MetricContribution, RefusedCut } from './types.ts';

const MOST_SHOWN = 100;
/** Pairs are made of as many of the dimensions that tell most. */
const PAIRED = 3;

const refuse = (
  code: 'UNKNOWN_METRIC' | 'BAD_LIMIT' | 'TOO_MANY_DIMENSIONS',
  field: string,
  en: string,
  zh: string,
): never => {
  throw new MetricRequestError(code, { en, zh }, field);
};

function readLimit({ limit }: ContributionRequest): number {
  const shown = limit ?? 10;
  return Number.isInteger(shown) && shown >= 1 && shown <= MOST_SHOWN
    ? shown
    : refuse(
        'BAD_LIMIT',
        'limit',
        `The limit is a whole number from 1 to ${MOST_SHOWN}, not ${shown}.`,
        `limit 应为 1 到 ${MOST_SHOWN} 的整数，而非 ${shown}。`,
      );
}

const readMetric = ({ metric }: ContributionRequest): Metric =>
  metricById(metric) ??
  refuse(
    'UNKNOWN_METRIC',
    'metric',
    `There is no metric “${metric}”. See metricCatalog.`,
    `没有指标“${metric}”，见 metricCatalog。`,
  );

function readBy({ by }: ContributionRequest): Dimension[] {
  const cut = [...new Set(by ?? [])];
  return cut.length <= 2
    ? cut
    : refuse(
        'TOO_MANY_DIMENSIONS',
        'by',
        `A change is explained by at most two dimensions at once, not ${cut.length}. Use “where” for the others.`,
        `变化最多同时按两个维度归因，不能是 ${cut.length} 个；其余请用 where。`,
      );
}

/** Money is added in its currency's smallest unit, everything else that is added in whole things. */
function reckoningOf(metric: Metric, { metric: head }: MetricSeries): Reckoning {
  const explained = explainedAs(metric);
  return { explained, per: explained === 'quotient' ? null : head.unit === 'MONEY' ? 10 ** head.decimals : 1 };
}

function withoutCuts(
  { series: [series], asOf, dataVersion }: MetricAnswer,
  point: MetricPoint,
  suppressed: boolean,
): Omit<MetricContribution, 'compare' | 'metric'> & { metric: MetricSeries['metric'] | undefined } {
  const [comparison] = point.comparisons;
  const shown = suppressed ? undefined : comparison;
  return {
    metric: series?.metric,
    event: comparison?.event ?? null,
    period: { from: point.bucket, to: point.bucketEnd },
    against: comparison?.period ?? null,
    value: suppressed ? null : point.value,
    before: shown?.value ?? null,
    change: shown?.change ?? null,
    changeInterval: shown?.changeInterval ?? null,
    significant: shown?.significant ?? null,
    verdict: shown?.verdict ?? 'UNKNOWN',
    mature: point.mature,
    suppressed,
    cuts: [],
    refused: [],
    asOf,
    dataVersion,
  };
}

interface Cutting {
  ask: Ask;
  request: Omit<MetricRequest, 'metrics'>;
  whole: Compared;
  against: NonNullable<MetricContribution['against']>;
  explaining: Explaining;
}

/** A cut, or why there is none: what cannot be asked of these figures is said of this cut, not of the whole answer. */
async function cutBy(cutting: Cutting, by: Dimension[]): Promise<ContributionCut | RefusedCut> {
  const { ask, request, whole, against, explaining } = cutting;
  const overlap = by.map((name) => whyNot(explaining.metric, name)).find((reason) => reason !== undefined);
  if (overlap) return { by, title: titleOf(by), reason: overlap };
  try {
    const { slices, beyond } = await slicesOf(ask, request, {
      by,
      against,
      total: whole.sides,
      reckoning: explaining.reckoning,
    });
    return cutOf(explaining, by, slices, beyond);
  } catch (error) {
    if (error instanceof MetricRequestError) return { by, title: titleOf(by), reason: error.text };
    throw error;
  }
}

const isCut = (found: ContributionCut | RefusedCut): found is ContributionCut => 'slices' in found;
/** A cut of one slice explains nothing, nor one whose slices are all too few. */
const tells = ({ slices, rest }: ContributionCut): boolean => slices.length > 0 && slices.length + rest.slices > 1;
const byConcentration = (a: ContributionCut, b: ContributionCut): number =>
  (b.concentration ?? 0) - (a.concentration ?? 0);

/** The usual dimensions one by one, then pairs of those that tell most; the cuts that tell most come first. */
async function search(cutting: Cutting, fixed: readonly Dimension[]): Promise<(ContributionCut | RefusedCut)[]> {
  const { metric } = cutting.explaining;
  const found: (ContributionCut | RefusedCut)[] = refusedDimensions(metric, fixed);
  for (const name of searchedDimensions(metric, fixed)) found.push(await cutBy(cutting, [name]));
  const best = found.filter(isCut).filter(tells).toSorted(byConcentration).slice(0, PAIRED);
  const names = best.flatMap(({ by }) => by);
  for (const [index, first] of names.entries())
    for (const second of names.slice(index + 1)) found.push(await cutBy(cutting, [first, second]));
  return found.filter((cut) => !isCut(cut) || tells(cut));
}

/**
 * What slices brought to a change between two periods. Counts and sums: each what it changed by. Quotients: apart by rate and mix
 * (`decompose.ts`). The parts of a cut, with everything that is not shown, add up to the change exactly.
 */
export async function answerContribution(
  db: Queryable,
  request: ContributionRequest,
  access: MetricAccess,
  bounds?: MetricBounds,
): Promise<MetricContribution> {
  const metric = readMetric(request);
  const limit = readLimit(request);
  const by = readBy(request);
  explainedAs(metric);
  const compare = request.compare ?? (request.against ? 'GIVEN_PERIOD' : 'PREVIOUS_PERIOD');
  const asked = {
    period: request.period,
    where: request.where,
    compare: [compare],
    events: request.event == null ? [] : [request.event],
    against: request.against,
  };
  const ask: Ask = (more) =>
    answerMetrics(db, { metrics: [metric.id], ...more }, { ...access, role: 'analyst' }, bounds);
  const answer = await ask(asked);
  const [series] = answer.series;
  const [point] = series?.points ?? [];
  if (!series || !point) throw new Error(`The total of ${metric.id} has no point.`);

  const reckoning = reckoningOf(metric, series);
  const whole = comparedOf([], point, reckoning);
  const hideSmall = suppresses(access);
  const suppressed = hideSmall && isWithheld(whole.sample, whole.sampleBefore);
  const plain = { ...withoutCuts(answer, point, suppressed), metric: series.metric, compare };
  const [comparison] = point.comparisons;
  if (suppressed || !comparison || comparison.change === null) return plain;

  const settled = comparison.changeInterval === null || comparison.significant !== null;
  const explaining: Explaining = { metric, reckoning, total: whole.sides, settled, hideSmall, limit };
  const cutting: Cutting = { ask, request: asked, whole, against: comparison.period, explaining };
  const fixed = (request.where ?? []).flatMap(({ dimension, in: codes }) => (codes?.length === 1 ? [dimension] : []));
  const found = by.length > 0 ? [await cutBy(cutting, by)] : await search(cutting, fixed);
  return {
    ...plain,
    change: decompose(explaining, []).change,
    cuts: found.filter(isCut).toSorted(byConcentration),
    refused: found.filter((each): each is RefusedCut => !isCut(each)),
  };
}
