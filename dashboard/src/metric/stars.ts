import type { LeagueRow, ShareRow } from '../charts/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer, type MetricSeries } from './types.ts';
import { figureData } from './figure-data.ts';
import type { MetricId } from '../gql/graphql.ts';

/** Earliest first, as the reader expects; the API ranks slices by size. */
export const delayOrder = ['early_8', 'early_1_7', 'on_day', 'late_1_3', 'late_4_7', 'late_8', 'not_delivered'];
/** Shares of the five scores, worst first. */
export const starShares = [
  'ONE_STAR_SHARE',
  'TWO_STAR_SHARE',
  'THREE_STAR_SHARE',
  'FOUR_STAR_SHARE',
  'FIVE_STAR_SHARE',
] as const satisfies readonly MetricId[];

const stars = ['1 ★', '2 ★', '3 ★', '4 ★', '5 ★'];

export function starRows(answer: MetricAnswer, lang: Lang): ShareRow[] {
  const means = slicesOf(answer, 'AVERAGE_REVIEW_SCORE');
  return delayOrder.flatMap((bucket): ShareRow[] => {
    const mean = means.find((series) => series.key[0]?.value === bucket);
    const point = mean?.points[0];
    if (!mean || !point || point.sample === 0) return [];
    return [
      {
        key: bucket,
        label: mean.key[0]?.label[lang] ?? bucket,
        sample: point.sample,
        segments: starShares.map((metric, at) => ({
          key: metric,
          label: stars[at] ?? '',
          share: seriesOf(answer, metric, bucket)?.points[0]?.value ?? null,
        })),
        end: point.value ?? null,
        tooFew: point.status === 'TOO_FEW',
        marking: figureData(mean.metric, point, mean.key),
      },
    ];
  });
}

/** Negative reviews of orders that came on time and of those that came late: the two whose intervals are compared. */
export function lateRows(answer: MetricAnswer, lang: Lang, write: { count(n: number): string }): LeagueRow[] {
  return (['on_time', 'late'] as const).flatMap((value): LeagueRow[] => {
    const series = seriesOf(answer, 'NEGATIVE_REVIEW_RATE', value);
    const point = series?.points[0];
    if (!series || !point || point.sample === 0) return [];
    return [
      {
        key: value,
        label: series.key[0]?.label[lang] ?? value,
        note: `n ${write.count(point.sample)}`,
        value: point.value ?? null,
        interval: point.interval ?? null,
        sample: point.sample,
        tooFew: point.status === 'TOO_FEW',
        tone: value === 'late' ? 'bad' : 'now',
      },
    ];
  });
}

/** Slices by delay, earliest first; those without a promise are not compared with one. */
export const inDelayOrder = (series: readonly MetricSeries[]): MetricSeries[] =>
  delayOrder.flatMap((bucket) => series.find((each) => each.key[0]?.value === bucket) ?? []);
