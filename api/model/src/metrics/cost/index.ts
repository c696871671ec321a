import { serviceCostPerOrder } from './service-cost-per-order.ts';

export const cost = [serviceCostPerOrder] as const;
