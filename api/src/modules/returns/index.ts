export { Return, ReturnConnection } from './return.type.ts';
export { returnsOfCustomer, returnsOfOrder } from './return.loader.ts';
