export { estimated } from './second-orders.reader.ts';
export { EffectVerdict, EstimatedMoney, FindingAnswer, FindingRefusal } from './second-orders.type.ts';
