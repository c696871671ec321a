export { generateShop, type GeneratedShop, type ShopOptions } from './generate.ts';
export type { Truth } from './truth.ts';
export * as planted from './truths.ts';
