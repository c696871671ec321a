import type { MetricId } from '@rapport/model/metrics';

/** [value, numerator, denominator, sample] over the whole life of the golden shop, reckoned by hand. */
export const figures = {
  ORDERS: [13, 13, null, 13],
  // 110 + 50 + 85 + 80 + 70 + 20 + 0 + 220 + 10 + 100 + 15 + 6 + 30
  GMV: [796, 796, null, 13],
  // Ada, Bo, Cy, Di, Eve; the guest is nobody known
  CUSTOMERS: [5, 5, null, 5],
  // all but C1 and D2: 696 over 11 orders
  AVERAGE_ORDER_VALUE: [696 / 11, 696, 11, 11],
  // A3
  CANCELLATION_RATE: [1 / 13, 1, 13, 13],
  // Ada 4, Bo 2, Cy 2 (one of them unavailable), Di 2, Eve 2
  REPEAT_PURCHASE_RATE: [1, 5, 5, 5],
  // Cy has one valid day only
  REPEAT_PURCHASE_DAYS_RATE: [4 / 5, 4, 5, 5],
  // days to the next valid day: Ada 55, Bo 21, Cy never, Di 85, Eve 386
  REPURCHASE_RATE_30D: [1 / 5, 1, 5, 5],
  // Di's ninety days are over exactly on the last day loaded
  REPURCHASE_RATE_90D: [3 / 5, 3, 5, 5],
  // only Ada, Bo and Eve began a year ago
  REPURCHASE_RATE_365D: [2 / 3, 2, 3, 3],
  // A1, A4 (on the day), B2, G1 of those and A2, C2; D1 had no promise, E0 has no day
  ON_TIME_DELIVERY_RATE: [4 / 6, 4, 6, 6],
  // kept A1, A4, B2, G1; broken A2, B1 (never came), C2, E0, E1 (due today); D2 is not due yet
  PROMISE_KEPT_RATE: [4 / 9, 4, 9, 9],
  // 4 + 6.5 + 3 + 2 + 4 + 4 + 2 days
  DELIVERY_DAYS_MEAN: [25.5 / 7, 25.5, 7, 7],
  // 2 2 3 [4] 4 4 6.5
  DELIVERY_DAYS_P50: [4, null, 7, 7],
  // rank 0.9 × 6 = 5.4: between 4 and 6.5
  DELIVERY_DAYS_P90: [5, null, 7, 7],
  // 0 2 3 3 5 [5 5] 6 10 10 10 10
  PROMISED_DAYS_P50: [5, null, 12, 12],
  // A1 A2 A4 B2 C2 D1 E0 G1
  DELIVERED_RATE: [8 / 13, 8, 13, 13],
  // 5 + 2 + 4 + 4 + 1 + 3 + 5 + 5
  AVERAGE_REVIEW_SCORE: [29 / 8, 29, 8, 8],
  POSITIVE_REVIEW_RATE: [5 / 8, 5, 8, 8],
  NEGATIVE_REVIEW_RATE: [2 / 8, 2, 8, 8],
  // of the eight delivered, B2 and E0 have none; B1's review is of an order not delivered
  REVIEW_RATE: [6 / 8, 6, 8, 8],
  REVIEWS: [8, 8, null, 8],
  ONE_STAR_SHARE: [1 / 8, 1, 8, 8],
  TWO_STAR_SHARE: [1 / 8, 1, 8, 8],
  THREE_STAR_SHARE: [1 / 8, 1, 8, 8],
  FOUR_STAR_SHARE: [2 / 8, 2, 8, 8],
  FIVE_STAR_SHARE: [3 / 8, 3, 8, 8],
} satisfies Partial<Record<MetricId, [number, number | null, number | null, number]>>;
