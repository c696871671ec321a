export { Merchant } from './merchant.type.ts';
export { merchantById } from './merchant.loader.ts';
