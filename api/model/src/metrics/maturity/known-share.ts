import type { DelayCurve } from './learn.ts';

/** What is known of a stream of outcomes in a bucket: the share, and its relative standard error. */
export interface Ripeness {
  known: number;
  spread: number;
}

/** A learned curve as the head of an answer tells it. */
export type StoredCurve = DelayCurve & { shop: string; stream: string; segment: string };

/** Orders of a shop in a bucket that lie so many days back (the oldest together, all their outcomes known). */
export interface Arrivals {
  shop: string;
  bucket: string;
  age: number;
  orders: number;
}

const address = (...parts: readonly string[]): string => JSON.stringify(parts);

/**
 * How ripe a bucket is: the curve at the age of each of its days, each day weighing as its orders. The days of a bucket err
 * together, so their errors are added, not squared and added.
 */
export class Delays {
  readonly #curves: ReadonlyMap<string, StoredCurve>;
  readonly #arrivals = new Map<string, Arrivals[]>();

  constructor(curves: readonly StoredCurve[], arrivals: readonly Arrivals[]) {
    this.#curves = new Map(curves.map((curve) => [address(curve.shop, curve.stream, curve.segment), curve]));
    for (const each of arrivals) this.#arrivals.set(each.bucket, [...(this.#arrivals.get(each.bucket) ?? []), each]);
  }

  /** null: a shop among them has not told enough to know. A segment without a curve of its own ripens as its shop does. */
  of(stream: string, shops: readonly string[], bucket: string, segment: string): Ripeness | null {
    let [orders, known, error] = [0, 0, 0];
    for (const each of this.#arrivals.get(bucket) ?? []) {
      if (!shops.includes(each.shop)) continue;
      const curve =
        this.#curves.get(address(each.shop, stream, segment)) ?? this.#curves.get(address(each.shop, stream, ''));
      if (!curve) return null;
      const share = curve.known[each.age] ?? 1;
      orders += each.orders;
      known += each.orders * share;
      error += each.orders * share * (curve.spread[each.age] ?? 0);
    }
    return orders > 0 && known > 0 ? { known: known / orders, spread: error / known } : null;
  }
}
