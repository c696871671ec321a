export { Shop } from './shop.type.ts';
export { readShops } from './shop.reader.ts';
