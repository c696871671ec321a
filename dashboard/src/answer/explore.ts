import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, slicesOf, type Lang, type MetricAnswer, type MetricSeries } from '../metric/types.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { againstTarget, mainComparison, movement, rated } from './verdict.ts';

export interface ExploreFacts {
  metric: string;
  /** The period as one figure, with its comparisons. */
  totals: MetricAnswer;
  /** By what it is cut, if it is. */
  slices: MetricAnswer | undefined;
}

/** What the chosen figure is, how it moved or stands, and between which slices it lies. */
export function answerExplore({ metric, totals, slices }: ExploreFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(seriesOf(totals, metric), format),
    rest: sentences([slices ? slicesText(slicesOf(slices, metric), format) : null], format),
  };
}

function leadOf(series: MetricSeries | undefined, format: Formatter): string {
  const point = series?.points[0];
  const title = series ? format.say(series.metric.title) : '';
  if (!series || !point || point.value == null)
    return format.say({
      en: `${title}: nothing to measure in this selection.`,
      zh: `${title}：所选范围内没有可计量的数据。`,
    });
  if (point.status === 'TOO_FEW') {
    const n = format.count(point.sample);
    return format.say({
      en: `${title}: a sample of ${n} is too small to rate.`,
      zh: `${title}：样本仅 ${n}，不足以评级。`,
    });
  }
  const value = format.value(point.value, series.metric);
  const moved = movement(series.metric, mainComparison(point), format) || againstTarget(series.metric, point, format);
  return format.say({ en: `${title}: ${value}${moved}.`, zh: `${title}为 ${value}${moved}。` });
}

/** The ends of those that can be rated; whether they are apart at all is said by their intervals. */
function slicesText(slices: readonly MetricSeries[], format: Formatter): string | null {
  const known = slices
    .flatMap((series) => {
      const point = rated(series.points[0]);
      const name = series.key.map(({ label }) => format.say(label)).join(' × ');
      return point?.value == null || series.points.length > 1 ? [] : [{ name, point, value: point.value, series }];
    })
    .toSorted((a, b) => b.value - a.value);
  const [first, last] = [known[0], known.at(-1)];
  if (!first || !last || first === last) return null;
  const told = ({ name, value, series }: typeof first): string => `${name} ${format.value(value, series.metric)}`;
  const [low, high] = [first.point.interval?.low, last.point.interval?.high];
  const apart = low != null && high != null && low <= high;
  return format.say({
    en: `Highest ${told(first)}, lowest ${told(last)}${apart ? '; their intervals overlap, so the order is not certain' : ''}.`,
    zh: `最高 ${told(first)}，最低 ${told(last)}${apart ? '；二者区间重叠，先后难以断定' : ''}。`,
  });
}
