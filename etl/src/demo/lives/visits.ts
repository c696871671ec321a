import { DAY, dayOf, isPeak } from '../world/calendar.ts';
import { Wheel, type Dice } from '../world/dice.ts';
import type { Product } from '../world/goods.ts';
import type { Shop } from '../world/shop.ts';
import { BAD_BATCH, FAKE_BURSTS, READS_REVIEWS } from '../truths.ts';
import type { Order } from './order.ts';

export type ClickKind =
  | 'page'
  | 'search'
  | 'product_view'
  | 'review_view'
  | 'recommendation_shown'
  | 'recommendation_clicked'
  | 'cart'
  | 'checkout'
  | 'paid'
  | 'consulted';

export interface Click {
  kind: ClickKind;
  at: number;
  product: Product | null;
  query: string | null;
  results: number | null;
  ms: number | null;
  order: string | null;
}

export interface Visit {
  no: string;
  cookie: string;
  customer: string | null; // null: not signed in
  origin: string;
  clicks: Click[];
}

export const ORIGINS = ['paid_search', 'social', 'live', 'direct', 'email', 'referral', 'display'] as const;
export const originWheel = new Wheel<(typeof ORIGINS)[number]>([
  ['paid_search', 24],
  ['social', 15],
  ['live', 13],
  ['direct', 30],
  ['email', 4],
  ['display', 14],
]);

const SEARCHES = 0.6;
const SHOWN = 0.35;
const TAKEN = 0.24;
const NOTHING_FOUND = { buyer: 0.02, looker: 0.12 } as const;
const batchFrom = dayOf(BAD_BATCH.from) + 20;
const burstOf = new Map(FAKE_BURSTS.map(({ product, from }) => [product, dayOf(from)]));

/** The rating shown on a product's page on a day, in tenths: bought praise lifts it, a bad batch pulls it down. */
export function ratingOn(product: Product, day: number): number {
  const burst = burstOf.get(product.id);
  if (burst !== undefined && day > burst) return Math.min(50, product.rating + 3);
  if (product.id === BAD_BATCH.product && day >= batchFrom) return Math.max(30, product.rating - 4);
  return product.rating;
}

class Trail {
  readonly clicks: Click[] = [];

  constructor(
    private readonly dice: Dice,
    private at: number,
    private readonly pace: number,
  ) {}

  add(kind: ClickKind, more: Partial<Click> = {}): void {
    const slow = isPeak(Math.floor(this.at / DAY)) ? 1050 : 720;
    const ms = kind === 'page' || kind === 'product_view' ? this.dice.skewed(slow, 0.6) : null;
    this.clicks.push({ kind, at: this.at, product: null, query: null, results: null, ms, order: null, ...more });
    this.at += this.dice.between(1, this.pace);
  }

  search(product: Product, nothing: number): void {
    const what = this.dice.pick(product.kind.kinds)[0];
    const results = this.dice.chance(nothing) ? 0 : this.dice.between(8, 900);
    this.add('search', { query: what, results });
  }
}

function visit(shop: Shop, cookie: string, customer: string | null, origin: string, clicks: Click[]): Visit {
  return { no: shop.number('V', 10), cookie, customer, origin, clicks };
}

/** The visit an order comes from, ending with the moment of the order. */
export function buyingVisit(shop: Shop, dice: Dice, order: Order, cookie: string): Visit {
  const products = order.items.map(({ product }) => product);
  const paidAt = order.payments.find((payment) => payment.paidAt !== null)?.paidAt ?? null;
  const trail = new Trail(dice, order.orderedAt - dice.between(600, 1500), 90);
  if (dice.chance(0.5)) trail.add('page');
  const first = products[0];
  if (first && dice.chance(SEARCHES)) trail.search(first, NOTHING_FOUND.buyer);
  if (first && dice.chance(SHOWN)) {
    trail.add('recommendation_shown', { product: first });
    if (dice.chance(TAKEN)) trail.add('recommendation_clicked', { product: first });
  }
  const reads = dice.chance(READS_REVIEWS);
  products.forEach((product, i) => {
    trail.add('product_view', { product });
    if (reads && i === 0) trail.add('review_view', { product });
  });
  if (order.cases.some(({ contact }) => contact.topic === 'advice' && contact.openedAt > order.orderedAt - DAY))
    trail.add('consulted', { product: first ?? null });
  if (first) trail.add('cart', { product: first });
  const { clicks } = trail;
  const closing = (kind: ClickKind, at: number, id: string | null) =>
    clicks.push({ kind, at, product: null, query: null, results: null, ms: null, order: id });
  closing('checkout', order.orderedAt, null);
  if (shop.isSeen(paidAt)) closing('paid', Math.max(paidAt, order.orderedAt), order.id);
  return visit(shop, cookie, order.customer, order.origin, clicks);
}

/** What lookers look at: products with a poorer rating are left more often than bought. */
function lookedAt(shop: Shop, dice: Dice, day: number): Product {
  for (let tries = 0; tries < 4; tries++) {
    const product = shop.sales.spin(dice);
    if (dice.unit() < (54 - ratingOn(product, day)) / 14) return product;
  }
  return shop.sales.spin(dice);
}

/** A visit that comes to nothing. */
export function lookingVisit(
  shop: Shop,
  dice: Dice,
  at: number,
  cookie: string,
  customer: string | null,
  origin?: string,
): Visit {
  const day = Math.floor(at / DAY);
  const product = lookedAt(shop, dice, day);
  const trail = new Trail(dice, at, 60);
  const from = origin ?? originWheel.spin(dice);
  if (dice.chance(0.3)) trail.add('page');
  if (dice.chance(0.45)) trail.search(product, NOTHING_FOUND.looker);
  if (dice.chance(SHOWN)) trail.add('recommendation_shown', { product });
  if (dice.chance(0.85)) trail.add('product_view', { product });
  if (dice.chance(0.22)) trail.add('review_view', { product });
  if (dice.chance(0.1)) trail.add('cart', { product });
  if (trail.clicks.length === 0) trail.add('page');
  return visit(shop, cookie, customer, from, trail.clicks);
}
