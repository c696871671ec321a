import type { Carrier } from './carriers.ts';
import type { Place } from './places.ts';
import type { Delay } from './truths.ts';

export type Status = 'created' | 'approved' | 'processing' | 'shipped' | 'delivered' | 'canceled' | 'unavailable';

export interface Item {
  product: string;
  merchant: string;
  quantity: number;
  priceFen: number; // the whole line
  freightFen: number;
  shipBy: number;
}

export interface Payment {
  method: string;
  installments: number;
  fen: number;
  paidAt: number;
}

export interface Shipment {
  waybill: string;
  carrier: Carrier;
  promiseDays: number;
  handedOverAt: number | null;
  deliveredAt: number | null;
}

export interface Review {
  id: string;
  score: number;
  title: string;
  message: string;
  invitedAt: number | null; // nobody asks for a follow-up
  answeredAt: number;
}

// Moments are seconds on the shop's wall clock; nothing in here lies after the picture was taken.
export interface Order {
  id: string;
  customer: string | null;
  status: Status;
  orderedAt: number;
  approvedAt: number | null;
  promisedDay: number | null;
  place: Place;
  city: string;
  updatedAt: number;
  items: Item[];
  payments: Payment[];
  shipment: Shipment | null;
  reviews: Review[];
}

// How the order really goes, beyond the picture too: what the buyer remembers when thinking of the next one.
export interface Memory {
  delay: Delay;
  knownOn: number; // the day the buyer knows
}

export interface Placed {
  order: Order;
  memory: Memory;
}
