import { visitsMade } from './visits.ts';
import { visitors } from './visitors.ts';
import { consultationRate } from './consultation-rate.ts';
import { enquiryConversionSameDay } from './enquiry-conversion-same-day.ts';
import { enquiryConversion3d } from './enquiry-conversion-3d.ts';
import { visitConversionRate } from './visit-conversion-rate.ts';
import { addToCartRate } from './add-to-cart-rate.ts';
import { checkoutRate } from './checkout-rate.ts';
import { checkoutToPaidRate } from './checkout-to-paid-rate.ts';
import { searches } from './searches.ts';
import { zeroResultRate } from './zero-result-rate.ts';
import { searchToOrderRate } from './search-to-order-rate.ts';
import { pageLoadMsP75 } from './page-load-ms-p75.ts';
import { reviewReadersShare } from './review-readers-share.ts';
import { viewConversionRate } from './view-conversion-rate.ts';
import { recommendationAcceptanceRate } from './recommendation-acceptance-rate.ts';
import { recommendationOrderRate } from './recommendation-order-rate.ts';

export const shopping = [
  visitsMade,
  visitors,
  consultationRate,
  enquiryConversionSameDay,
  enquiryConversion3d,
  visitConversionRate,
  addToCartRate,
  checkoutRate,
  checkoutToPaidRate,
  searches,
  zeroResultRate,
  searchToOrderRate,
  pageLoadMsP75,
  reviewReadersShare,
  viewConversionRate,
  recommendationAcceptanceRate,
  recommendationOrderRate,
] as const;
