// What the demo shop has planted in it. Nothing else in the generator decides these effects, truths.test.ts finds each of them
// again in the written files, and README.md says in words what a reader of the dashboard should see.

// The picture is taken at the end of this day: what happens later is not in the files.
export const LAST_DAY = '2026-10-31';
export const ZONE = 'Asia/Shanghai';

export const DELAYS = ['on_time', 'late_1_3', 'late_4_7', 'late_8', 'not_delivered', 'canceled'] as const;
export type Delay = (typeof DELAYS)[number];

// The chance to come back is the customer's own, times this factor for how the order went.
export const RETURN_FACTOR: Record<Delay, number> = {
  on_time: 1,
  late_1_3: 0.65,
  late_4_7: 0.4,
  late_8: 0.25,
  not_delivered: 0.3,
  canceled: 0.7,
};

// Share of customers, and their own chance to come back after an order that went well.
export const AFFINITY: readonly (readonly [chance: number, share: number])[] = [
  [0.23, 0.71],
  [0.55, 0.23],
  [0.8, 0.06],
];

export const LATENESS = {
  usual: 0.05,
  peakTimes: 2.6, // orders of 1–13 November, 16–20 June and around Spring Festival
  remoteTimes: 3, // Xinjiang and Tibet
  most: 0.6,
  badCarrier: { carrier: 'yunfan', from: '2026-04-01', to: '2026-06-30', late: 0.3 },
} as const;

export const DAYS_LATE: readonly (readonly [days: number, weight: number])[] = [
  [1, 30],
  [2, 20],
  [3, 13],
  [4, 9],
  [5, 7],
  [6, 5],
  [7, 4],
  [8, 3],
  [9, 3],
  [10, 2],
  [12, 2],
  [15, 2],
];

// Reviews of 1, 2, 3, 4, 5 stars in 100, by how the order went.
export const STARS: Record<Delay, readonly [number, number, number, number, number]> = {
  on_time: [2, 2, 6, 22, 68],
  late_1_3: [15, 12, 20, 25, 28],
  late_4_7: [38, 18, 18, 14, 12],
  late_8: [60, 16, 12, 7, 5],
  not_delivered: [70, 15, 8, 4, 3],
  canceled: [70, 15, 8, 4, 3],
};

export const REVIEWED = { delivered: 0.36, late: 0.46, notDelivered: 0.2, withWords: 0.55, followUp: 0.02 } as const;

// One merchant's goods are not as described from this day on; a good part of its buyers says so.
export const BAD_MERCHANT = { merchant: 'M0007', from: '2026-05-01', disappointed: 0.5 } as const;

export const CANCELED = { usual: 0.03, cashOnDelivery: 0.13, soldOut: 0.005 } as const;
export const LOST = { usual: 0.006, remote: 0.02 } as const;
export const GUEST_SHARE = 0.008;
export const SPLIT_SHARE = 0.015;

// Orders of these days against a usual day of the same season, at least (double11, 618) or at most (spring festival).
export const SEASON = { double11AtLeast: 4.5, six18AtLeast: 2.5, springFestivalAtMost: 0.55 } as const;

// The share of customers with valid orders on two days or more lies in here.
export const REPEAT_DAYS_BETWEEN = [0.25, 0.3] as const;

// Rows that no loader may accept, written on top of the good ones, and reviews whose order does not exist.
export const FLAWS = { customers: 1, payments: 2, shipments: 2, reviews: 3, pendingReviews: 3 } as const;
