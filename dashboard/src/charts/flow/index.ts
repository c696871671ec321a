export { flowTable, RunFlow, type RunFlowProps } from './flow.tsx';
export type { FlowNode } from './flow.geometry.ts';
