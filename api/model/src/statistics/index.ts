export { added, correlations, crossProducts, type Correlations, type CrossProducts } from './cross-products.ts';
export type { Interval } from './interval.ts';
export { studentMean, wilson, type Moments } from './intervals.ts';
export { logOddsDirichlet, USUAL_PRIOR, type WordCount, type WordOdds } from './log-odds.ts';
export { Z95 } from './normal.ts';
export { relativeWeights, type RelativeWeights } from './relative-weights.ts';
export { drawBlocks, percentileInterval, sequence } from './resampling.ts';
export { t95 } from './student.ts';
