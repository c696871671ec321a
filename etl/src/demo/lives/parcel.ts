import { DAY, dayOf, isPeak } from '../world/calendar.ts';
import { carrierWheel, type Carrier } from '../world/carriers.ts';
import { Wheel, type Dice } from '../world/dice.ts';
import type { Place } from '../world/places.ts';
import type { Shop } from '../world/shop.ts';
import { DAMAGE_WAVE, DAYS_LATE, FAILS, LATENESS, LOST, type Delay } from '../truths.ts';
import type { DeliveryPromise, Item, Shipment } from './order.ts';
import { scansOf } from './scans.ts';

/** A parcel as it really travels, beyond the picture too. */
export interface Parcel {
  shipment: Shipment;
  handedOverAt: number;
  deliveredAt: number | null; // null: lost
  delay: Delay;
  hoursLate: number;
  damaged: boolean;
}

const daysLate = new Wheel(DAYS_LATE);
const bad = { from: dayOf(LATENESS.badCarrier.from), to: dayOf(LATENESS.badCarrier.to) };
const wave = { from: dayOf(DAMAGE_WAVE.from), to: dayOf(DAMAGE_WAVE.to) };
const options = new Wheel([
  ['door', 56],
  ['locker', 23],
  ['station', 21],
] as const);
const packagings = new Wheel([
  ['carton', 52],
  ['plastic', 24],
  ['recycled', 18],
  ['reused', 6],
] as const);
const protections = {
  breakable: new Wheel([
    ['fragile', 45],
    ['padded', 40],
    ['none', 15],
  ] as const),
  usual: new Wheel([
    ['fragile', 4],
    ['padded', 41],
    ['none', 55],
  ] as const),
};
const SLOWLY_PACKED = { usual: 0.04, peak: 0.14 } as const;
const PROTECTS = { none: 1.6, padded: 1, fragile: 0.6 } as const;

export function delayOf(days: number): Delay {
  if (days <= 0) return 'on_time';
  if (days <= 3) return 'late_1_3';
  return days <= 7 ? 'late_4_7' : 'late_8';
}

export function lateChance(carrier: string, day: number, place: Place): number {
  const { usual, peakTimes, remoteTimes, most, badCarrier } = LATENESS;
  const chance = Math.min(most, usual * (isPeak(day) ? peakTimes : 1) * (place.remote ? remoteTimes : 1));
  return carrier === badCarrier.carrier && day >= bad.from && day <= bad.to
    ? Math.max(chance, badCarrier.late)
    : chance;
}

// Parcels leave between 8 and 22 o'clock; what is packed at night waits for the morning, in its order.
function inWorkingHours(moment: number): number {
  const second = moment % DAY;
  const opening = 8 * 3600;
  if (second < opening) return moment - second + opening + Math.floor(second / 8);
  return second > 22 * 3600 ? moment - second + DAY + opening : moment;
}

// On time by the day is on time by the moment, and late by the moment is late by the day: both readings of a promise agree.
function arrivalOf(dice: Dice, approvedAt: number, promise: DeliveryPromise, late: number): number {
  if (late > 0) return (promise.day + late) * DAY + dice.between(9 * 3600, 20 * 3600);
  const today = Math.floor(approvedAt / DAY);
  if (promise.slot) return dice.between(promise.slot[0], promise.slot[1] - 1);
  if (promise.service === 'same_day')
    return Math.max(approvedAt + 7200, promise.day * DAY + dice.between(11 * 3600, 21 * 3600));
  if (promise.rule === '211') return promise.day * DAY + dice.between(8 * 3600 + 1800, 15 * 3600 - 60);
  if (promise.rule === 'next_day') return promise.day * DAY + dice.between(9 * 3600, 20 * 3600);
  const days = promise.day - today;
  const quickest = Math.max(1, Math.ceil(days * 0.5));
  return (today + dice.between(quickest, days)) * DAY + dice.between(9 * 3600, 20 * 3600);
}

function damageChance(shipment: Shipment, place: Place, handedOverOn: number): number {
  const { carrier, station, protection } = shipment;
  if (
    carrier.code === DAMAGE_WAVE.carrier &&
    place.code === DAMAGE_WAVE.region &&
    handedOverOn >= wave.from &&
    handedOverOn <= wave.to
  )
    return DAMAGE_WAVE.damaged;
  return FAILS.damaged * carrier.damage * station.rough * PROTECTS[protection];
}

function feeOf(carrier: Carrier, place: Place, promise: DeliveryPromise, items: readonly Item[]): number {
  const grams = items.reduce((sum, { product, quantity }) => sum + product.weightG * quantity, 0);
  const fast = promise.service === 'standard' ? 0 : 260;
  return carrier.fee + (place.remote ? 900 : 0) + fast + Math.round(Math.max(0, grams - 1000) * 0.12);
}

function pack(
  shop: Shop,
  dice: Dice,
  city: string,
  place: Place,
  promise: DeliveryPromise,
  items: readonly Item[],
): Shipment {
  const carrier = carrierWheel.spin(dice);
  const option = options.spin(dice);
  const breakable = items.some(({ product }) => product.kind.breakable);
  const bulky = items.some(({ product }) => product.kind.bulky);
  return {
    waybill: '',
    carrier,
    station: shop.network.door(dice, carrier, city),
    promise,
    handedOverAt: null,
    deliveredAt: null,
    option: bulky && dice.chance(0.5) ? 'installation' : option,
    protection: protections[breakable ? 'breakable' : 'usual'].spin(dice),
    packaging: packagings.spin(dice),
    inspected: dice.chance(0.1),
    feeFen: feeOf(carrier, place, promise, items),
    outcome: null,
    scans: [],
  };
}

export interface Route {
  approvedAt: number;
  promise: DeliveryPromise;
  place: Place;
  city: string;
  items: readonly Item[];
}

export function travel(shop: Shop, dice: Dice, { approvedAt, promise, place, city, items }: Route): Parcel {
  const shipment = pack(shop, dice, city, place, promise, items);
  const day = Math.floor(approvedAt / DAY);
  const lost = dice.chance(place.remote ? LOST.remote : LOST.usual);
  const late = dice.chance(lateChance(shipment.carrier.code, day, place)) ? daysLate.spin(dice) : 0;
  const arrival = arrivalOf(dice, approvedAt, promise, late);
  const slow = dice.chance(isPeak(day) ? SLOWLY_PACKED.peak : SLOWLY_PACKED.usual);
  const packed = inWorkingHours(
    approvedAt + (slow ? dice.between(24, 76) : dice.between(2, 22)) * 3600 - dice.between(0, 3599),
  );
  const handedOverAt = Math.min(packed, Math.max(approvedAt + 1800, arrival - 4 * 3600));
  const damaged = dice.chance(damageChance(shipment, place, Math.floor(handedOverAt / DAY))) && !lost;
  const from = items[0]?.product.merchant.regionCode ?? place.code;
  const trip = { handedOverAt, arrivesAt: arrival, lost, damaged, late: late > 0, from, to: place.code };
  shipment.scans = scansOf(shop, dice, shipment, trip);
  return {
    shipment,
    handedOverAt,
    deliveredAt: lost ? null : arrival,
    delay: lost ? 'not_delivered' : delayOf(late),
    hoursLate: late > 0 ? (arrival - promise.at) / 3600 : 0,
    damaged,
  };
}
