export * from './drivers/index.ts';
export * from './initiatives/index.ts';
export * from './words/index.ts';
export * from './second-orders/index.ts';
