import { shop, type Item, type Shop } from '../testkit/shop.ts';

/** The same numbers for the same seed (mulberry32). */
export function dice(seed: number) {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (bound: number): number => Math.floor(next() * bound);
  const pick = <T>(values: readonly T[]): T => values[below(values.length)] as T;
  return { below, pick, chance: (share: number) => next() < share };
}
export type Dice = ReturnType<typeof dice>;

const FIRST = Date.UTC(2024, 0, 1);
export const DAYS = 500;
export const dayAt = (number: number): string => new Date(FIRST + number * 86_400_000).toISOString().slice(0, 10);

/** `orders` orders of half as many customers over 500 days, many of them on the same days and minutes, some of unknown buyers. */
export function randomShop(seed: number, orders: number, code = 'random'): Shop {
  const { below, pick, chance } = dice(seed);
  const made = shop({ code, pointWorthMinor: 3 });
  for (let number = 0; number < orders; number += 1) {
    const day = chance(0.2) ? below(5) * 90 : below(DAYS);
    const status = pick(['delivered', 'delivered', 'delivered', 'delivered', 'shipped', 'canceled', 'unavailable']);
    const items: Item[] = Array.from({ length: below(4) }, () => [
      pick(['toys', 'lamps', 'books', '']),
      pick(['m1', 'm2', 'm3']),
      below(9000) / 100,
      below(900) / 100,
    ]);
    const buyer = chance(0.05) ? made.guest(`guest ${number}`) : made.customer(`customer ${below(orders / 2)}`);
    const order = buyer.ordered(`O${number}`, `${dayAt(day)} ${pick(['09:00', '09:00', '21:30'])}`, {
      status,
      promised: chance(0.9) ? dayAt(day + 1 + below(12)) : undefined,
      region: chance(0.95) ? pick(['east', 'west', 'north']) : undefined,
      items,
      paid: Array.from({ length: below(3) }, () => [pick(['alipay', 'voucher']), below(9000) / 100]),
    });
    if (status === 'delivered' && chance(0.95))
      order.delivered(`${dayAt(day + below(15))} ${pick(['08:00', '22:15'])}`);
    if (chance(0.7)) order.reviewed(1 + below(5));
    if (chance(0.1)) order.reviewed(1 + below(5));
  }
  return made;
}
