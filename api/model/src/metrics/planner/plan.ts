import type { Dimension, LocalizedText } from '../../vocabulary/index.ts';
import { orders, type Fact } from '../facts.ts';
import { isManyValued } from '../facts/fact.ts';
import type { Chain } from '../grammar.ts';
import { isAdditive, type AdditiveMetric } from '../measures.ts';
import { dailyRollupsOf, type DailyRollup } from '../rollups/daily.ts';
import { cohortRollup } from '../rollups/cohorts.ts';
import { firstDays } from '../rollups/first-days.ts';
import type { Histogram } from '../rollups/histograms.ts';
import type { Rollup } from '../rollups/rollup.ts';
import type { Tally } from '../tallies.ts';
import { coversWholeMonths } from './calendar.ts';
import { chainRuns, relationsOf } from './chain-runs.ts';
import { gapRelations } from './gaps.ts';
import { planPercentile } from './percentiles.ts';
import { reasons } from './reasons.ts';
import { usedBy, type Question } from './request.ts';
import { readsMonths, wholeMonths } from './whole-months.ts';

/** Where a tally comes from. Tallies with the same source are read in one pass. */
export type Source =
  | { from: 'daily rollup'; rollup: DailyRollup; slice: Dimension | undefined }
  | { from: 'customer rollup'; chain: Chain }
  | { from: 'repurchase rollup' }
  | { from: 'cohort rollup'; rollup: Rollup }
  | { from: 'histogram'; histogram: Histogram; series: string; slice: Dimension | undefined }
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

/** A row stands in several cells of a many-valued dimension: they may be picked one by one, but neither joined nor left out. */
function picksWholeSlices(fact: Fact, question: Question, slice: Dimension): boolean {
  const filters = question.filters.filter((filter) => filter.dimension === slice);
  if (!isManyValued(fact, slice) || filters.length === 0) return true;
  const [only] = filters;
  return (
    filters.length === 1 &&
    only !== undefined &&
    !only.excludes &&
    (question.by.includes(slice) || only.codes.length === 1)
  );
}

/** Why a slice of a rollup cannot answer; undefined: it can. */
function hindrance(rollup: DailyRollup, question: Question, slice: Dimension): LocalizedText | undefined {
  const { fact, table } = rollup;
  const grain = rollup.grainOf(slice);
  if (grain === undefined)
    return (fact.rolledUp?.byMonth?.includes(slice) ? reasons.notCarried : reasons.notRolledUp)(table, slice, fact);
  // What a period is compared with is cut where today cuts the period, which no month can be.
  const singleDays = !coversWholeMonths(question.windows, question.grain) || question.windows.some(({ kind }) => kind);
  if (grain === 'month' && singleDays) return reasons.monthsOnly(slice, fact);
  return picksWholeSlices(fact, question, slice) ? undefined : reasons.slicesOverlap(slice, fact);
}

function planAdditive(tally: Tally & AdditiveMetric, question: Question, stale: ReadonlySet<string>): Plan {
  const { fact } = tally;
  const fromRows = (reason: LocalizedText): Plan => fromRowsOf(fact, reason);
  const [rollup, ...others] = dailyRollupsOf(tally);
  if (!rollup) return fromRows(fact.rolledUp ? reasons.measureNotHeld(fact) : reasons.noRollup(fact));
  const [slice, second] = usedBy(question);
  if (second !== undefined && slice !== undefined) return fromRows(reasons.twoDimensions(slice, second, fact));
  const fit = slice ? [rollup, ...others].find((each) => hindrance(each, question, slice) === undefined) : rollup;
  if (!fit) return fromRows((slice && hindrance(rollup, question, slice)) ?? reasons.measureNotHeld(fact));
  if (stale.has(fit.table)) return fromRows(reasons.beingMade(fit.table, fact));
  return {
    source: { from: 'daily rollup', rollup: fit, slice },
    servedBy: fit.table,
    reason: reasonOf(question, slice),
  };
}

/** Which cells: those of whole months where some are asked, of days beside them. */
function reasonOf(question: Question, slice: Dimension | undefined): LocalizedText {
  const byMonth = question.windows.some(
    (window) => readsMonths(question, window) && wholeMonths(window).months !== null,
  );
  if (slice === undefined) return byMonth ? reasons.totalByMonth : reasons.total;
  return byMonth ? reasons.sliceByMonth(slice) : reasons.slice(slice);
}

const NONE: ReadonlySet<string> = new Set();

/** The rollup a plan reads, where it may be stale. */
export function rollupRead({ source }: Plan): string | undefined {
  if (source.from === 'histogram') return source.histogram.table;
  return 'rollup' in source ? source.rollup.table : undefined;
}

/** Days whose flags add up where buckets begin or end with the calendar, pairs of days where they do not. */
function planChain({ kind, chain }: Extract<Tally, { kind: 'distinct' | 'repeat' }>, question: Question): Plan {
  const runs = question.windows.flatMap((window) => chainRuns(question, window));
  const relations = new Set(runs.flatMap(({ flag }) => relationsOf(flag, kind === 'repeat')));
  const isFlagged = runs.some(({ flag }) => flag !== null);
  const isPaired = runs.some(({ flag }) => flag === null);
  const reason = isFlagged ? (isPaired ? reasons.daysAndChains : reasons.chainDays) : reasons.chains;
  return { source: { from: 'customer rollup', chain }, servedBy: [...relations].join(', '), reason };
}

/** The smallest relation that holds the whole answer, and why none is smaller. */
export function planFor(tally: Tally, question: Question, stale: ReadonlySet<string> = NONE): Plan {
  if (tally.kind === 'percentile') {
    const plan = planPercentile(tally, question);
    const table = rollupRead(plan);
    return table && stale.has(table) ? fromRowsOf(tally.fact, reasons.beingMade(table, tally.fact)) : plan;
  }
  if (isAdditive(tally)) return planAdditive(tally, question, stale);
  if (tally.fact !== orders) return fromRowsOf(tally.fact, reasons.noRollup(tally.fact));
  const [slice] = usedBy(question);
  if (slice !== undefined) return fromFacts(reasons.customersOfSlice(slice));
  if (tally.kind === 'repurchase')
    return { source: { from: 'repurchase rollup' }, servedBy: firstDays.table, reason: reasons.firstDays };
  if (tally.kind === 'survival') {
    const servedBy = gapRelations(question).join(', ');
    return { source: { from: 'repurchase rollup' }, servedBy, reason: reasons.gaps };
  }
  if (tally.kind === 'retention' || tally.kind === 'depth') {
    const rollup = cohortRollup(tally.kind);
    if (stale.has(rollup.table)) return fromFacts(reasons.beingMade(rollup.table, orders));
    return { source: { from: 'cohort rollup', rollup }, servedBy: rollup.table, reason: reasons.cohorts };
  }
  if (tally.kind !== 'distinct' && tally.kind !== 'repeat') return fromFacts(reasons.measureNotHeld(orders));
  return planChain(tally, question);
}
