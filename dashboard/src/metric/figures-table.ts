import { figureColumn, textColumn, type ChartTable } from '../charts/index.ts';
import type { Formatter } from '../format/index.ts';
import type { LocalizedText, MetricAnswer, MetricPoint, MetricSeries } from './types.ts';

interface Words {
  figure: string;
  value: string;
  numerator: string;
  denominator: string;
  low: string;
  high: string;
  sample: string;
  state: string;
  changed: string;
}

const pick = (text: LocalizedText, format: Formatter): string => text[format.lang];

/** What had been published and what it is since: the ledger of changes, in one cell. */
const changedText = ({ metric, revisions }: MetricSeries, format: Formatter): string =>
  (revisions ?? [])
    .map(
      ({ month, before, after, causeTitle }) =>
        `${format.month(month.from)}: ${format.exact(before.value, metric)} → ${format.exact(after.value, metric)} (${pick(causeTitle, format)})`,
    )
    .join('; ');

const comparedText = (
  head: MetricSeries['metric'],
  { comparisons }: MetricPoint,
  at: number,
  format: Formatter,
): string => {
  const comparison = comparisons[at];
  return comparison
    ? `${format.exact(comparison.value, head)} (${format.delta(comparison, head)}, ${format.significance(comparison.significant)})`
    : '';
};

/** The headline figures of a page as a table: what their cards tell under the pointer, and what of them changed since. */
export function figuresTable(
  answer: MetricAnswer,
  metrics: readonly string[],
  words: Words,
  format: Formatter,
): ChartTable {
  const series = metrics.flatMap((id) => answer.series.filter(({ metric }) => metric.id === id).slice(0, 1));
  const compared = series[0]?.points[0]?.comparisons ?? [];
  const changed = series.some(({ revisions }) => (revisions ?? []).length > 0);
  const columns = [
    textColumn(words.figure),
    ...[words.value, words.numerator, words.denominator, words.low, words.high, words.sample].map(figureColumn),
    textColumn(words.state),
    ...compared.map(({ period }) => figureColumn(format.dayRange(period.from, period.to))),
    ...(changed ? [textColumn(words.changed)] : []),
  ];
  const rows = series.flatMap((each) => {
    const [point] = each.points;
    if (!point) return [];
    const { metric } = each;
    const { low = null, high = null } = point.interval ?? {};
    const figures = [point.value ?? null, point.numerator ?? null, point.denominator ?? null, low, high, point.sample];
    const money = metric.unit === 'MONEY';
    const told = changed ? [changedText(each, format)] : [];
    return [
      {
        cells: [
          pick(metric.title, format),
          format.exact(figures[0], metric),
          money || figures[1] === null ? '' : format.count(figures[1]),
          figures[2] === null ? '' : format.count(figures[2]),
          low === null ? '' : format.exact(low, metric),
          high === null ? '' : format.exact(high, metric),
          format.count(point.sample),
          format.maturity(point.mature),
          ...compared.map((_, at) => comparedText(metric, point, at, format)),
          ...told,
        ],
        raw: [
          metric.id,
          ...figures,
          point.mature ? 'settled' : 'young',
          ...compared.map((_, at) => point.comparisons[at]?.value ?? null),
          ...told,
        ],
      },
    ];
  });
  return { columns, rows };
}
