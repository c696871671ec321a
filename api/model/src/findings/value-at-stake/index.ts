export { valueAtStake } from './value-at-stake.ts';
export type { FailureCost, Part, ValueAtStake } from './types.ts';
