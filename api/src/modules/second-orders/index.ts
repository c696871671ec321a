export { estimated } from './second-orders.reader.ts';
export { EstimatedMoney, FindingAnswer, FindingRefusal } from './second-orders.type.ts';
