import type { MetricPart, MetricRowsRequest, Period } from '../answer/types.ts';
import { metricById, type Metric } from '../catalogue.ts';
import { allOf, orderConditions } from '../compile/filters.ts';
import { MetricRequestError } from '../errors.ts';
import { rowsOf } from '../measures.ts';
import { readFilters, readPeriod, type Filter } from '../planner/request.ts';
import { raw, sql, toQuery, type Sql } from '../sql.ts';
import { customerRows, standingOf } from './customer-rows.ts';

/** Read once for all rows; a look-up of the shop for each row costs more than the rows. */
const AS_OF = sql`((select jsonb_object_agg(s.shop, s.as_of) from core.shops s) ->> j.shop)::date`;
const given = (condition: Sql | null): Sql[] => (condition ? [sql`(${condition})`] : []);

/** Rows of the whole, those of the part among them, or those that are not. */
const partOf = (whole: Sql[], part: Sql[], wanted: MetricPart): Sql[] => {
  if (wanted === 'DENOMINATOR') return whole;
  return wanted === 'NUMERATOR' ? [...whole, ...part] : [...whole, sql`(${allOf(part)}) is not true`];
};

function kindRows(metric: Metric, part: MetricPart, period: Period, filters: readonly Filter[]): Sql[] {
  switch (metric.kind) {
    case 'count':
      return given(rowsOf(metric.count));
    case 'sum':
      return part === 'NUMERATOR' ? [sql`(${metric.amount.value}) <> 0`] : [];
    case 'mean':
      return given(rowsOf(metric.whole));
    case 'ratio':
      return partOf(given(rowsOf(metric.whole)), given(rowsOf(metric.part)), part);
    case 'percentile':
      return [sql`(${metric.whole})`];
    case 'distinct':
      return customerRows(metric.chain, 'first', period, filters);
    case 'repeat':
      return customerRows(metric.chain, standingOf(part), period, filters);
    case 'repurchase': {
      const days = raw(String(metric.withinDays));
      return partOf([sql`j.ordered_on + ${days} <= ${AS_OF}`], [sql`j.valid_next_on - j.ordered_on <= ${days}`], part);
    }
  }
}

function readMetric({ metric: id, part }: MetricRowsRequest): Metric {
  const metric = metricById(id);
  if (!metric) {
    throw new MetricRequestError(
      'UNKNOWN_METRIC',
      { en: `There is no metric “${id}”. See metricCatalog.`, zh: `没有指标“${id}”，见 metricCatalog。` },
      'metric',
    );
  }
  if (part === 'REMAINDER' && metric.unit.name !== 'PERCENT') {
    throw new MetricRequestError(
      'NO_REMAINDER',
      {
        en: `${id} is not a share, so nothing of its denominator is left beside the numerator. Ask for NUMERATOR or DENOMINATOR.`,
        zh: `${id} 不是占比，分母中没有分子之外的部分。请用 NUMERATOR 或 DENOMINATOR。`,
      },
      'part',
    );
  }
  return metric;
}

export interface Condition {
  sql: string;
  params: unknown[];
}

/**
 * The condition on `journey.order_journey j` that selects the rows behind a figure, with parameters numbered from `firstParam`.
 * For customer metrics it selects one order a customer, so that the rows count up to the figure.
 */
export function rowsBehind(request: MetricRowsRequest, firstParam = 1): Condition {
  const metric = readMetric(request);
  const period = readPeriod(request.period);
  const filters = readFilters(request.where);
  const { day, eligible, upToAsOf } = metric.fact.clocks[metric.clock];
  const dated = raw(`j.${day}`);
  const conditions = [
    sql`${dated} between ${period.from}::date and ${period.to}::date`,
    ...given(eligible ?? null),
    ...(upToAsOf ? [sql`${dated} <= ${AS_OF}`] : []),
    ...orderConditions(filters),
    ...kindRows(metric, request.part, period, filters),
  ];
  return toQuery(allOf(conditions), firstParam);
}
