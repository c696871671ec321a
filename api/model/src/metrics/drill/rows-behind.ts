import type { MetricPart, MetricRowsRequest, Period } from '../answer/types.ts';
import type { Metric } from '../catalogue.ts';
import { metricById } from '../catalogue.ts';
import { allOf, orderConditions } from '../compile/filters.ts';
import { MetricRequestError } from '../errors.ts';
import type { Chain } from '../grammar.ts';
import { rowsOf } from '../measures.ts';
import { readFilters, readPeriod, type Filter } from '../planner/request.ts';
import { raw, sql, toQuery, type Sql } from '../sql.ts';

/** Read once for all rows; a look-up of the shop for each row costs more than the rows. */
const AS_OF = sql`((select jsonb_object_agg(s.shop, s.as_of) from core.shops s) ->> j.shop)::date`;
const none = (condition: Sql | null): Sql[] => (condition ? [sql`(${condition})`] : []);

/** The customer's earlier rows that the same question counts. */
const earlier = (period: Period, filters: readonly Filter[], more: Sql[]): Sql =>
  sql`from journey.order_journey e where ${allOf([
    sql`e.customer_id = j.customer_id`,
    sql`e.ordered_on between ${period.from}::date and ${period.to}::date`,
    sql`(e.ordered_at, e.order_id) < (j.ordered_at, j.order_id)`,
    ...orderConditions(filters, 'e'),
    ...more,
  ])}`;

/** One order a customer: the first counted in the period, or the one that made it repeat. The journey's links tell where no filter cuts them. */
function chainRows(chain: Chain, second: boolean, period: Period, filters: readonly Filter[]): Sql[] {
  const identified = sql`j.identified`;
  if (filters.every((filter) => filter.dimension === 'SHOP')) {
    const [prev, prev2] =
      chain === 'order' ? [sql`j.prev_on`, sql`j.prev2_on`] : [sql`j.valid_prev_on`, sql`j.valid_prev2_on`];
    const before = (link: Sql) => sql`(${link} is null or ${link} < ${period.from}::date)`;
    const link = chain === 'order' ? [identified] : [identified, sql`j.valid_first_of_day`];
    return second ? [...link, sql`${prev} >= ${period.from}::date`, before(prev2)] : [...link, before(prev)];
  }
  if (chain === 'order') {
    const rows = earlier(period, filters, []);
    return [identified, second ? sql`(select count(*) ${rows}) = 1` : sql`not exists (select 1 ${rows})`];
  }
  const rows = earlier(period, filters, [sql`e.valid`]);
  const firstOfDay = sql`not exists (select 1 ${earlier(period, filters, [sql`e.valid`, sql`e.ordered_on = j.ordered_on`])})`;
  return [
    identified,
    sql`j.valid`,
    ...(second
      ? [firstOfDay, sql`(select count(distinct e.ordered_on) ${rows}) = 1`]
      : [sql`not exists (select 1 ${rows})`]),
  ];
}

function kindRows(metric: Metric, part: MetricPart, period: Period, filters: readonly Filter[]): Sql[] {
  const numerator = part === 'NUMERATOR';
  switch (metric.kind) {
    case 'count':
      return none(rowsOf(metric.count));
    case 'sum':
      return numerator ? [sql`(${metric.amount.value}) <> 0`] : [];
    case 'mean':
      return none(rowsOf(metric.whole));
    case 'ratio':
      return [...none(rowsOf(metric.whole)), ...(numerator ? none(rowsOf(metric.part)) : [])];
    case 'percentile':
      return [sql`(${metric.whole})`];
    case 'distinct':
      return chainRows(metric.chain, false, period, filters);
    case 'repeat':
      return chainRows(metric.chain, numerator, period, filters);
    case 'repurchase': {
      const days = raw(String(metric.withinDays));
      const over = sql`j.ordered_on + ${days} <= ${AS_OF}`;
      return numerator ? [over, sql`j.valid_next_on - j.ordered_on <= ${days}`] : [over];
    }
  }
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
  const metric = metricById(request.metric);
  if (!metric)
    throw new MetricRequestError(
      'UNKNOWN_METRIC',
      { en: `There is no metric “${request.metric}”.`, zh: `没有指标“${request.metric}”。` },
      'metric',
    );
  const period = readPeriod(request.period);
  const filters = readFilters(request.where);
  const { day, eligible, upToAsOf } = metric.fact.clocks[metric.clock];
  const dated = raw(`j.${day}`);
  const conditions = [
    sql`${dated} between ${period.from}::date and ${period.to}::date`,
    ...none(eligible ?? null),
    ...(upToAsOf ? [sql`${dated} <= ${AS_OF}`] : []),
    ...orderConditions(filters),
    ...kindRows(metric, request.part, period, filters),
  ];
  return toQuery(allOf(conditions), firstParam);
}
