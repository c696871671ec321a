export { SYSTEMS as demoSources, type System as DemoSource } from './files/exports.ts';
export { generateShop, type GeneratedShop, type ShopOptions } from './generate.ts';
export type { Truth } from './truth/truth.ts';
export * as planted from './truths.ts';
