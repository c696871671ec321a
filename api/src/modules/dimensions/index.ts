export { Dimension, DimensionFilter, DimensionValue } from './dimension.type.ts';
export { dimensionValue, knownValue } from './dimension-value.ts';
