import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import { orders, type Fact } from '../facts.ts';
import { clockOf, isManyValued } from '../facts/fact.ts';
import type { Chain } from '../grammar.ts';
import { isAdditive, partsOf, type AdditiveMetric } from '../measures.ts';
import { dailyRollupOf, type DailyRollup } from '../rollups/daily.ts';
import type { Tally } from '../tallies.ts';
import { coversWholeMonths } from './calendar.ts';
import { reasons } from './reasons.ts';
import type { Question } from './request.ts';

/** Where a tally comes from. Tallies with the same source are read in one pass. */
export type Source =
  | { from: 'daily rollup'; rollup: DailyRollup; slice: Dimension | undefined }
  | { from: 'customer rollup'; chain: Chain }
  | { from: 'repurchase rollup' }
  | { from: 'facts' };

export interface Plan {
  source: Source;
  servedBy: string;
  reason: LocalizedText;
}

const fromRowsOf = ({ relation }: Fact, reason: LocalizedText): Plan => ({
  source: { from: 'facts' },
  servedBy: relation,
  reason,
});
const fromFacts = (reason: LocalizedText): Plan => fromRowsOf(orders, reason);

/** The dimensions that a question cuts or filters by. The shop is in the key of every rollup, so it never counts. */
const usedBy = (question: Question): Dimension[] =>
  [...new Set([...question.by, ...question.filters.map((filter) => filter.dimension)])].filter(
    (name) => name !== 'SHOP',
  );

/** An order stands in several rows of a many-valued dimension: they may be picked one by one, but neither joined nor left out. */
function picksWholeSlices(question: Question, slice: Dimension): boolean {
  const filters = question.filters.filter((filter) => filter.dimension === slice);
  if (!isManyValued(orders, slice) || filters.length === 0) return true;
  const [only] = filters;
  return (
    filters.length === 1 &&
    only !== undefined &&
    !only.excludes &&
    (question.by.includes(slice) || only.codes.length === 1)
  );
}

function carriesAll(rollup: DailyRollup, tally: AdditiveMetric): boolean {
  const { numerator, denominator, squares, rows } = partsOf(tally);
  return [numerator, denominator, squares, rows].every((measure) => !measure || rollup.carries(measure));
}

function planAdditive(tally: Tally & AdditiveMetric, question: Question): Plan {
  const rollup = dailyRollupOf(clockOf(tally.fact, tally.clock));
  if (!rollup || !carriesAll(rollup, tally)) return fromFacts(reasons.measureNotHeld);
  const [slice, second] = usedBy(question);
  if (slice === undefined)
    return { source: { from: 'daily rollup', rollup, slice }, servedBy: rollup.table, reason: reasons.total };
  if (second !== undefined) return fromFacts(reasons.twoDimensions(slice, second));
  const grain = rollup.grainOf(slice);
  if (grain === undefined) {
    const elsewhere = dailyRollupOf(orders.clocks.order)?.grainOf(slice) !== undefined;
    return fromFacts((elsewhere ? reasons.notCarried : reasons.notRolledUp)(rollup.table, slice));
  }
  if (grain === 'month' && !coversWholeMonths(question.windows, question.grain))
    return fromFacts(reasons.monthsOnly(slice));
  if (!picksWholeSlices(question, slice)) return fromFacts(reasons.slicesOverlap(slice));
  return { source: { from: 'daily rollup', rollup, slice }, servedBy: rollup.table, reason: reasons.slice(slice) };
}

/** The smallest relation that holds the whole answer, and why none is smaller. */
export function planFor(tally: Tally, question: Question): Plan {
  if (tally.fact !== orders) return fromRowsOf(tally.fact, reasons.noRollup(tally.fact));
  if (isAdditive(tally)) return planAdditive(tally, question);
  if (tally.kind === 'percentile') return fromFacts(reasons.percentile);
  const [slice] = usedBy(question);
  if (slice !== undefined) return fromFacts(reasons.customersOfSlice(slice));
  if (tally.kind === 'repurchase')
    return { source: { from: 'repurchase rollup' }, servedBy: 'mart.repurchase_gaps', reason: reasons.gaps };
  if (tally.kind !== 'distinct' && tally.kind !== 'repeat') return fromFacts(reasons.measureNotHeld);
  const servedBy = tally.kind === 'distinct' ? 'mart.order_pairs' : 'mart.order_pairs, mart.order_triples';
  return { source: { from: 'customer rollup', chain: tally.chain }, servedBy, reason: reasons.chains };
}
