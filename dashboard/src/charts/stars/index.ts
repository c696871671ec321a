export { StackedShares } from './stars.tsx';
export { sharesSummary, sharesTable, type ShareRow, type StackedSharesProps } from './stars.data.ts';
