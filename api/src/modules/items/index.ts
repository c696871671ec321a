export { OrderItem } from './order-item.type.ts';
export { itemsOfOrder } from './order-item.loader.ts';
