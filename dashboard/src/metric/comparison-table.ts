import { figureColumn, textColumn, type ChartTable } from '../charts/index.ts';
import type { Formatter } from '../format/index.ts';
import { comparisonKey } from './rail.ts';
import type { Lang, MetricComparison, MetricSeries } from './types.ts';

interface Heads {
  slice: string;
  value: string;
  low: string;
  high: string;
  sample: string;
  change: string;
  compared(comparison: MetricComparison): string;
}

/** Every slice with its interval and all comparisons side by side; a change that noise alone could make is marked. */
export function comparisonTable(
  slices: readonly MetricSeries[],
  heads: Heads,
  format: Formatter,
  lang: Lang,
): ChartTable {
  const compared = new Map(
    slices.flatMap(({ points }) =>
      (points[0]?.comparisons ?? []).map((each) => [comparisonKey(each), heads.compared(each)] as const),
    ),
  );
  return {
    columns: [
      textColumn(heads.slice),
      ...[heads.value, heads.low, heads.high, heads.sample].map(figureColumn),
      ...[...compared.values()].flatMap((name) => [figureColumn(name), figureColumn(heads.change)]),
    ],
    rows: slices.flatMap(({ key, metric, points: [point] }) => {
      if (!point) return [];
      const figures = [point.value ?? null, point.interval?.low ?? null, point.interval?.high ?? null];
      const against = [...compared.keys()].map((each) => point.comparisons.find((one) => comparisonKey(one) === each));
      const name = key.map(({ label }) => label[lang]).join(' × ') || metric.title[lang];
      return {
        cells: [
          name,
          ...figures.map((value) => format.exact(value, metric)),
          format.count(point.sample),
          ...against.flatMap((one) => [format.exact(one?.value, metric), changeOf(one, metric, format)]),
        ],
        raw: [name, ...figures, point.sample, ...against.flatMap((one) => [one?.value ?? null, one?.change ?? null])],
      };
    }),
  };
}

const changeOf = (one: MetricComparison | undefined, metric: MetricSeries['metric'], format: Formatter): string =>
  one?.change == null ? '–' : `${format.delta(one, metric)}${one.significant === false ? ' ≈' : ''}`;
