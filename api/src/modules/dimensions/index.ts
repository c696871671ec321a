export { Dimension, DimensionFilter, DimensionOption, DimensionValue } from './dimension.type.ts';
export { dimensionValue } from './dimension-value.ts';
