import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import type { Metric } from '../catalogue.ts';
import type { Chain } from '../grammar.ts';
import { isAdditive } from '../measures.ts';
import { dailyRollupOf, type DailyRollup } from '../rollups/daily.ts';
import { coversWholeMonths } from './calendar.ts';
import { reasons } from './reasons.ts';
import { isManyValued, type Question } from './request.ts';

/** Where a metric's figures come from. Metrics with the same source are read in one pass. */
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

const FACTS = 'journey.order_journey';
const fromFacts = (reason: LocalizedText): Plan => ({ source: { from: 'facts' }, servedBy: FACTS, reason });

/** The dimensions that a question cuts or filters by. The shop is in the key of every rollup, so it never counts. */
const usedBy = (question: Question): Dimension[] =>
  [...new Set([...question.by, ...question.filters.map((filter) => filter.dimension)])].filter(
    (name) => name !== 'SHOP',
  );

/** An order stands in several rows of a many-valued dimension: they may be picked one by one, but neither joined nor left out. */
function picksWholeSlices(question: Question, slice: Dimension): boolean {
  const filters = question.filters.filter((filter) => filter.dimension === slice);
  if (!isManyValued(slice) || filters.length === 0) return true;
  const [only] = filters;
  return (
    filters.length === 1 &&
    only !== undefined &&
    !only.excludes &&
    (question.by.includes(slice) || only.codes.length === 1)
  );
}

function planAdditive(metric: Metric, question: Question): Plan {
  const rollup = dailyRollupOf(metric.fact.clocks[metric.clock]);
  const [slice, second] = usedBy(question);
  if (slice === undefined)
    return { source: { from: 'daily rollup', rollup, slice }, servedBy: rollup.table, reason: reasons.total };
  if (second !== undefined) return fromFacts(reasons.twoDimensions(slice, second));
  const grain = rollup.grainOf(slice);
  if (grain === undefined) return fromFacts(reasons.notCarried(rollup.table, slice));
  if (grain === 'month' && !coversWholeMonths(question.windows, question.grain))
    return fromFacts(reasons.monthsOnly(slice));
  if (!picksWholeSlices(question, slice)) return fromFacts(reasons.slicesOverlap(slice));
  return { source: { from: 'daily rollup', rollup, slice }, servedBy: rollup.table, reason: reasons.slice(slice) };
}

/** The smallest relation that holds the whole answer, and why none is smaller. */
export function planFor(metric: Metric, question: Question): Plan {
  if (isAdditive(metric)) return planAdditive(metric, question);
  if (metric.kind === 'percentile') return fromFacts(reasons.percentile);
  const [slice] = usedBy(question);
  if (slice !== undefined) return fromFacts(reasons.customersOfSlice(slice));
  if (metric.kind === 'repurchase')
    return { source: { from: 'repurchase rollup' }, servedBy: 'mart.repurchase_gaps', reason: reasons.gaps };
  const servedBy = metric.kind === 'distinct' ? 'mart.order_pairs' : 'mart.order_pairs, mart.order_triples';
  return { source: { from: 'customer rollup', chain: metric.chain }, servedBy, reason: reasons.chains };
}
