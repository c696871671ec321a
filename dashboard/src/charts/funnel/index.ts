export { Funnel } from './funnel.tsx';
export { funnelTable, type FunnelProps, type FunnelRow } from './funnel.data.ts';
