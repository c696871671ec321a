import { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import { FAKE_BURSTS } from '../truths.ts';
import { fake, fakesPerBurst } from './fakes.ts';
import { live, type Beginning, type Life } from './life.ts';

const NEVER_ORDERED_EACH = 33;
const MOST_GENERATIONS = 12; // of friends of friends

function beginning(shop: Shop, no: number): Beginning {
  // The first customer orders on the last day, so that "today" is known while the rest is still being written.
  return {
    dice: new Dice(shop.seed, 'customer', no),
    firstDay: no === 1 ? shop.season.last : null,
    origin: null,
    place: null,
    mayBeGuest: no > 1,
    neverOrders: no > 1 && no % NEVER_ORDERED_EACH === 0,
  };
}

/** Everybody, one after the other, until the shop has its orders. A friend comes right after who referred them. */
export function* lives(shop: Shop): Generator<Life> {
  let left = shop.orders;
  function* withFriends(begin: Beginning, name: string, generation: number): Generator<Life> {
    const life = live(shop, begin, left);
    left -= life.orders.length;
    const { referral } = life;
    if (referral === null || referral.friendDay === null || left < 1 || generation > MOST_GENERATIONS) {
      yield life;
      return;
    }
    const dice = new Dice(shop.seed, 'friend', name, generation);
    const place = life.customer && dice.chance(0.6) ? life.customer.place : null;
    const friends = [
      ...withFriends(
        { dice, firstDay: referral.friendDay, origin: 'referral', place, mayBeGuest: false, neverOrders: false },
        name,
        generation + 1,
      ),
    ];
    const friend = friends[0];
    referral.friend = friend?.customer?.id ?? null;
    referral.joinedAt = shop.seen(Math.max(referral.at, friend?.customer?.registeredAt ?? 0));
    referral.firstOrderedAt = friend?.orders[0]?.orderedAt ?? null;
    yield life;
    yield* friends;
  }
  yield* withFriends(beginning(shop, 1), '1', 0);
  for (const burst of FAKE_BURSTS) {
    for (let n = 1; n <= fakesPerBurst(shop.orders) && left > 0; n++) {
      const life = fake(shop, burst, n);
      if (!life) continue;
      left--;
      yield life;
    }
  }
  for (let no = 2; left > 0; no++) yield* withFriends(beginning(shop, no), String(no), 0);
}
