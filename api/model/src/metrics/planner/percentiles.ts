import { histogramOf, type PercentileTally } from '../rollups/histograms.ts';
import type { Plan } from './plan.ts';
import { reasons } from './reasons.ts';
import { usedBy, type Question } from './request.ts';

/** A percentile of any days comes from the bins of the total; of a slice, from those of its whole months and the days beside them. */
export function planPercentile(tally: PercentileTally, question: Question): Plan {
  const { fact } = tally;
  const facts = (reason: Plan['reason']): Plan => ({ source: { from: 'facts' }, servedBy: fact.relation, reason });
  const histogram = histogramOf(fact);
  const series = histogram?.seriesOf(tally);
  if (!histogram || series === undefined) return facts(reasons.percentile);
  const [slice, second] = usedBy(question);
  const source = { from: 'histogram', histogram, series, slice } as const;
  if (slice === undefined) return { source, servedBy: histogram.table, reason: reasons.bins };
  if (second !== undefined) return facts(reasons.twoDimensions(slice, second, fact));
  if (!histogram.cuts.includes(slice)) return facts(reasons.notRolledUp(histogram.table, slice, fact));
  if (question.grain === 'DAY' || question.grain === 'WEEK') return facts(reasons.monthsOnly(slice, fact));
  return { source, servedBy: `${histogram.table}, ${fact.relation}`, reason: reasons.binsOfSlice(slice) };
}
