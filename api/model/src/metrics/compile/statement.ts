import type { Metric } from '../catalogue.ts';
import { orders } from '../facts.ts';
import { countsCustomers } from '../grammar.ts';
import type { Question } from '../planner/request.ts';
import { ordersDaily } from '../rollups/daily.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { talliesOf, type Tally } from '../tallies.ts';
import { shopsOf, within } from './buckets.ts';
import { delaysOf } from './delays.ts';
import { allOf, conditionsOn, passes } from './filters.ts';
import { labelOf } from './labels.ts';
import { NUMBERS_A_TALLY, type Reading } from './reading.ts';

/** Counts customers of orders; those of other facts are known or left out, and no order tells how many. */
export const countsBuyers = (metric: Metric): boolean => countsCustomers(metric) && metric.fact === orders;

/** Orders of the period without a known buyer: from the rollup where it holds the filters, else from facts. */
function unidentified(question: Question): Sql {
  if (!question.metrics.some(countsBuyers)) return sql`null::bigint`;
  const [main] = question.windows;
  if (!main) return sql`null::bigint`;
  if (question.filters.every((filter) => filter.dimension === 'SHOP')) {
    return sql`(select coalesce(sum(r.unidentified_orders), 0) from ${raw(ordersDaily.table)} r where ${allOf([sql`r.dimension = ''`, sql`r.span = 'day'`, within(question, main, sql`r.day`), ...passes(sql`r.shop`, question.filters)])})`;
  }
  return sql`(select count(*) from journey.order_journey j where ${allOf([sql`not j.identified`, within(question, main, sql`j.ordered_on`), ...conditionsOn(orders, question.filters)])})`;
}

/** The shops asked, with what is true of each; the version of the data; all read by the same snapshot as the figures. */
function headOf(question: Question): Sql {
  const { curves, arrivals } = delaysOf(question);
  return sql`select jsonb_build_object('version', (select v.version::text from ops.data_version v), 'unidentified', ${unidentified(question)},
  'stale', array(select u.name from ops.rollups u where u.stale_since is not null),
  'curves', ${curves}, 'arrivals', ${arrivals},
  'shops', (select coalesce(jsonb_agg(jsonb_build_object('shop', s.shop, 'currency', s.currency, 'asOf', s.as_of::text, 'tells', array(select n.known from ops.shop_feeds n where n.shop = s.shop)) order by s.shop), '[]') from core.shops s where ${shopsOf(question)})) as info`;
}

/** What slices are ranked by: the sample of the first metric. */
const rankedBy = ({ metrics: [metric] }: Question): Tally | undefined => metric && talliesOf(metric).at(-1);

/** Slices ranked before their numbers are put together, where the one reading can weigh them: of many only those shown are. */
function weighed(question: Question, readings: readonly Reading[]): Sql | undefined {
  const [reading, ...others] = readings;
  const [main] = question.windows;
  const first = rankedBy(question);
  if (!reading?.weigh || others.length > 0 || !main || !first || !reading.tallies.includes(first)) return undefined;
  return reading.weigh(question, main, first);
}

/** The slices to show: the largest sample of the first metric first; `total` says how many there are. */
function keysOf(question: Question, readings: readonly Reading[], weights: Sql | undefined): Sql {
  const first = rankedBy(question);
  const ranked = readings.map((reading, index) => {
    if (weights) return weights;
    const at = reading.tallies.findIndex((tally) => tally === first);
    const [sample, otherwise] = [raw(String(at * NUMBERS_A_TALLY + 2)), raw(String(at * NUMBERS_A_TALLY + 1))];
    const weight = at < 0 ? sql`0` : sql`coalesce(r.numbers[${sample}], r.numbers[${otherwise}], 0)`;
    const main = question.windows.length > 1 ? sql` where r.window_no = 0` : sql``;
    return sql`select r.k1, r.k2, ${weight} as weight from reading_${raw(String(index))} r${main}`;
  });
  const shops = sql`(select array_agg(s.shop) from core.shops s where ${shopsOf(question)})`;
  return sql`keys as materialized (
select k.*, row_number() over (order by k.weight desc, k.k1, k.k2) as place, ${labelOf(question.by[0], sql`k.k1`, shops)} as label1, ${labelOf(question.by[1], sql`k.k2`, shops)} as label2
from (select u.k1 collate "C" as k1, u.k2 collate "C" as k2, sum(u.weight) as weight, count(*) over () as total from (
${join(ranked, '\nunion all\n')}
) u group by 1, 2 order by 3 desc, 1, 2 limit ${question.limit}::int) k
)`;
}

/**
 * The one statement of an answer. Rows: part −2 the head, part −1 a slice (info: place, total, labels), part ≥ 0 a slice's numbers of
 * that reading in one window: days since 1970 and, of each, an array of numbers. A row a bucket would take the client longer to
 * read than PostgreSQL needs to find it.
 */
export function statementOf(question: Question, readings: readonly Reading[]): Sql {
  const sliced = question.by.length > 0;
  const weights = sliced ? weighed(question, readings) : undefined;
  const shown = weights && sql`select k.k1 from keys k`;
  const tables = readings.map((reading, index) => {
    const windows = question.windows.map(
      (window, no) =>
        sql`select ${raw(String(no))} as window_no, w.* from (${reading.select(question, window, shown)}) w`,
    );
    return sql`reading_${raw(String(index))} as materialized (\n${join(windows, '\nunion all\n')}\n)`;
  });
  const keys = sliced ? [keysOf(question, readings, weights)] : [];
  const rows = readings.map((_, index) => {
    const no = raw(String(index));
    const chosen = sliced ? sql` join keys k on k.k1 = r.k1 and k.k2 = r.k2` : sql``;
    return sql`select ${no}, r.window_no, r.k1, r.k2, array_agg(r.bucket - date '1970-01-01')::text, array_agg(r.numbers)::text, null::jsonb from reading_${no} r${chosen} group by 2, 3, 4`;
  });
  const slices = sliced
    ? sql`\nunion all\nselect -1, null, k.k1, k.k2, null, null, jsonb_build_object('place', k.place, 'total', k.total, 'label1', k.label1, 'label2', k.label2) from keys k`
    : sql``;
  return sql`with ${join(weights ? [...keys, ...tables] : [...tables, ...keys], ',\n')}
select -2 as part, null::int as window_no, null::text as k1, null::text as k2, null::text as days, null::text as numbers, h.info from (${headOf(question)}) h${slices}
union all
${join(rows, '\nunion all\n')}`;
}
