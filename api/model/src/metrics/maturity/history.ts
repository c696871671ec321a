import type { Queryable } from '../../schema/index.ts';
import { clockOf, columnOf } from '../facts/fact.ts';
import type { Outcome } from '../grammar.ts';
import { thingsOf } from '../measures.ts';
import { join, raw, sql, toQuery, type Sql } from '../sql.ts';
import { CHECKPOINTS, MOST_DELAY, type History } from './learn.ts';

/** How far back delays are learned from: a year of days of which everything is known, and the half year still in the making. */
const HISTORY_DAYS = 365 + MOST_DELAY;
/** A part of the shop with fewer outcomes has no curve of its own. */
const FEWEST_OF_SEGMENT = 1_000;
/** The one dimension by which delays are learned apart: how far the parcel has to go. */
export const SEGMENT = 'REGION';

export interface LearnRequest {
  shop: string;
  /** Only what was known by the end of this day. */
  asOf: string;
  /** How many of 256 customers are read: of a large shop some tell as much as all. */
  customers: number;
}

const MOST_ORDERS = 100_000;
export const customersRead = (orders: number): number =>
  orders <= MOST_ORDERS ? 256 : Math.max(1, Math.floor((256 * MOST_ORDERS) / orders));

/** What is told of the outcomes of one declaration, in the whole shop ('') or one of its segments. */
export interface Told {
  segment: string;
  outcomes: number;
  /** Of those, how many do not tell when they became known. */
  undated: number;
  history: History;
}

const amountOf = ({ count }: Outcome): Sql =>
  count !== 'every row' && 'amount' in count ? count.amount : thingsOf(count);

const each = (outcomes: readonly Outcome[], of: (index: Sql) => Sql, separator = ', '): Sql =>
  join(
    outcomes.map((_, index) => of(raw(String(index)))),
    separator,
  );

/** How many outcomes of days of which age were known after how long; null where they do not say. */
function cellsOf(outcomes: readonly [Outcome, ...Outcome[]], { shop, asOf, customers }: LearnRequest): Sql {
  const [{ fact, clock, day }] = outcomes;
  const dated = raw(`j.${clockOf(fact, clock).day}`);
  const segment = fact.dimensions[SEGMENT] ? sql`coalesce(${columnOf(fact, SEGMENT)}, '')` : sql`''`;
  const amounts = join(
    outcomes.map((outcome, index) => sql`(${amountOf(outcome)})::float8 as n${raw(String(index))}`),
    ', ',
  );
  const sampled = customers < 256 ? sql` and get_byte(uuid_send(j.customer_id), 0) < ${customers}::int` : sql``;
  return sql`select r.segment, ${asOf}::date - r.dated as age, greatest(r.known - r.dated, 0) as delay, ${each(outcomes, (no) => sql`sum(r.n${no}) as n${no}`)}
from (select ${segment} as segment, ${dated} as dated, (${day}) as known, ${amounts}
  from ${raw(fact.relation)} j join core.shops s on s.shop = j.shop
  where j.shop = ${shop} and ${dated} between ${asOf}::date - ${raw(String(HISTORY_DAYS))} and ${asOf}::date${sampled}) r
where ${each(outcomes, (no) => sql`r.n${no} <> 0`, ' or ')} group by 1, 2, 3`;
}

interface Row {
  kind: 'delay' | 'age' | 'week' | 'undated';
  segment: string;
  a: number;
  b: number;
  n: number[];
}

const emptyHistory = () => ({ byDelay: [] as number[], byAge: [] as number[], weeks: [] as number[][] });

function toldOf(rows: readonly Row[], index: number): Map<string, Told> {
  const found = new Map<string, Told & { history: ReturnType<typeof emptyHistory> }>();
  for (const { kind, segment, a, b, n } of rows) {
    const amount = n[index] ?? 0;
    if (amount === 0) continue;
    let told = found.get(segment);
    if (!told) found.set(segment, (told = { segment, outcomes: 0, undated: 0, history: emptyHistory() }));
    const { byDelay, byAge, weeks } = told.history;
    if (kind !== 'week' && kind !== 'delay') told.outcomes += amount;
    if (kind === 'undated') told.undated += amount;
    if (kind === 'delay') byDelay[a] = amount;
    if (kind === 'age') byAge[a] = amount;
    if (kind === 'week') (weeks[a] ??= Array.from({ length: CHECKPOINTS.length + 1 }, () => 0))[b] = amount;
  }
  return new Map([...found].filter(([segment, { outcomes }]) => segment === '' || outcomes >= FEWEST_OF_SEGMENT));
}

/** The histories of outcomes that one pass tells, each of the whole shop and of its segments that are large enough. */
export async function readHistories(
  db: Queryable,
  outcomes: readonly [Outcome, ...Outcome[]],
  request: LearnRequest,
): Promise<Map<string, Told>[]> {
  const sums = sql`array[${each(outcomes, (no) => sql`sum(c.n${no})`)}]::float8[]`;
  const { sql: text, params } = toQuery(sql`with cells as materialized (
${cellsOf(outcomes, request)}
), large as materialized (
select segment from cells where segment <> '' group by 1 having greatest(${each(outcomes, (no) => sql`sum(n${no})`)}) >= ${raw(String(FEWEST_OF_SEGMENT))}
), c as materialized (
select '' as part, * from cells union all select segment, cells.* from cells join large using (segment)
)
select 'delay' as kind, c.part as segment, c.delay as a, 0 as b, ${sums} as n from c where c.delay <= least(c.age, ${raw(String(MOST_DELAY))}) group by 2, 3
union all
select 'age', c.part, c.age, 0, ${sums} from c where c.delay <= c.age group by 2, 3
union all
select 'week', c.part, c.age / 7, width_bucket(c.delay - 1, array[${raw(CHECKPOINTS.join(', '))}]), ${sums} from c where c.delay <= c.age group by 2, 3, 4
union all
select 'undated', c.part, 0, 0, ${sums} from c where c.delay is null group by 2`);
  const { rows } = await db.query<Row>(text, params);
  return outcomes.map((_, index) => toldOf(rows, index));
}
