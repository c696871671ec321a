export { Sankey } from './sankey.tsx';
export { sankeyTable, type SankeyFlow, type SankeyProps } from './sankey.data.ts';
export type { SankeyNode } from './sankey.geometry.ts';
