export { Trend } from './trend.tsx';
export { trendSummary, trendTable } from './trend.table.ts';
export { MOST_POINTS, type Annotation, type TrendProps, type TrendSeries } from './trend.data.ts';
