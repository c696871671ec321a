import { ordersPlaced } from './orders.ts';
import { gmv } from './gmv.ts';
import { customers } from './customers.ts';
import { averageOrderValue } from './average-order-value.ts';
import { cancellationRate } from './cancellation-rate.ts';

export const demand = [ordersPlaced, gmv, customers, averageOrderValue, cancellationRate] as const;
