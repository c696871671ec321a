import type { DimensionFilter, TextSliceInput } from '../../gql/graphql.ts';
import type { Period } from '../../metric/types.ts';
import type { WordComparison } from './search.ts';

export interface Slices {
  these: TextSliceInput;
  those: TextSliceInput | null;
}

interface Asked {
  shop: string;
  period: Period;
  /** As many days right before it. */
  before: Period;
  where: DimensionFilter[];
}

/** What is held against what. Bad against good reviews have stars; late against on time, an order; without a filter "the rest" is nothing. */
export function slicesOf(against: WordComparison, { shop, period, before, where }: Asked): Slices {
  const here = { shop, period, where };
  if (against === 'bad') return { these: { ...here, maxScore: 2 }, those: { ...here, minScore: 4 } };
  if (against === 'late') {
    const lateness = (code: string): DimensionFilter => ({ dimension: 'LATE', in: [code] });
    return {
      these: { shop, period, where: [...where, lateness('late')] },
      those: { shop, period, where: [...where, lateness('on_time')] },
    };
  }
  if (against === 'before') return { these: here, those: { shop, period: before, where } };
  return { these: here, those: null };
}
