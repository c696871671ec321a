export { Compensation } from './compensation.type.ts';
export { compensationsOfCase, compensationsOfOrder } from './compensation.loader.ts';
