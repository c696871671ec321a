export { Bars } from './bars.tsx';
export { barsTable, type BarRow, type BarsProps } from './bars.data.ts';
