import { Z95 } from '../../statistics/normal.ts';
import { binAt, holdsSeveral, upToColumns, valueOf, WHOLE_BLOCK } from '../rollups/bins.ts';
import type { PercentileTally } from '../rollups/histograms.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import { areFew } from './few-values.ts';
import { cellsOf, readsDays, scannedCells, type Held } from './histogram-cells.ts';
import { percentilesFromFacts } from './percentiles.ts';
import { packed, type Numbers, type Reading } from './reading.ts';

/** Standard deviations of a rank, of `n` values. */
const spreadOf = (at: Sql): Sql => sql`${raw(String(Z95))} * sqrt(c.n * ${at}::float8 * (1 - ${at}::float8))`;

/** The ranks that a percentile needs, from 0: the two it lies between, and those of its interval (none where the sample is too small). */
function ranksOf({ at }: PercentileTally): Sql[] {
  const q = raw(String(at));
  return [
    sql`floor((c.n - 1) * ${q}::float8)`,
    sql`ceil((c.n - 1) * ${q}::float8)`,
    sql`floor(c.n * ${q}::float8 - ${spreadOf(q)}) - 1`,
    sql`ceil(c.n * ${q}::float8 + ${spreadOf(q)})`,
  ];
}
const RANKS_A_TALLY = 4;

/** Does a block hold a rank between the lowest and the highest of them? */
function holdsRanks({ at }: PercentileTally): Sql {
  const q = raw(String(at));
  return sql`(c.through > greatest(floor(c.n * ${q}::float8 - ${spreadOf(q)}) - 1, 0) and c.before <= least(ceil(c.n * ${q}::float8 + ${spreadOf(q)}), c.n - 1))`;
}

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

/**
 * Ranks are looked up twice: the block they lie in by running sums over the slice's blocks, then the bin by bisection of the block. Only
 * blocks that hold a rank are added up bin by bin. Without a join: of parts of a statement the planner knows no sizes, and would loop.
 */
function locate(cells: Sql, tallies: readonly PercentileTally[]): Sql {
  const roles = tallies.flatMap(ranksOf).map((rank, role) => sql`(${raw(String(role))}, ${rank})`);
  const places = raw(upToColumns.map((name) => `sum(c.${name})::float8`).join(', '));
  const whole = raw(`c.${WHOLE_BLOCK}`);
  const held = join(tallies.map(holdsRanks), ' or ');
  return sql`select v.bucket, v.k1, v.k2, ${packed(tallies.map(numbersOf))} as numbers
from (
select f.*, ${valueOf(sql`f.bin`)} as value, ${holdsSeveral(sql`f.bin`)} as several
from (
select c.bucket, c.k1, c.k2, c.n, w.role, ${binAt(sql`c.block`, sql`width_bucket(w.rank - c.before, c.upto)`)} as bin
from (
select c.bucket, c.k1, c.k2, c.block, c.n, c.before, c.through, array[${places}] as upto
from (
select c.*, sum(${whole}) over slice as n, coalesce(sum(${whole}) over (slice order by c.block range between unbounded preceding and 1 preceding), 0)::float8 as before,
  sum(${whole}) over (slice order by c.block)::float8 as through
from (
${cells}
) c window slice as (partition by c.bucket, c.k1, c.k2)
) c where ${held} group by 1, 2, 3, 4, 5, 6, 7
) c cross join lateral (values ${join(roles, ', ')}) as w(role, rank)
where w.rank between 0 and c.n - 1 and w.rank >= c.before and w.rank < c.through
) f
) v group by v.bucket, v.k1, v.k2, v.n`;
}

/** Every metric over the same values shares the cells. Few values are read one by one, and then the answer is exact. */
export function percentilesFromHistogram(held: Held, tallies: readonly PercentileTally[]): Reading {
  const facts = percentilesFromFacts(held.tally, tallies);
  return {
    tallies,
    scanned: (question, window) =>
      readsDays(held, question, window)
        ? scannedCells(held, question, window)
        : (facts.scanned?.(question, window) ?? []),
    select(question, window) {
      if (!readsDays(held, question, window)) return facts.select(question, window);
      const cells = sql`select c.* from (${cellsOf(held, question, window)}) c where not (select s.few from small s)`;
      return sql`with small as materialized (select ${areFew(held, question, window)} as few)
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
