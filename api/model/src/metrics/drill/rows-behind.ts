import type { MetricPart, MetricRowsRequest, Period } from '../answer/types.ts';
import { metricById, type Metric } from '../catalogue.ts';
import { allOf, conditionsOn } from '../compile/filters.ts';
import { MetricRequestError } from '../errors.ts';
import { factNamed, orders, today, type Fact, type FactName } from '../facts.ts';
import { clockOf, idOf } from '../facts/fact.ts';
import { eligibleRows } from '../feeds/needs.ts';
import { isShare, type Counted } from '../grammar.ts';
import { rowsOf, thingsOf } from '../measures.ts';
import { unknownMetric } from '../planner/refusals.ts';
import { readPeriod } from '../planner/period.ts';
import { readFiltersOn, type Filter } from '../planner/request.ts';
import { raw, sql, toQuery, type Sql } from '../sql.ts';
import { talliesOf, type Tally } from '../tallies.ts';
import { customerRows, standingOf } from './customer-rows.ts';
import { customersOnce } from './customers-once.ts';
import { firstOrderRows } from './first-orders.ts';
import { partOf } from './part.ts';

const given = (condition: Sql | null): Sql[] => (condition ? [sql`(${condition})`] : []);

/** Rows of the whole that bring more than what of them is in the part: of two reviews one may be bad. */
const leftOver = ({ whole, part }: { whole: Counted; part: Counted }): Sql[] =>
  whole !== 'every row' && 'each' in whole
    ? [sql`(${whole.each}) > (${thingsOf(part)})`]
    : partOf(given(rowsOf(whole)), given(rowsOf(part)), 'REMAINDER');

/** `dated`: the conditions that put a row into the figure at all. */
function kindRows(tally: Tally, part: MetricPart, period: Period, filters: readonly Filter[], dated: Sql[]): Sql[] {
  switch (tally.kind) {
    case 'count':
      return given(rowsOf(tally.count));
    case 'sum':
      return part === 'NUMERATOR' ? [sql`(${tally.amount.value}) <> 0`] : [];
    case 'mean':
      return given(rowsOf(tally.whole));
    case 'ratio':
    case 'rate':
      return part === 'REMAINDER'
        ? leftOver(tally)
        : partOf(given(rowsOf(tally.whole)), given(rowsOf(tally.part)), part);
    case 'index':
      return partOf([sql`(${tally.whole})`], [sql`((${tally.plus}) or (${tally.minus}))`], part);
    case 'percentile':
      return [sql`(${tally.whole})`];
    case 'stock':
      return [
        ...given(tally.among ?? null),
        sql`(${part === 'DENOMINATOR' && tally.whole ? tally.whole : tally.change}) <> 0`,
      ];
    case 'customers':
    case 'customer_share':
    case 'per_customer':
      return customersOnce(tally, part, dated);
    case 'distinct':
      return customerRows(tally.chain, 'first', period, filters);
    case 'repeat':
      return customerRows(tally.chain, standingOf(part), period, filters);
    case 'repurchase':
    case 'retention':
    case 'depth':
    case 'survival':
      return firstOrderRows(tally, part);
  }
}

function readMetric({ metric: id, part }: MetricRowsRequest): Metric {
  const metric = metricById(id);
  if (!metric) {
    throw new MetricRequestError('UNKNOWN_METRIC', unknownMetric(id), 'metric');
  }
  if (part === 'REMAINDER' && (!isShare(metric) || metric.kind === 'stock')) {
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

/** Of a metric across two facts, the one that the wanted part is counted from. */
function tallyBehind(metric: Metric, part: MetricPart): Tally {
  const [above, below] = talliesOf(metric);
  const tally = part === 'DENOMINATOR' ? (below ?? above) : above;
  if (!tally) throw new Error(`${metric.id} is read from nothing.`);
  return tally;
}

/** What the rows behind a part of a figure are counted by. */
export const tallyFor = (request: MetricRowsRequest): Tally => tallyBehind(readMetric(request), request.part);

function readTally(fact: Fact, request: MetricRowsRequest): Tally {
  const tally = tallyFor(request);
  if (tally.fact !== fact) {
    const { rows } = tally.fact;
    throw new MetricRequestError(
      'OTHER_ROWS',
      {
        en: `The rows behind ${request.metric} (${request.part}) are ${rows.en}, not ${fact.rows.en}. Ask for them in the list of ${rows.en}.`,
        zh: `${request.metric}（${request.part}）背后的记录是${rows.zh}，而非${fact.rows.zh}；请在${rows.zh}列表中查询。`,
      },
      'behind.metric',
    );
  }
  return tally;
}

/** Which rows `j` of the fact stand behind the part. */
export function conditionsBehind(fact: Fact, request: MetricRowsRequest): Sql {
  const tally = readTally(fact, request);
  const period = readPeriod(request.period);
  const filters = readFiltersOn(fact, request.where);
  const { day, eligible, upToAsOf } = clockOf(fact, tally.clock);
  const dated = raw(`j.${day}`);
  const conditions = [
    tally.kind === 'stock'
      ? sql`${dated} <= ${period.to}::date`
      : sql`${dated} between ${period.from}::date and ${period.to}::date`,
    ...given(eligible ?? null),
    ...(upToAsOf ? [sql`${dated} <= ${today}`] : []),
    ...conditionsOn(fact, filters),
    ...given(eligibleRows(tally, 'j')),
  ];
  return allOf([...conditions, ...kindRows(tally, request.part, period, filters, conditions)]);
}

export interface Condition {
  sql: string;
  params: unknown[];
}

/**
 * The condition on `journey.order_journey j` that selects the orders behind a figure, with parameters numbered from `firstParam`.
 * For customer metrics it selects one order a customer, so that the rows count up to the figure.
 */
export function rowsBehind(request: MetricRowsRequest, firstParam = 1): Condition {
  const { fact } = tallyFor(request);
  // Other facts whose rows are orders too: those with their defects, the first of a customer and day.
  const behind =
    fact !== orders && fact.id === orders.id
      ? sql`j.order_id in (select ${idOf(fact)} from ${raw(fact.relation)} j where ${conditionsBehind(fact, request)})`
      : conditionsBehind(orders, request);
  return toQuery(behind, firstParam);
}

/**
 * A query for the ids of the rows behind a figure: `select` of one column, to stand in `… in (${sql})`. The ids are those of core:
 * of a case, a parcel, a return. Refused where the figure counts something else.
 */
export function idsBehind(name: FactName, request: MetricRowsRequest, firstParam = 1): Condition {
  const fact = factNamed(name);
  if (!fact.id) {
    throw new MetricRequestError(
      'NO_ROWS',
      {
        en: `${fact.rows.en} are put together from other rows, so there is no list of them.`,
        zh: `${fact.rows.zh}由其他记录合成，没有可列出的明细。`,
      },
      'behind.metric',
    );
  }
  return toQuery(
    sql`select ${idOf(fact)} from ${raw(fact.relation)} j where ${conditionsBehind(fact, request)}`,
    firstParam,
  );
}
