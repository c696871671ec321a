import { orders } from '../facts.ts';
import type { Chain } from '../grammar.ts';
import type { Window } from '../planner/calendar.ts';
import { chainRuns, relationsOf, type ChainRun } from '../planner/chain-runs.ts';
import type { Question } from '../planner/request.ts';
import { chainDays, flagColumn } from '../rollups/chain-days.ts';
import { backWithin, firstDays } from '../rollups/first-days.ts';
import { join, literal, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { bucketOf, bucketStart, within } from './buckets.ts';
import { allOf, passes } from './filters.ts';
import { packed, type Numbers, type Reading } from './reading.ts';
import { scannedFact, scannedRollup } from './scanned.ts';
import { slicesOf } from './slices.ts';

const shopKey = ({ by }: Question, index: number): Sql => (by[index] === 'SHOP' ? sql`r.shop` : sql`''`);

type ChainTally = Extract<Tally, { kind: 'distinct' | 'repeat' }>;

const asksTwice = (tallies: readonly ChainTally[]): boolean => tallies.some(({ kind }) => kind === 'repeat');

/** Customers with at least one link in the bucket, and where asked those with at least two, each counted at exactly one link. */
interface Links {
  chain: Chain;
  twice: boolean;
}

const linksIn = (chain: Chain, question: Question, window: Window): Sql =>
  allOf([
    sql`r.chain = ${literal(chain)}`,
    within(question, window, sql`r.day`),
    ...passes(sql`r.shop`, question.filters),
  ]);

/** Buckets that begin or end with a calendar span: its flags add up. */
function fromDays(
  { chain, twice }: Links,
  flag: NonNullable<ChainRun['flag']>,
  question: Question,
  window: Window,
): Sql {
  const [one, other] = flag.from === 'first' ? (['first', 'second'] as const) : (['last', 'last_but_one'] as const);
  const second = twice ? sql`sum(r.${raw(flagColumn(other, flag.span))})` : sql`0`;
  return sql`select ${bucketOf(question, window, sql`r.day`)} as bucket, ${shopKey(question, 0)} as k1, ${shopKey(question, 1)} as k2, sum(r.${raw(flagColumn(one, flag.span))}) as once, ${second} as twice from ${raw(chainDays.table)} r
where ${linksIn(chain, question, window)} group by 1, 2, 3`;
}

/** Any other buckets: links whose link before lies before the bucket. */
function fromPairs({ chain, twice }: Links, question: Question, window: Window): Sql {
  const start = bucketStart(question, window, sql`r.day`);
  const of = (conditions: readonly Sql[]) => allOf([linksIn(chain, question, window), ...conditions]);
  const bucket = bucketOf(question, window, sql`r.day`);
  const once = sql`select ${bucket} as bucket, ${shopKey(question, 0)} as k1, ${shopKey(question, 1)} as k2, sum(r.links) as once, 0 as twice from mart.order_pairs r
where ${of([sql`r.prev_day < ${start}`])} group by 1, 2, 3`;
  if (!twice) return once;
  return sql`${once}
union all
select ${bucket}, ${shopKey(question, 0)}, ${shopKey(question, 1)}, 0, sum(r.links) from mart.order_triples r
where ${of([sql`r.prev_day >= ${start}`, sql`r.prev2_day < ${start}`])} group by 1, 2, 3`;
}

const NOTHING = sql`select null::date as bucket, '' as k1, '' as k2, 0 as once, 0 as twice where false`;

export function fromChains(chain: Chain, tallies: readonly ChainTally[]): Reading {
  const twice = asksTwice(tallies);
  const numbers = tallies.map((tally): Numbers =>
    tally.kind === 'distinct' ? [sql`sum(l.once)`, null] : [sql`sum(l.twice)`, sql`sum(l.once)`],
  );
  const key = [sql`r.chain = ${literal(chain)}`];
  return {
    tallies,
    scanned: (question, window) =>
      chainRuns(question, window).flatMap(({ flag, ...run }) =>
        relationsOf(flag, twice).map((relation) => scannedRollup(relation, question, { ...window, ...run }, { key })),
      ),
    select(question, window) {
      const runs = chainRuns(question, window).map(({ flag, ...run }) => {
        const days = { ...window, ...run };
        return flag ? fromDays({ chain, twice }, flag, question, days) : fromPairs({ chain, twice }, question, days);
      });
      return sql`select l.bucket, l.k1, l.k2, ${packed(numbers)} as numbers from (
${runs.length > 0 ? join(runs, '\nunion all\n') : NOTHING}
) l group by 1, 2, 3`;
    },
  };
}

/** Each customer of a bucket and slice once, with how many orders and how many valid days; both chains from one pass. */
export function chainsFromFacts(tallies: readonly ChainTally[]): Reading {
  const once: Record<Chain, Sql> = {
    order: sql`count(*)`,
    valid_day: sql`count(*) filter (where c.first_valid is not null)`,
  };
  const twice: Record<Chain, Sql> = {
    order: sql`count(*) filter (where c.orders >= 2)`,
    valid_day: sql`count(*) filter (where c.last_valid > c.first_valid)`,
  };
  const numbers = tallies.map(({ kind, chain }): Numbers =>
    kind === 'distinct' ? [once[chain], null] : [twice[chain], once[chain]],
  );
  return {
    tallies,
    scanned: (question, window) => [scannedFact(orders, 'order', question, window)],
    select(question, window) {
      const slices = slicesOf(orders, question);
      const conditions = [sql`j.identified`, within(question, window, sql`j.ordered_on`), ...slices.conditions];
      return sql`select c.bucket, c.k1, c.k2, ${packed(numbers)} as numbers from (
select ${bucketOf(question, window, sql`j.ordered_on`)} as bucket, ${slices.k1} as k1, ${slices.k2} as k2, j.customer_id, count(*) as orders,
  min(j.ordered_on) filter (where j.valid) as first_valid, max(j.ordered_on) filter (where j.valid) as last_valid
from journey.order_journey j${slices.joins}
where ${allOf(conditions)} group by 1, 2, 3, 4
) c group by 1, 2, 3`;
    },
  };
}

type RepurchaseTally = Extract<Tally, { kind: 'repurchase' }>;

/** Eligible: the N days are over. A customer who has not come back is in the whole, never in the part. */
const repurchased = (
  tallies: readonly RepurchaseTally[],
  day: Sql,
  back: (over: Sql, withinDays: number) => Sql,
  total: (over: Sql) => Sql,
): Numbers[] =>
  tallies.map(({ withinDays }) => {
    const over = sql`${day} + ${raw(String(withinDays))} <= s.as_of`;
    return [back(over, withinDays), total(over)];
  });

export function fromGaps(tallies: readonly RepurchaseTally[]): Reading {
  return {
    tallies,
    scanned: (question, window) => [scannedRollup(firstDays.table, question, window, { day: 'first_day' })],
    select(question, window) {
      const day = sql`r.first_day`;
      const numbers = repurchased(
        tallies,
        day,
        (over, withinDays) => sql`coalesce(sum(r.${raw(backWithin(withinDays))}) filter (where ${over}), 0)`,
        (over) => sql`coalesce(sum(r.customers) filter (where ${over}), 0)`,
      );
      return sql`select ${bucketOf(question, window, day)} as bucket, ${shopKey(question, 0)} as k1, ${shopKey(question, 1)} as k2, ${packed(numbers)} as numbers
from ${raw(firstDays.table)} r join core.shops s on s.shop = r.shop
where ${allOf([within(question, window, day), ...passes(sql`r.shop`, question.filters)])} group by 1, 2, 3`;
    },
  };
}

/** Sliced by what the first valid order carries. */
export function repurchaseFromFacts(tallies: readonly RepurchaseTally[]): Reading {
  const { day: column, eligible } = orders.clocks.firstOrder;
  return {
    tallies,
    scanned: (question, window) => [scannedFact(orders, 'firstOrder', question, window)],
    select(question, window) {
      const day = raw(`j.${column}`);
      const slices = slicesOf(orders, question);
      const numbers = repurchased(
        tallies,
        day,
        (over, withinDays) =>
          sql`count(*) filter (where ${over} and j.valid_next_on - j.ordered_on <= ${raw(String(withinDays))})`,
        (over) => sql`count(*) filter (where ${over})`,
      );
      return sql`select ${bucketOf(question, window, day)} as bucket, ${slices.k1} as k1, ${slices.k2} as k2, ${packed(numbers)} as numbers
from journey.order_journey j join core.shops s on s.shop = j.shop${slices.joins}
where ${allOf([within(question, window, day), ...(eligible ? [eligible] : []), ...slices.conditions])} group by 1, 2, 3`;
    },
  };
}
