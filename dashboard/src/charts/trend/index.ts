export { Trend } from './lazy-trend.tsx';
export { trendTable } from './trend.table.ts';
export { type Annotation, type TrendProps, type TrendSeries } from './trend.data.ts';
