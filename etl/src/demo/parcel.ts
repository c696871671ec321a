import { carrierWheel, type Carrier } from './carriers.ts';
import { DAY, dayOf, isPeak } from './calendar.ts';
import { Wheel, type Dice } from './dice.ts';
import type { Place } from './places.ts';
import { DAYS_LATE, LATENESS, LOST, type Delay } from './truths.ts';

export interface Parcel {
  carrier: Carrier;
  promiseDays: number;
  handedOverAt: number;
  deliveredAt: number | null; // null: lost
  delay: Delay;
}

const daysLate = new Wheel(DAYS_LATE);
const bad = { from: dayOf(LATENESS.badCarrier.from), to: dayOf(LATENESS.badCarrier.to) };

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

export function travel(dice: Dice, approvedAt: number, place: Place): Parcel {
  const day = Math.floor(approvedAt / DAY);
  const carrier = carrierWheel.spin(dice);
  const promiseDays = place.nextDay && dice.chance(0.25) ? 1 : place.promiseDays;
  const lost = dice.chance(place.remote ? LOST.remote : LOST.usual);
  const late = dice.chance(lateChance(carrier.code, day, place)) ? daysLate.spin(dice) : 0;
  const quickest = Math.max(1, Math.ceil(promiseDays * 0.5));
  const arrival = day + (late > 0 ? promiseDays + late : dice.between(quickest, promiseDays));
  const deliveredAt = arrival * DAY + dice.between(9 * 3600, 20 * 3600);
  const packed = inWorkingHours(approvedAt + dice.between(2 * 3600, 22 * 3600));
  return {
    carrier,
    promiseDays,
    handedOverAt: Math.min(packed, deliveredAt - 4 * 3600),
    deliveredAt: lost ? null : deliveredAt,
    delay: lost ? 'not_delivered' : delayOf(late),
  };
}
