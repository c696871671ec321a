import type { Carrier } from '../world/carriers.ts';
import type { Product } from '../world/goods.ts';
import type { Place } from '../world/places.ts';
import type { Station } from '../world/stations.ts';
import type { Delay } from '../truths.ts';
import type { Case } from './case.ts';
import type { Compensation } from './compensation.ts';
import type { Message } from './messages.ts';
import type { Stars } from './opinion.ts';
import type { Return } from './returns.ts';
import type { Survey } from './surveys.ts';

export type Status = 'created' | 'approved' | 'processing' | 'shipped' | 'delivered' | 'canceled' | 'unavailable';
export type CancelCause = 'customer' | 'out_of_stock' | 'unpaid' | 'refused' | 'fraud';
export type Failure = 'late' | 'damaged' | 'lost' | 'wrong_item' | 'not_as_described' | 'quality';

export interface Item {
  product: Product;
  quantity: number;
  priceFen: number; // the whole line
  freightFen: number;
  shipBy: number;
  batch: string;
  picked: 'right' | 'wrong' | 'unchecked';
}

export interface Payment {
  method: string;
  installments: number;
  fen: number;
  kind: 'full' | 'deposit' | 'balance' | 'cash_on_delivery';
  attemptedAt: number;
  paidAt: number | null; // null: the attempt failed
  failure: string | null;
  chargedBackAt: number | null;
}

export interface DeliveryPromise {
  service: 'same_day' | 'next_day' | 'standard' | 'slot';
  rule: '211' | 'next_day' | 'slot' | 'days';
  at: number;
  day: number;
  slot: readonly [from: number, to: number] | null;
  rolledOut: boolean; // next-day by the programme (a)
}

export type ScanKind =
  | 'picked_up'
  | 'arrived'
  | 'departed'
  | 'out_for_delivery'
  | 'attempt_failed'
  | 'delivered'
  | 'damaged'
  | 'lost'
  | 'delayed'
  | 'returned';

export interface Scan {
  kind: ScanKind;
  at: number;
  recordedAt: number;
  station: Station;
}

export interface Shipment {
  waybill: string;
  carrier: Carrier;
  station: Station;
  promise: DeliveryPromise;
  handedOverAt: number | null;
  deliveredAt: number | null;
  option: 'door' | 'locker' | 'station' | 'installation';
  protection: 'none' | 'padded' | 'fragile';
  packaging: 'carton' | 'plastic' | 'recycled' | 'reused';
  inspected: boolean;
  feeFen: number;
  outcome: 'lost' | 'returned' | 'refused' | null;
  scans: Scan[];
}

export interface Review {
  id: string;
  product: Product | null;
  score: number;
  title: string;
  message: string;
  invitedAt: number | null; // nobody asks for a follow-up
  answeredAt: number;
  source: 'written' | 'default' | 'rewarded';
  followUpOf: string | null;
  firstScore: number | null;
  changedAt: number | null;
  repliedAt: number | null;
  reply: string | null;
  shownAt: number;
  photos: number;
}

// Moments are seconds on the shop's wall clock; of an order itself nothing lies after the picture was taken.
export interface Order {
  id: string;
  customer: string | null;
  status: Status;
  orderedAt: number;
  approvedAt: number | null;
  promisedDay: number | null;
  canceledAt: number | null;
  cancelCause: CancelCause | null;
  service: DeliveryPromise['service'];
  origin: string;
  place: Place;
  city: string;
  updatedAt: number;
  items: Item[];
  payments: Payment[];
  shipment: Shipment | null;
  reviews: Review[];
  stars: Stars | null; // how those of the first review came about
  cases: Case[];
  returns: Return[];
  compensations: Compensation[];
  messages: Message[];
  surveys: Survey[];
  memory: Memory;
  decision: Decision | null; // whether the buyer comes back
}

// How the order really goes, beyond the picture too: what the buyer remembers when thinking of the next one.
export interface Memory {
  delay: Delay;
  hoursLate: number;
  knownOn: number; // the day the buyer knows
  failures: Failure[];
  nextDay: boolean; // by the programme (a)
}

/** The roll for coming back, the chance it was held against, and what that chance would have been without one cause. */
export interface Decision {
  roll: number;
  chance: number;
  withoutNextDay: number;
  withoutLoyalty: number;
  lateFactor: number;
  loyal: boolean;
}
