import { loyalCustomerShare } from './loyal-customer-share.ts';
import { members } from './members.ts';
import { spendPerBuyer } from './spend-per-buyer.ts';
import { repeatPurchaseRate } from './repeat-purchase-rate.ts';
import { repeatPurchaseDaysRate } from './repeat-purchase-days-rate.ts';
import { repurchaseRate30d } from './repurchase-rate-30d.ts';
import { repurchaseRate90d } from './repurchase-rate-90d.ts';
import { repurchaseRate365d } from './repurchase-rate-365d.ts';
import { activeCustomers } from './active-customers.ts';
import { tierUpgrades } from './tier-upgrades.ts';
import { tierDowngrades } from './tier-downgrades.ts';
import { pointsBalance } from './points-balance.ts';
import { pointsLiability } from './points-liability.ts';
import { pointsRedemptionRate } from './points-redemption-rate.ts';
import { benefitUseRate } from './benefit-use-rate.ts';
import { careCoverage } from './care-coverage.ts';
import { returningCustomerShare } from './returning-customer-share.ts';
import { nextOrderRate90d } from './next-order-rate-90d.ts';
import { repurchaseIntervalDaysP50 } from './repurchase-interval-days-p50.ts';
import { consentRate } from './consent-rate.ts';
import { lapsedCustomerRate } from './lapsed-customer-rate.ts';
import { cohortRetentionM1 } from './cohort-retention-m1.ts';
import { cohortRetentionM2 } from './cohort-retention-m2.ts';
import { cohortRetentionM3 } from './cohort-retention-m3.ts';
import { cohortRetentionM6 } from './cohort-retention-m6.ts';
import { cohortRetentionM12 } from './cohort-retention-m12.ts';
import { repeatOrderDepth2 } from './repeat-order-depth-2.ts';
import { repeatOrderDepth3 } from './repeat-order-depth-3.ts';
import { repeatOrderDepth5 } from './repeat-order-depth-5.ts';
import { shareBack30d } from './share-back-30d.ts';
import { shareBack60d } from './share-back-60d.ts';
import { shareBack90d } from './share-back-90d.ts';
import { offerOrderRate30d } from './offer-order-rate-30d.ts';

export const loyalty = [
  repeatPurchaseRate,
  repeatPurchaseDaysRate,
  repurchaseRate30d,
  repurchaseRate90d,
  repurchaseRate365d,
  loyalCustomerShare,
  members,
  spendPerBuyer,
  activeCustomers,
  tierUpgrades,
  tierDowngrades,
  pointsBalance,
  pointsLiability,
  pointsRedemptionRate,
  benefitUseRate,
  careCoverage,
  returningCustomerShare,
  nextOrderRate90d,
  repurchaseIntervalDaysP50,
  consentRate,
  lapsedCustomerRate,
  offerOrderRate30d,
  cohortRetentionM1,
  cohortRetentionM2,
  cohortRetentionM3,
  cohortRetentionM6,
  cohortRetentionM12,
  repeatOrderDepth2,
  repeatOrderDepth3,
  repeatOrderDepth5,
  shareBack30d,
  shareBack60d,
  shareBack90d,
] as const;
