import { orders } from '../facts.ts';
import type { Chain } from '../grammar.ts';
import type { Window } from '../planner/calendar.ts';
import type { Question } from '../planner/request.ts';
import { literal, raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { bucketOf, bucketStart, within } from './buckets.ts';
import { allOf, passes } from './filters.ts';
import { packed, type Numbers, type Reading } from './reading.ts';
import { scannedFact, scannedRollup } from './scanned.ts';
import { slicesOf } from './slices.ts';

type ChainTally = Extract<Tally, { kind: 'distinct' | 'repeat' }>;

const asksTwice = (tallies: readonly ChainTally[]): boolean => tallies.some(({ kind }) => kind === 'repeat');

/** Customers with at least one link in the bucket, and where asked those with at least two, each counted at exactly one link. */
function chainLinks(question: Question, window: Window, chain: Chain, twice: boolean): Sql {
  const start = bucketStart(question, window, sql`r.day`);
  const shops = passes(sql`r.shop`, question.filters);
  const of = (conditions: Sql[]) =>
    allOf([sql`r.chain = ${literal(chain)}`, within(question, window, sql`r.day`), ...shops, ...conditions]);
  const bucket = bucketOf(question, window, sql`r.day`);
  const key = (index: number) => (question.by[index] === 'SHOP' ? sql`r.shop` : sql`''`);
  const once = sql`select ${bucket} as bucket, ${key(0)} as k1, ${key(1)} as k2, sum(r.links) as once, 0 as twice from mart.order_pairs r
where ${of([sql`r.prev_day < ${start}`])} group by 1, 2, 3`;
  if (!twice) return once;
  return sql`${once}
union all
select ${bucket}, ${key(0)}, ${key(1)}, 0, sum(r.links) from mart.order_triples r
where ${of([sql`r.prev_day >= ${start}`, sql`r.prev2_day < ${start}`])} group by 1, 2, 3`;
}

export function fromChains(chain: Chain, tallies: readonly ChainTally[]): Reading {
  const numbers = tallies.map((tally): Numbers =>
    tally.kind === 'distinct' ? [sql`sum(l.once)`, null] : [sql`sum(l.twice)`, sql`sum(l.once)`],
  );
  return {
    tallies,
    scanned: (question, window) =>
      ['mart.order_pairs', ...(asksTwice(tallies) ? ['mart.order_triples'] : [])].map((relation) =>
        scannedRollup(relation, question, window, { key: [sql`r.chain = ${literal(chain)}`] }),
      ),
    select: (question, window) => sql`select l.bucket, l.k1, l.k2, ${packed(numbers)} as numbers from (
${chainLinks(question, window, chain, asksTwice(tallies))}
) l group by 1, 2, 3`,
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
  back: (days: Sql) => Sql,
  total: (condition: Sql) => Sql,
): Numbers[] =>
  tallies.map(({ withinDays }) => {
    const days = raw(String(withinDays));
    const over = sql`${day} + ${days} <= s.as_of`;
    return [total(sql`${over} and ${back(days)}`), total(over)];
  });

export function fromGaps(tallies: readonly RepurchaseTally[]): Reading {
  return {
    tallies,
    scanned: (question, window) => [scannedRollup('mart.repurchase_gaps', question, window, { day: 'first_day' })],
    select(question, window) {
      const day = sql`r.first_day`;
      const key = (index: number) => (question.by[index] === 'SHOP' ? sql`r.shop` : sql`''`);
      const numbers = repurchased(
        tallies,
        day,
        (days) => sql`r.gap_days <= ${days}`,
        (condition) => sql`coalesce(sum(r.customers) filter (where ${condition}), 0)`,
      );
      return sql`select ${bucketOf(question, window, day)} as bucket, ${key(0)} as k1, ${key(1)} as k2, ${packed(numbers)} as numbers
from mart.repurchase_gaps r join core.shops s on s.shop = r.shop
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
        (days) => sql`j.valid_next_on - j.ordered_on <= ${days}`,
        (condition) => sql`count(*) filter (where ${condition})`,
      );
      return sql`select ${bucketOf(question, window, day)} as bucket, ${slices.k1} as k1, ${slices.k2} as k2, ${packed(numbers)} as numbers
from journey.order_journey j join core.shops s on s.shop = j.shop${slices.joins}
where ${allOf([within(question, window, day), ...(eligible ? [eligible] : []), ...slices.conditions])} group by 1, 2, 3`;
    },
  };
}
