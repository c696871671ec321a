import { dimensions, type Dimension, type LocalizedText } from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';
import { MetricRequestError } from '../errors.ts';
import { countsCustomers, withinOf } from '../grammar.ts';
import { dimensionsOf, overlapsIn } from '../tallies.ts';
import type { RefusedCut } from './types.ts';

/** `sum`: its slices add up. `quotient`: numerator and denominator do, so that a change is of rates and of weights. */
export type Explained = 'sum' | 'quotient';

const sums: ReadonlySet<string> = new Set(['count', 'sum', 'distinct', 'customers']);
/** Of repurchase and its like every customer counts once, by the first order. */
const quotients: ReadonlySet<string> = new Set([
  'ratio',
  'mean',
  'rate',
  'index',
  'across',
  'repurchase',
  'retention',
  'depth',
]);

/** How a metric's change is explained; refused where its slices have no sum, whatever it is cut by. */
export function explainedAs(metric: Metric): Explained {
  if (metric.kind === 'stock') return metric.whole ? 'quotient' : 'sum';
  if (sums.has(metric.kind)) return 'sum';
  if (quotients.has(metric.kind) || countsCustomers(metric)) return 'quotient';
  throw new MetricRequestError(
    'CANNOT_EXPLAIN',
    {
      en: `${metric.id} (${metric.title.en}) is a ${metric.kind}: what its slices have cannot be added up to the total, so no slice has a part in its change. Ask for a mean, a share or a count of the same rows; its slices can be compared with “metrics … by”.`,
      zh: `${metric.id}（${metric.title.zh}）各切片无法相加为整体，因此其变化不能归因到切片。请改用同一批数据的均值、占比或计数；各切片可用 metrics 的 by 比较。`,
    },
    'metric',
  );
}

/** “Region × Carrier”. */
export const titleOf = (by: readonly Dimension[]): LocalizedText => ({
  en: by.map((name) => dimensions[name].title.en).join(' × '),
  zh: by.map((name) => dimensions[name].title.zh).join(' × '),
});

/** Why the slices of a dimension have no sum; undefined where they do. */
export function whyNot(metric: Metric, name: Dimension): LocalizedText | undefined {
  const title = dimensions[name].title;
  const byFirstOrder = quotients.has(metric.kind);
  if (countsCustomers(metric) && !byFirstOrder && name !== 'SHOP') {
    return {
      en: `A customer may stand in several values of “${title.en}”: the slices overlap and do not add up to the total.`,
      zh: `一位顾客可能出现在多个“${title.zh}”取值中：切片互有重叠，相加不等于整体。`,
    };
  }
  const ownMoney = metric.kind === 'sum' && withinOf(metric).includes(name);
  if (overlapsIn(metric, name) && !ownMoney) {
    return {
      en: `A row may carry several values of “${title.en}”: the slices overlap and do not add up to the total.`,
      zh: `一条记录可有多个“${title.zh}”取值：切片互有重叠，相加不等于整体。`,
    };
  }
  return undefined;
}

/**
 * What is searched when no cut is named, in this order: where, by whom, what for, to whom. What came of a row (late, canceled, complained)
 * is no cause of itself, and is left to be asked for by name.
 */
const searched: readonly Dimension[] = [
  'REGION',
  'CARRIER',
  'CATEGORY',
  'CHANNEL',
  'SERVICE_LEVEL',
  'TOPIC',
  'FIRST_OR_REPEAT',
  'TEAM',
  'ORIGIN',
  'TIER',
  'DELIVERY_OPTION',
  'HANDLED_BY',
  'CASE_TYPE',
  'RETURN_REASON',
  'PLATFORM',
  'PAYMENT_METHOD',
  'MERCHANT',
  'SHOP',
];
const MOST_SEARCHED = 6;

/** The dimensions searched: those whose slices add up and which the question does not hold fast already. */
export function searchedDimensions(metric: Metric, fixed: readonly Dimension[]): Dimension[] {
  const carried = dimensionsOf(metric);
  return searched
    .filter((name) => carried.includes(name) && !fixed.includes(name) && !whyNot(metric, name))
    .slice(0, MOST_SEARCHED);
}

/** Carried and asked often, but of no sum: said rather than left out in silence. */
export function refusedDimensions(metric: Metric, fixed: readonly Dimension[]): RefusedCut[] {
  const carried = dimensionsOf(metric);
  return searched.flatMap((name) => {
    const reason = carried.includes(name) && !fixed.includes(name) ? whyNot(metric, name) : undefined;
    return reason ? [{ by: [name], title: titleOf([name]), reason }] : [];
  });
}
