export { Product } from './product.type.ts';
export { productById } from './product.loader.ts';
