import { clockOf } from '../facts/fact.ts';
import { eligible } from '../feeds/needs.ts';
import { comparedBucket, type Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { join, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { upToToday } from './buckets.ts';
import { upToAsOf } from './fact-rows.ts';
import { allOf } from './filters.ts';
import { packed, type Numbers, type Reading } from './reading.ts';
import { scannedFact } from './scanned.ts';
import { slicesOf } from './slices.ts';

export type StockTally = Extract<Tally, { kind: 'stock' }>;

/** The last day of every bucket in the window's own time, in order: a level is what has come about until then. */
function endsOf({ buckets }: Question, window: Window): { keys: string[]; ends: string[] } {
  const days = buckets.flatMap((bucket) => {
    const compared = window.kind ? comparedBucket(bucket, window) : bucket;
    return compared ? [{ key: bucket.key, end: compared.to }] : [];
  });
  return { keys: days.map(({ key }) => key), ends: days.map(({ end }) => end) };
}

/** Where today cuts the last of them short, the levels compared are of as many days; once today is passed they stay as they are. */
const endsIn = (question: Question, window: Window, ends: readonly string[]): Sql =>
  window.kind
    ? sql`array(select ${upToToday(question, window, sql`e.last`)} from unnest(${ends}::date[]) with ordinality e(last, no) order by e.no)`
    : sql`${ends}::date[]`;

function columnsOf(question: Question, tally: StockTally, index: number): Sql {
  const among = eligible(question, tally);
  const rows = among ? sql` filter (where ${among})` : sql``;
  const sum = (change: Sql): Sql => sql`coalesce(sum(${change})${rows}, 0)`;
  const no = raw(String(index));
  const second = secondOf(tally);
  return sql`${sum(tally.change)} as level${no}, ${second ? sum(second) : sql`0`} as whole${no}`;
}
/** What a level is divided by, or the things an amount is for. */
const secondOf = ({ whole, things }: StockTally): Sql | undefined => whole ?? things;

const upTo = (column: string): Sql => raw(`sum(coalesce(c.${column}, 0)) over upto`);
const numbersOf = (tally: StockTally, index: number): Numbers => [
  upTo(`level${index}`),
  secondOf(tally) ? upTo(`whole${index}`) : null,
];

/**
 * Changes add up by the bucket they fall in (slot 0: up to the end of the first), then from bucket to bucket: every slice has a
 * level in every bucket, changed or not, so the rows are read once however many buckets there are. Tallies among the same rows share them.
 */
export function stocksFromFacts({ fact, clock: name, among }: StockTally, tallies: readonly StockTally[]): Reading {
  const clock = clockOf(fact, name);
  const day = raw(`j.${clock.day}`);
  return {
    tallies,
    scanned: (question, window) => [
      scannedFact(fact, name, question, window, endsOf(question, window).ends.at(-1) ?? window.to),
    ],
    select(question, window) {
      const slices = slicesOf(fact, question);
      const asOf = upToAsOf(clock, 'j', day);
      const { keys, ends } = endsOf(question, window);
      const conditions = [
        sql`${day} <= ${ends.at(-1) ?? window.to}::date`,
        ...(among ? [sql`(${among})`] : []),
        ...(clock.eligible ? [clock.eligible] : []),
        ...slices.conditions,
        ...asOf.conditions,
      ];
      return sql`with c as (
select width_bucket(${day} - 1, ${endsIn(question, window, ends)}) as slot, ${slices.k1} as k1, ${slices.k2} as k2, ${join(
        tallies.map((tally, index) => columnsOf(question, tally, index)),
        ', ',
      )}
from ${raw(fact.relation)} j${asOf.join}${slices.joins}
where ${allOf(conditions)} group by 1, 2, 3
)
select b.bucket, k.k1, k.k2, ${packed(tallies.map(numbersOf))} as numbers
from unnest(${keys}::date[]) with ordinality as b(bucket, no) cross join (select distinct c.k1, c.k2 from c) k
left join c on c.slot = b.no - 1 and c.k1 = k.k1 and c.k2 = k.k2
window upto as (partition by k.k1, k.k2 order by b.no)`;
    },
  };
}
