// What the demo shop has planted in it. Nothing else in the generator decides these effects, tests find each of them again in the
// written files, and README.md says in words what a reader of the dashboard should see.

// The picture is taken at the end of this day: what happens later is not in the files.
export const LAST_DAY = '2026-10-31';
export const ZONE = 'Asia/Shanghai';

export const DELAYS = ['on_time', 'late_1_3', 'late_4_7', 'late_8', 'not_delivered', 'canceled'] as const;
export type Delay = (typeof DELAYS)[number];

// Share of customers, and their own chance to come back after an order that went well.
export const AFFINITY: readonly (readonly [chance: number, share: number])[] = [
  [0.19, 0.68],
  [0.42, 0.25],
  [0.6, 0.07],
];

// The chance to come back is the customer's own, times each of these that applies. Their largest product stays below one.
export const COMES_BACK = {
  lateHours: 80, // e-folding: a parcel h hours late leaves exp(-h / 80) of it, but never less than
  lateLeast: 0.2,
  notDelivered: 0.3,
  canceled: 0.7,
  failed: 0.7, // damaged, wrong, not as described or of poor quality
  recovered: 0.9, // the same, and something was given for it
  nextDay: 1.35, // (a)
  loyal: 1.2, // (g)
} as const;

// (a) Next-day delivery, rolled out in some regions on a day. Nobody else gets it by this road; Beijing and Shanghai have always had 211.
export const NEXT_DAY = {
  initiative: 'INI-NEXTDAY',
  from: '2025-12-01',
  regions: ['CN-GD', 'CN-HB', 'CN-JS', 'CN-SD', 'CN-ZJ'],
  share: 0.85, // of the orders there
} as const;

// (b) One channel's desk answers much faster from a day on. The median time to a first human answer, in seconds.
export const FAST_CHAT = {
  initiative: 'INI-FASTCHAT',
  channel: 'chat',
  from: '2026-01-05',
  medianBefore: 1500,
  medianAfter: 150,
  spread: 0.7, // of the logarithm
  quick: { within: 300, satisfies: 0.2 },
  slow: { after: 900, satisfies: -0.2 },
} as const;

// (c) One carrier damages parcels handed over for one region on nine days.
export const DAMAGE_WAVE = {
  carrier: 'shanhai',
  region: 'CN-GD',
  from: '2026-09-05',
  to: '2026-09-13',
  damaged: 0.75,
} as const;

// Of damaged parcels, by a scan under way.
export const DAMAGE_SEEN = 0.65;

// (d) One batch of the best-selling product is not as described; who complains uses words nobody else uses.
export const BAD_BATCH = {
  product: 'P000001',
  batch: 'B2603-17',
  from: '2026-03-01',
  to: '2026-08-31',
  complains: 0.45,
  words: { zh: ['泛绿', '塑胶味'], en: ['greenish', 'rubbery'] },
} as const;

// (e) Bought five-star reviews: bursts of new accounts that order one product, praise it in nearly the same words and never come back.
export const FAKE_BURSTS: readonly { product: string; from: string }[] = [
  { product: 'P000009', from: '2026-03-18' },
  { product: 'P000014', from: '2026-06-23' },
  { product: 'P000021', from: '2026-08-20' },
];
export const FAKES = { days: 3, ordersEach: 400, least: 3, most: 400 } as const; // accounts a burst: one in ordersEach orders of the shop

// (f) Half of the after-sale agents learn to solve one topic at the first contact.
export const TRAINING = {
  initiative: 'INI-TRAINING',
  topic: 'quality',
  from: '2026-01-15',
  solvedBefore: 0.5,
  solvedAfter: 0.84,
  solvedOthers: 0.86, // every other topic, every agent
} as const;

// (g) A member's tier is a matter of lot when they register, and of points later. Silver or better lifts the chance to come back.
export const LOYALTY = { joins: 0.75, trialSilver: 0.45, silverFrom: 1500, goldFrom: 6000 } as const;

// (h) A thank-you card in every parcel of some regions: changes nothing at all.
export const THANK_YOU_CARD = {
  initiative: 'INI-CARD',
  from: '2025-09-01',
  regions: ['CN-AH', 'CN-HA', 'CN-HE', 'CN-HN', 'CN-LN', 'CN-SC'],
} as const;

// (j) Whether a customer refers a friend, once at most: decided at their first contact with a CSAT of 4 or 5, within the days given.
export const REFERS = { satisfied: 0.4, others: 0.05, withinDays: 21, friendComes: 0.35 } as const;

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

type Stars = readonly [number, number, number, number, number];

// Written reviews of 1, 2, 3, 4, 5 stars in 100, by how the order went; a contact, a failure or next-day delivery have their own.
export const STARS: Record<Delay, Stars> = {
  on_time: [3, 3, 9, 27, 58],
  late_1_3: [15, 12, 20, 25, 28],
  late_4_7: [38, 18, 18, 14, 12],
  late_8: [60, 16, 12, 7, 5],
  not_delivered: [70, 15, 8, 4, 3],
  canceled: [70, 15, 8, 4, 3],
};
export const STARS_NEXT_DAY: Stars = [1, 1, 3, 15, 80]; // (a), on time
export const STARS_FAILED: Stars = [42, 20, 16, 13, 9];
// An order that went well, after a contact that went well or not (b).
export const STARS_CONTACT: { pleased: Stars; letDown: Stars } = {
  pleased: [2, 3, 6, 31, 58],
  letDown: [38, 24, 18, 12, 8],
};
// late, damaged, wrong, … after a contact
export const STARS_FAILED_CONTACT: { pleased: Stars; letDown: Stars } = {
  pleased: [10, 10, 18, 32, 30],
  letDown: [56, 22, 12, 6, 4],
};

export const REVIEWED = {
  delivered: 0.36,
  late: 0.46,
  afterContact: 0.62,
  notDelivered: 0.2,
  withWords: 0.6,
  followUp: 0.02,
  rewarded: 0.05,
  byDefault: 0.06, // of orders nobody reviewed: five stars by default after fifteen days
  english: 0.14,
} as const;

// One merchant's goods are not as described from this day on; a good part of its buyers says so.
export const BAD_MERCHANT = { merchant: 'M0007', from: '2026-05-01', disappointed: 0.5 } as const;

export const CANCELED = { usual: 0.022, cashOnDelivery: 0.13, soldOut: 0.005, fraud: 0.0006 } as const;
export const LOST = { usual: 0.006, remote: 0.02 } as const;
export const FAILS = { damaged: 0.007, wrongItem: 0.005, quality: 0.022, notAsDescribed: 0.006 } as const;
export const GUEST_SHARE = 0.008;
export const SPLIT_SHARE = 0.015;
export const READS_REVIEWS = 0.8; // of buyers, before the order (Q10)

// An offer by lot: treated customers who will come back are drawn forward to the days after it.
export const OFFER = { code: 'AUTUMN-20', on: '2026-08-24', treated: 0.8, drawnForward: 0.3, days: 7 } as const;

// Orders of these days against a usual day of the same season, at least (double11, 618) or at most (spring festival).
export const SEASON = { double11AtLeast: 4.5, six18AtLeast: 2.5, springFestivalAtMost: 0.55 } as const;

// The share of customers with valid orders on two days or more lies in here.
export const REPEAT_DAYS_BETWEEN = [0.22, 0.32] as const;

// What no loader may take at face value: one dirty row of each kind of a file in so many good ones, and at least one.
export const DIRTY = { flawEach: 2000, duplicateEach: 2500, wrongCustomerEach: 800, mergedEach: 300 } as const;
