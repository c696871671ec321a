import { loyalCustomerShare } from './loyal-customer-share.ts';
import { members } from './members.ts';
import { spendPerBuyer } from './spend-per-buyer.ts';
import { repeatPurchaseRate } from './repeat-purchase-rate.ts';
import { repeatPurchaseDaysRate } from './repeat-purchase-days-rate.ts';
import { repurchaseRate30d } from './repurchase-rate-30d.ts';
import { repurchaseRate90d } from './repurchase-rate-90d.ts';
import { repurchaseRate365d } from './repurchase-rate-365d.ts';

export const loyalty = [
  repeatPurchaseRate,
  repeatPurchaseDaysRate,
  repurchaseRate30d,
  repurchaseRate90d,
  repurchaseRate365d,
  loyalCustomerShare,
  members,
  spendPerBuyer,
] as const;
