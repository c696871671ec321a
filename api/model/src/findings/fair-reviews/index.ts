export { fairnessOf, type Fairness, type FairnessRequest, type RatingWithAndWithout } from './fairness.ts';
export { reasons, SUSPICIOUS } from './reasons.ts';
export { weighReviews } from './weigh.ts';
