export { chanceOfAtLeast, dispersion, excessLikelihood, smallestUnusual } from './count-limits.ts';
export { added, correlations, crossProducts, type Correlations, type CrossProducts } from './cross-products.ts';
export {
  aliveProbability,
  expectedNext,
  expectedRepeats,
  fitBgNbd,
  foreseen,
  variancesUnder,
  type BgNbd,
  type BgNbdFit,
  type Foreseen,
  type PurchaseGroup,
  type Purchases,
} from './bg-nbd.ts';
export {
  expectedWorth,
  fitGammaGamma,
  worthVariance,
  type GammaGamma,
  type GammaGammaFit,
  type SpendGroup,
} from './gamma-gamma.ts';
export type { Interval } from './interval.ts';
export { newcombeDifference, studentMean, welchDifference, wilson, type Moments } from './intervals.ts';
export { kaplanMeier, shareBy, type Observed, type ProductLimitStep } from './kaplan-meier.ts';
export { logOddsDirichlet, USUAL_PRIOR, type WordCount, type WordOdds } from './log-odds.ts';
export { logRank, type LogRank, type TwoGroups } from './log-rank.ts';
export { shinglesOf, sketchOf } from './min-hash.ts';
export { Z95 } from './normal.ts';
export { relativeWeights, type RelativeWeights } from './relative-weights.ts';
export { drawBlocks, percentileInterval, sequence } from './resampling.ts';
export { t95 } from './student.ts';
export { chiSquareAbove } from './chi-square.ts';
export { groupDifference, type GroupDifference, type GroupValue } from './group-difference.ts';
export { placebo, type Placebo } from './permutation.ts';
export { rowsNeededTimes, smallestDetectable } from './power.ts';
export { relativeEffect } from './ratio-of-change.ts';
export { relativeDifference } from './relative-risk.ts';
