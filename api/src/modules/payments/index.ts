export { Payment } from './payment.type.ts';
export { paymentsOfOrder } from './payment.loader.ts';
