import { averageCompensation } from './average-compensation.ts';
import { compensationCost } from './compensation-cost.ts';
import { compensationCoverage } from './compensation-coverage.ts';
import { compensationP50 } from './compensation-p50.ts';
import { compensationP90 } from './compensation-p90.ts';
import { disputeRefundRate } from './dispute-refund-rate.ts';
import { exchangeShare } from './exchange-share.ts';
import { firstRequestQualityRate } from './first-request-quality-rate.ts';
import { itemNotReceivedRate } from './item-not-received-rate.ts';
import { logisticsReturnRate } from './logistics-return-rate.ts';
import { platformHelpRate } from './platform-help-rate.ts';
import { platformInterventionRateByOrders } from './platform-intervention-rate-by-orders.ts';
import { platformInterventionRate } from './platform-intervention-rate.ts';
import { productReturnRate } from './product-return-rate.ts';
import { qualityReturnRate } from './quality-return-rate.ts';
import { refundAmount } from './refund-amount.ts';
import { refundOverdueRate } from './refund-overdue-rate.ts';
import { refundRate } from './refund-rate.ts';
import { refundReviewHoursMean } from './refund-review-hours-mean.ts';
import { refundReviewHoursP50 } from './refund-review-hours-p50.ts';
import { repairShare } from './repair-share.ts';
import { requestToMoneyHoursP50 } from './request-to-money-hours-p50.ts';
import { requestToMoneyHoursP90 } from './request-to-money-hours-p90.ts';
import { returnApprovalRate } from './return-approval-rate.ts';
import { returnRate } from './return-rate.ts';
import { returnRequests } from './returns.ts';
import { sevenDayKeptRate } from './seven-day-kept-rate.ts';

export const returns = [
  averageCompensation,
  compensationCost,
  compensationCoverage,
  compensationP50,
  compensationP90,
  disputeRefundRate,
  exchangeShare,
  firstRequestQualityRate,
  itemNotReceivedRate,
  logisticsReturnRate,
  platformHelpRate,
  platformInterventionRateByOrders,
  platformInterventionRate,
  productReturnRate,
  qualityReturnRate,
  refundAmount,
  refundOverdueRate,
  refundRate,
  refundReviewHoursMean,
  refundReviewHoursP50,
  repairShare,
  requestToMoneyHoursP50,
  requestToMoneyHoursP90,
  returnApprovalRate,
  returnRate,
  returnRequests,
  sevenDayKeptRate,
] as const;
