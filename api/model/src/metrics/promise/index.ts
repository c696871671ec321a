import { onTimeDeliveryRate } from './on-time-delivery-rate.ts';
import { promiseKeptRate } from './promise-kept-rate.ts';
import { deliveryDaysMean } from './delivery-days-mean.ts';
import { deliveryDaysP50 } from './delivery-days-p50.ts';
import { deliveryDaysP90 } from './delivery-days-p90.ts';
import { promisedDaysP50 } from './promised-days-p50.ts';
import { deliveredRate } from './delivered-rate.ts';

export const promise = [
  onTimeDeliveryRate,
  promiseKeptRate,
  deliveryDaysMean,
  deliveryDaysP50,
  deliveryDaysP90,
  promisedDaysP50,
  deliveredRate,
] as const;
