import { acquisitionCost } from './acquisition-cost.ts';
import { campaignCost } from './campaign-cost.ts';
import { deliveryCostPerParcel } from './delivery-cost-per-parcel.ts';
import { failureCostPerOrder } from './failure-cost-per-order.ts';
import { serviceCostPerOrder } from './service-cost-per-order.ts';

export const cost = [
  acquisitionCost,
  campaignCost,
  deliveryCostPerParcel,
  failureCostPerOrder,
  serviceCostPerOrder,
] as const;
