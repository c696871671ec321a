export { StackedShares } from './stars.tsx';
export { sharesTable, type ShareRow, type StackedSharesProps } from './stars.data.ts';
