export { Customer } from './customer.type.ts';
export { customerById } from './customer.loader.ts';
