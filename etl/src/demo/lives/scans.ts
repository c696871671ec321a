import { DAY } from '../world/calendar.ts';
import type { Dice } from '../world/dice.ts';
import type { Shop } from '../world/shop.ts';
import type { Station } from '../world/stations.ts';
import { DAMAGE_SEEN } from '../truths.ts';
import type { Scan, ScanKind, Shipment } from './order.ts';

interface Trip {
  handedOverAt: number;
  arrivesAt: number;
  lost: boolean;
  damaged: boolean;
  late: boolean;
  from: string; // region codes
  to: string;
}

const LOSS_TOLD = 0.6;
const DELAY_TOLD = 0.5;
const AGAIN = { onTime: 0.05, late: 0.25 } as const; // a first attempt that failed the day before
const RECORDED_HOURS_LATER = 0.03;

class Trail {
  readonly scans: Scan[] = [];

  constructor(
    private readonly dice: Dice,
    private readonly lag: number,
  ) {}

  /** What the customer can read, some minutes after it happened, and now and then hours. */
  add(kind: ScanKind, at: number, station: Station): void {
    const minutes = this.dice.chance(RECORDED_HOURS_LATER) ? this.dice.between(120, 1200) : 0;
    const lag = kind === 'delivered' ? this.dice.between(1, 20) : Math.floor(this.dice.unit() ** 2 * 240 * this.lag);
    this.scans.push({ kind, at, recordedAt: at + lag + minutes * 60, station });
  }
}

function halts(shop: Shop, { carrier, station }: Shipment, { from, to }: Trip): Station[] {
  const first = shop.network.hub(carrier, from);
  const last = shop.network.hub(carrier, to);
  return first === last ? [first, station] : [first, last, station];
}

/** Every scan of a parcel, in the order in which they happened. */
export function scansOf(shop: Shop, dice: Dice, shipment: Shipment, trip: Trip): Scan[] {
  const trail = new Trail(dice, shipment.carrier.lagMinutes);
  const stops = halts(shop, shipment, trip);
  const first = stops[0] as Station;
  const last = shipment.station;
  const { handedOverAt, arrivesAt } = trip;
  const out = arrivesAt - Math.min(dice.between(2400, 4 * 3600), Math.floor((arrivesAt - handedOverAt) / 3));
  const again = !trip.lost && dice.chance(trip.late ? AGAIN.late : AGAIN.onTime) && out - DAY > handedOverAt + 6 * 3600;
  const end = (again ? out - DAY : out) - 600;
  trail.add('picked_up', handedOverAt + Math.min(dice.between(300, 2400), Math.floor((end - handedOverAt) / 8)), first);
  // The way is long where the parcel is late: one halt takes most of it, and nothing is heard of the parcel meanwhile.
  const step = (end - handedOverAt) / (stops.length + 0.5);
  const lostAfter = trip.lost ? dice.between(0, stops.length - 1) : Infinity;
  for (const [i, stop] of stops.entries()) {
    const arrived = handedOverAt + Math.floor(step * (i + 0.5 + dice.unit() * 0.4));
    trail.add('arrived', arrived, stop);
    if (i >= lostAfter) break;
    if (stop !== last) trail.add('departed', arrived + Math.floor(step * (0.1 + dice.unit() * 0.4)), stop);
  }
  if (trip.late && dice.chance(DELAY_TOLD)) trail.add('delayed', handedOverAt + Math.floor(step * 1.2), first);
  if (trip.damaged && dice.chance(DAMAGE_SEEN)) trail.add('damaged', end - dice.between(300, 1800), last);
  if (trip.lost) {
    if (dice.chance(LOSS_TOLD)) trail.add('lost', arrivesAt + dice.between(3, 8) * DAY, first);
    return trail.scans;
  }
  if (again) {
    trail.add('out_for_delivery', out - DAY, last);
    trail.add('attempt_failed', out - DAY + dice.between(1800, 7200), last);
  }
  trail.add('out_for_delivery', out, last);
  trail.add('delivered', arrivesAt, last);
  return trail.scans;
}

/** A refused parcel comes to the door and goes back. */
export function refusedScans(dice: Dice, shipment: Shipment, refusedAt: number): Scan[] {
  const before = shipment.scans.filter((scan) => scan.at < refusedAt - 3600 && scan.kind !== 'out_for_delivery');
  const trail = new Trail(dice, shipment.carrier.lagMinutes);
  trail.add('out_for_delivery', refusedAt - 3000, shipment.station);
  trail.add('attempt_failed', refusedAt, shipment.station);
  trail.add('returned', refusedAt + dice.between(3600, DAY), shipment.station);
  return [...before, ...trail.scans];
}
