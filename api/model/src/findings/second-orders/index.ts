export { secondOrders } from './second-orders.ts';
export type { LateCost, SecondOrderCut, SecondOrderGroup, SecondOrders } from './types.ts';
