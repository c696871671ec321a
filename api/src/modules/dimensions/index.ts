export { Dimension, DimensionFilter, DimensionValue } from './dimension.type.ts';
export { dimensionValue } from './dimension-value.ts';
