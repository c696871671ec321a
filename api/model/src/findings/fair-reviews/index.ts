export { fairnessOf, type Fairness, type FairnessRequest, type RatingWithAndWithout } from './fairness.ts';
export { reasons, SUSPICIOUS } from './reasons.ts';
export { weighReadReviews, weighReviews } from './weigh.ts';
