import { eligible } from '../feeds/needs.ts';
import { Z95 } from '../../statistics/normal.ts';
import { raw, sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { rowsIn } from './fact-rows.ts';
import { packed, type Numbers, type Reading } from './reading.ts';
import { scannedFact } from './scanned.ts';

type PercentileTally = Extract<Tally, { kind: 'percentile' }>;

/**
 * From the sorted values `a` of `n` rows: the percentile, linear between the two nearest ranks (as percentile_cont), and the
 * order statistics around it whose ranks cover it in 95 of 100 samples (none where the sample is too small to reach them).
 */
function numbersAt(at: number): Numbers {
  const q = raw(String(at));
  const rank = sql`((g.n - 1) * ${q}::float8)`;
  const below = sql`(g.a)[floor(${rank})::int + 1]::float8`;
  const above = sql`(g.a)[ceil(${rank})::int + 1]::float8`;
  const spread = sql`${raw(String(Z95))} * sqrt(g.n * ${q}::float8 * (1 - ${q}::float8))`;
  const low = sql`floor(g.n * ${q}::float8 - ${spread})::int`;
  const high = sql`(ceil(g.n * ${q}::float8 + ${spread})::int + 1)`;
  return [
    sql`${below} + (${rank} - floor(${rank})) * (${above} - ${below})`,
    sql`g.n`,
    sql`case when ${low} >= 1 then (g.a)[${low}] end`,
    sql`case when ${high} <= g.n then (g.a)[${high}] end`,
  ];
}

/** Every metric over the same values of the same rows, and with the same needs, shares one sort. */
export function percentilesFromFacts(tally: PercentileTally, tallies: readonly PercentileTally[]): Reading {
  const { fact, clock, value, whole } = tally;
  return {
    tallies,
    scanned: (question, window) => [scannedFact(fact, clock, question, window)],
    select(question, window) {
      const rows = rowsIn(fact, clock, question, window);
      const among = eligible(question, tally);
      return sql`select g.bucket, g.k1, g.k2, ${packed(tallies.map((each) => numbersAt(each.at)))} as numbers from (
select ${rows.bucket} as bucket, ${rows.k1} as k1, ${rows.k2} as k2, array_agg(${value} order by ${value}) as a, count(*)::int as n
${rows.from([...(among ? [among] : []), sql`(${whole})`])} group by 1, 2, 3
) g`;
    },
  };
}
