import { ordersPlaced } from './orders.ts';
import { gmv } from './gmv.ts';
import { customers } from './customers.ts';
import { averageOrderValue } from './average-order-value.ts';
import { cancellationRate } from './cancellation-rate.ts';
import { paidOrderRate } from './paid-order-rate.ts';
import { paymentSuccessRate } from './payment-success-rate.ts';
import { paymentAttemptsPerOrder } from './payment-attempts-per-order.ts';
import { chargebackRate } from './chargeback-rate.ts';
import { codRefusalRate } from './cod-refusal-rate.ts';
import { depositBalanceRate } from './deposit-balance-rate.ts';
import { outOfStockCancelRate } from './out-of-stock-cancel-rate.ts';
import { preFulfilmentCancelRate } from './pre-fulfilment-cancel-rate.ts';
import { transactionDefectRate } from './transaction-defect-rate.ts';
import { orderDefectRate } from './order-defect-rate.ts';
import { mispickRate } from './mispick-rate.ts';
import { completionRate } from './completion-rate.ts';
import { orderFraudRate } from './order-fraud-rate.ts';

export const demand = [
  ordersPlaced,
  gmv,
  customers,
  averageOrderValue,
  cancellationRate,
  paidOrderRate,
  paymentSuccessRate,
  paymentAttemptsPerOrder,
  chargebackRate,
  codRefusalRate,
  depositBalanceRate,
  outOfStockCancelRate,
  preFulfilmentCancelRate,
  transactionDefectRate,
  orderDefectRate,
  mispickRate,
  completionRate,
  orderFraudRate,
] as const;
