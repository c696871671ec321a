import type { Period } from '../answer/types.ts';
import { chainDays, type FlagSpan } from '../rollups/chain-days.ts';
import { orderPairs, orderTriples } from '../rollups/customers.ts';
import { comparedBucket, naturalBucket, type Window } from './calendar.ts';
import type { Question } from './request.ts';

/** Neighbouring buckets whose customers are found the same way. */
export interface ChainRun extends Period {
  /** The calendar span that the buckets begin or end with, whose flags add up; null: neither, so pairs of days are read. */
  flag: { from: 'first' | 'last'; span: FlagSpan } | null;
}

const spans = { DAY: 'day', WEEK: 'week', MONTH: 'month', QUARTER: 'quarter', YEAR: 'year' } as const;
type Span = keyof typeof spans;
const finest = Object.keys(spans) as Span[];

/** From the beginning of a span to any of its days the first of each customer are told; from any day to its end the last. */
function flagOf({ from, to }: Period, grain: Question['grain'], isCut: boolean): ChainRun['flag'] {
  const tried = grain === 'TOTAL' ? finest : [grain, ...finest];
  const found = (end: 'first' | 'last', isOne: (span: Span) => boolean): ChainRun['flag'] => {
    const span = tried.find(isOne);
    return span ? { from: end, span: spans[span] } : null;
  };
  const first = found('first', (span) => {
    const natural = naturalBucket(from, span);
    return natural.from === from && to <= natural.to;
  });
  if (first || isCut) return first;
  return found('last', (span) => {
    const natural = naturalBucket(to, span);
    return span !== 'DAY' && natural.to === to && natural.from <= from;
  });
}

/** The buckets of a window in order, put together as far as they are read alike. What is compared may be cut short by today, so there no end is certain. */
export function chainRuns({ buckets, grain }: Pick<Question, 'buckets' | 'grain'>, window: Window): ChainRun[] {
  const runs: ChainRun[] = [];
  for (const bucket of buckets) {
    const period = window.kind ? comparedBucket(bucket, window) : bucket;
    if (!period) continue;
    const flag = flagOf(period, grain, window.kind !== undefined);
    const last = runs.at(-1);
    if (last && last.flag?.from === flag?.from && last.flag?.span === flag?.span) last.to = period.to;
    else runs.push({ from: period.from, to: period.to, flag });
  }
  return runs;
}

/** What a run is read from. */
export const relationsOf = (flag: ChainRun['flag'], twice: boolean): string[] =>
  flag ? [chainDays.table] : [orderPairs.table, ...(twice ? [orderTriples.table] : [])];
