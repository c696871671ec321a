export * from './alarms/index.ts';
export * from './drivers/index.ts';
export * from './initiatives/index.ts';
export * from './words/index.ts';
export * from './second-orders/index.ts';
export * from './customer-value/index.ts';
export * from './value-at-stake/index.ts';
export * from './recovery/index.ts';
