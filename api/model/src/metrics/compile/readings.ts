import type { Fact } from '../facts.ts';
import { needsOf } from '../feeds/needs.ts';
import { isAdditive, type AdditiveMetric } from '../measures.ts';
import type { Plan } from '../planner/plan.ts';
import { identityKey } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { fromDailyRollup, fromFacts } from './additive.ts';
import { cohortsFromFacts, cohortsFromRollup } from './cohorts.ts';
import { chainsFromFacts, fromChains, fromGaps, repurchaseFromFacts } from './customers.ts';
import { customersOfFact } from './fact-customers.ts';
import { percentilesFromHistogram } from './histogram-percentiles.ts';
import { percentilesFromFacts } from './percentiles.ts';
import type { Reading } from './reading.ts';
import { stocksFromFacts } from './stocks.ts';
import { survival } from './survival.ts';

export interface Planned {
  tally: Tally;
  plan: Plan;
}

/** One pass over one relation: tallies with the same key share it. */
interface Pass {
  key: string;
  of(tallies: readonly Tally[]): Reading;
}

type OfKind<Kind extends Tally['kind']> = Extract<Tally, { kind: Kind }>;
const only = <Kind extends Tally['kind']>(tallies: readonly Tally[], ...kinds: Kind[]): OfKind<Kind>[] =>
  tallies.filter((tally): tally is OfKind<Kind> => (kinds as string[]).includes(tally.kind));
const additive = (tallies: readonly Tally[]): (Tally & AdditiveMetric)[] =>
  tallies.filter((tally): tally is Tally & AdditiveMetric => isAdditive(tally));

const withCustomers = (fact: Fact): fact is Fact & { customer: NonNullable<Fact['customer']> } =>
  fact.customer !== undefined;

function customerPass(tally: Tally): Pass {
  const { fact, clock } = tally;
  if (!withCustomers(fact))
    throw new Error(`${tally.id} counts customers, but no customer stands behind ${fact.name}.`);
  return {
    key: `customers of ${fact.name} ${clock}`,
    of: (tallies) => customersOfFact(fact, clock, only(tallies, 'customers', 'customer_share', 'per_customer')),
  };
}

function passOverFacts(tally: Tally): Pass {
  const { fact, clock } = tally;
  switch (tally.kind) {
    case 'percentile':
      return {
        key: `percentile of ${fact.name} ${clock} ${identityKey(tally.value)} ${identityKey(tally.whole)} ${needsOf(tally).join(' ')}`,
        of: (tallies) => percentilesFromFacts(tally, only(tallies, 'percentile')),
      };
    case 'stock':
      return {
        key: `stock of ${fact.name} ${clock} ${tally.among ? identityKey(tally.among) : ''}`,
        of: (tallies) => stocksFromFacts(tally, only(tallies, 'stock')),
      };
    case 'customers':
    case 'customer_share':
    case 'per_customer':
      return customerPass(tally);
    case 'distinct':
    case 'repeat':
      return { key: 'chains', of: (tallies) => chainsFromFacts(only(tallies, 'distinct', 'repeat')) };
    case 'repurchase':
      return { key: 'repurchase', of: (tallies) => repurchaseFromFacts(only(tallies, 'repurchase')) };
    case 'retention':
    case 'depth':
      return { key: 'cohorts', of: (tallies) => cohortsFromFacts(only(tallies, 'retention', 'depth')) };
    case 'survival':
      return { key: 'survival', of: (tallies) => survival('facts', only(tallies, 'survival')) };
    case 'count':
    case 'sum':
    case 'mean':
    case 'ratio':
    case 'rate':
    case 'index':
      return {
        key: `${fact.name} ${clock}`,
        of: (tallies) => fromFacts(fact, clock, additive(tallies)),
      };
  }
}

function binsPass(tally: Tally, { histogram, series, slice }: Extract<Plan['source'], { from: 'histogram' }>): Pass {
  if (tally.kind !== 'percentile') throw new Error(`${tally.id} is no percentile, so no bins hold it.`);
  return {
    key: `${histogram.table} ${series} ${slice ?? ''} ${needsOf(tally).join(' ')}`,
    of: (tallies) => percentilesFromHistogram({ histogram, series, slice, tally }, only(tallies, 'percentile')),
  };
}

function passOf({ tally, plan: { source } }: Planned): Pass {
  switch (source.from) {
    case 'daily rollup':
      return {
        key: source.rollup.table,
        of: (tallies) => fromDailyRollup(source.rollup, source.slice, additive(tallies)),
      };
    case 'customer rollup':
      return {
        key: `chains by ${source.chain}`,
        of: (tallies) => fromChains(source.chain, only(tallies, 'distinct', 'repeat')),
      };
    case 'repurchase rollup':
      return tally.kind === 'survival'
        ? { key: 'survival', of: (tallies) => survival('rollup', only(tallies, 'survival')) }
        : { key: 'gaps', of: (tallies) => fromGaps(only(tallies, 'repurchase')) };
    case 'cohort rollup':
      return {
        key: source.rollup.table,
        of: (tallies) => cohortsFromRollup(source.rollup, only(tallies, 'retention', 'depth')),
      };
    case 'histogram':
      return binsPass(tally, source);
    case 'facts':
      return passOverFacts(tally);
  }
}

/** One pass for all tallies that share a source. */
export function readingsOf(planned: readonly Planned[]): Reading[] {
  const found = new Map<string, { pass: Pass; tallies: Tally[] }>();
  for (const each of planned) {
    const pass = passOf(each);
    const shared = found.get(pass.key) ?? { pass, tallies: [] };
    shared.tallies.push(each.tally);
    found.set(pass.key, shared);
  }
  return [...found.values()].map(({ pass, tallies }) => pass.of(tallies));
}
