import { Z95 } from '../intervals/normal.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { binAt, holdsSeveral, upToColumns, valueOf, WHOLE_BLOCK } from '../rollups/bins.ts';
import type { PercentileTally } from '../rollups/histograms.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { cellsOf, readsDays, valuesOf, type Held } from './histogram-cells.ts';
import { percentilesFromFacts } from './percentiles.ts';
import { packed, type Numbers, type Reading } from './reading.ts';

/** So many values are read and sorted in some 40 ms; above, their bins answer. */
const READ_ONE_BY_ONE = 50_000;

/** The ranks that a percentile needs, from 0: the two it lies between, and those of its interval (none where the sample is too small). */
function ranksOf(at: number): Sql[] {
  const q = raw(String(at));
  const spread = sql`${raw(String(Z95))} * sqrt(g.n * ${q}::float8 * (1 - ${q}::float8))`;
  return [
    sql`floor((g.n - 1) * ${q}::float8)`,
    sql`ceil((g.n - 1) * ${q}::float8)`,
    sql`floor(g.n * ${q}::float8 - ${spread}) - 1`,
    sql`ceil(g.n * ${q}::float8 + ${spread})`,
  ];
}
const RANKS_A_TALLY = 4;

function numbersOf({ at }: PercentileTally, index: number): Numbers {
  const [below, above, low, high] = Array.from({ length: RANKS_A_TALLY }, (_, no) => {
    const role = raw(String(index * RANKS_A_TALLY + no));
    return sql`max(v.value) filter (where v.role = ${role})`;
  });
  const rank = sql`((v.n - 1) * ${raw(String(at))}::float8)`;
  const first = raw(String(index * RANKS_A_TALLY));
  const several = sql`bool_or(v.several) filter (where v.role in (${first}, ${first} + 1))`;
  return [
    sql`${below} + (${rank} - floor(${rank})) * (${above} - ${below})`,
    sql`v.n`,
    low,
    high,
    sql`(${several})::int`,
  ];
}

const sameSlice = (left: string, right: string): Sql =>
  raw(['bucket', 'k1', 'k2'].map((name) => `${left}.${name} = ${right}.${name}`).join(' and '));

/**
 * Ranks are looked up twice by bisection: the block among the slice's blocks, then the bin among the block's. Only blocks that a rank
 * lies in are added up bin by bin.
 */
function locate(cells: Sql, tallies: readonly PercentileTally[]): Sql {
  const roles = tallies.flatMap(({ at }) => ranksOf(at)).map((rank, role) => sql`(${raw(String(role))}, ${rank})`);
  const places = raw(upToColumns.map((name) => `sum(c.${name})::float8`).join(', '));
  return sql`with cells as materialized (
${cells}
), blocks as (
select c.bucket, c.k1, c.k2, c.block, sum(sum(c.${raw(WHOLE_BLOCK)})) over (partition by c.bucket, c.k1, c.k2 order by c.block)::float8 as upto from cells c group by 1, 2, 3, 4
), slices as (
select b.bucket, b.k1, b.k2, array_agg(b.block order by b.block) as blocks, array_agg(b.upto order by b.block) as upto, max(b.upto) as n from blocks b group by 1, 2, 3
), ranked as (
select g.bucket, g.k1, g.k2, g.n, w.role, w.rank - coalesce(g.upto[i.before], 0) as rank, g.blocks[i.before + 1] as block
from slices g cross join lateral (values ${join(roles, ', ')}) as w(role, rank) cross join lateral (select width_bucket(w.rank, g.upto) as before) i
where w.rank between 0 and g.n - 1
), places as (
select c.bucket, c.k1, c.k2, c.block, array[${places}] as upto
from cells c join (select distinct r.bucket, r.k1, r.k2, r.block from ranked r) w on ${sameSlice('c', 'w')} and c.block = w.block group by 1, 2, 3, 4
), found as (
select r.bucket, r.k1, r.k2, r.n, r.role, ${binAt(sql`r.block`, sql`width_bucket(r.rank, p.upto)`)} as bin from ranked r join places p on ${sameSlice('r', 'p')} and p.block = r.block
)
select v.bucket, v.k1, v.k2, ${packed(tallies.map(numbersOf))} as numbers
from (select f.*, ${valueOf(sql`f.bin`)} as value, ${holdsSeveral(sql`f.bin`)} as several from found f) v group by v.bucket, v.k1, v.k2, v.n`;
}

/** Every metric over the same values shares the cells. Few values are read one by one, and then the answer is exact. */
export function percentilesFromHistogram(held: Held, tallies: readonly PercentileTally[]): Reading {
  const facts = percentilesFromFacts(held.tally, tallies);
  const few = (question: Question, window: Window): Sql =>
    sql`(${valuesOf(held, question, window)}) <= ${raw(String(READ_ONE_BY_ONE))}`;
  return {
    tallies,
    select(question, window) {
      if (!readsDays(held, question, window)) return facts.select(question, window);
      const cells = sql`select c.* from (${cellsOf(held, question, window)}) c where not (select s.few from small s)`;
      return sql`with small as materialized (select ${few(question, window)} as few)
select b.* from (
${locate(cells, tallies)}
) b
union all
select f.* from (
${facts.select(question, window)}
) f where (select s.few from small s)`;
    },
  };
}
