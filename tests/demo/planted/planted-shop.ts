import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dayOf, type Exports } from './exports.ts';
import {
  firstOrders,
  readKeptAccounts,
  readOrders,
  readReviews,
  readTickets,
  readWaybills,
  type FirstOrder,
  type OrderRow,
  type ReviewRow,
  type Ticket,
  type Waybill,
} from './shop-files.ts';
import type { Planted } from './truth.ts';

export interface PlantedShop {
  planted: Planted;
  asOf: number;
  orders: Map<string, OrderRow>;
  reviews: ReviewRow[];
  /** Written by customers: neither by default nor bought. */
  written: ReviewRow[];
  first: FirstOrder[];
  tickets: Ticket[];
  waybills: Map<string, Waybill>;
}

/** The files of a generated shop, and what truth.json says was planted in them. */
export async function readPlanted(directory: string, files: Exports): Promise<PlantedShop> {
  const truth = JSON.parse(readFileSync(join(directory, 'truth.json'), 'utf8')) as {
    planted: Planted;
    of: { asOf: string };
  };
  const { planted } = truth;
  const asOf = dayOf(truth.of.asOf);
  const orders = readOrders(files, readKeptAccounts(files));
  const reviews = readReviews(files, orders);
  const fakes = new Set(planted.e.realised.flatMap((burst) => burst.reviews));
  const bought = new Set(reviews.filter(({ id }) => fakes.has(id)).map(({ order }) => order.id));
  const first = firstOrders(
    [...orders.values()].filter(({ id }) => !bought.has(id)),
    asOf,
  );
  const written = reviews.filter((review) => review.written && !fakes.has(review.id));
  const tickets = readTickets(files);
  const waybills = await readWaybills(files, orders);
  return { planted, asOf, orders, reviews, written, first, tickets, waybills };
}
