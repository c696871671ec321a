export { HURT_DAYS, hurtCustomers } from './hurt.ts';
export { BACK_DAYS, closedLoop, contactEffect } from './loop.ts';
export type { ClosedLoop, ContactEffect, Hurt, HurtCustomer } from './types.ts';
