export { Spread } from './spread.tsx';
export { spreadTable, type SpreadProps, type SpreadRow } from './spread.data.ts';
