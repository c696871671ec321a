export { Order, OrderConnection } from './order.type.ts';
export { orderByKey, ordersOfCustomer } from './order.loader.ts';
export { orderOddities } from './order.filter.ts';
