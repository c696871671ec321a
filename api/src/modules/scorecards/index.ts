export { Figure, ScorecardArguments } from './figure.type.ts';
export { scorecardOf } from './scorecard.loader.ts';
export { priceOfScorecard } from './scorecard.price.ts';
