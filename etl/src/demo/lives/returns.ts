import { DAY } from '../world/calendar.ts';
import { Wheel, type Dice } from '../world/dice.ts';
import type { Product } from '../world/goods.ts';
import type { Shop } from '../world/shop.ts';
import type { Failure, Item, Order } from './order.ts';

export type ReturnKind = 'return' | 'exchange' | 'repair' | 'refund_only';
export type ReturnReason =
  | 'no_reason'
  | 'quality'
  | 'not_as_described'
  | 'damaged'
  | 'wrong_item'
  | 'size'
  | 'late'
  | 'lost';

/** A return with the time of every step, beyond the picture too; null: a step that never comes. */
export interface Return {
  no: string;
  kind: ReturnKind;
  reason: ReturnReason;
  product: Product;
  units: number;
  requestedAt: number;
  approvedAt: number | null;
  rejectedAt: number | null;
  shippedAt: number | null;
  receivedAt: number | null;
  refundedAt: number | null;
  completedAt: number | null;
  canceledAt: number | null;
  dueAt: number;
  fen: number;
  costFen: number;
  policy: 'seven_day' | 'worry_free' | 'warranty' | 'goodwill';
  steppedInAt: number | null;
  decidedFor: 'customer' | 'merchant' | null;
}

const AFTER: Partial<Record<Failure, readonly [share: number, reason: ReturnReason]>> = {
  damaged: [0.66, 'damaged'],
  wrong_item: [0.72, 'wrong_item'],
  not_as_described: [0.5, 'not_as_described'],
  quality: [0.55, 'quality'],
  lost: [0.95, 'lost'],
};
const NO_REASON = 0.03;
const SIZE = 0.05; // of apparel and sports
const LATE = 0.06;
const REJECTED = 0.06;
const WITHDRAWN = 0.05;
const PLATFORM = 0.3;
const QUICK_DESK_DAYS = 7; // money is promised within seven days of the request

const kinds = new Wheel<ReturnKind>([
  ['return', 74],
  ['exchange', 18],
  ['refund_only', 8],
]);

function reasonOf(dice: Dice, order: Order, failures: ReadonlySet<Failure>, item: Item): ReturnReason | null {
  for (const failure of failures) {
    const [share, reason] = AFTER[failure] ?? [0, 'no_reason'];
    if (dice.chance(share)) return reason;
  }
  const code = item.product.kind.code;
  if ((code === 'apparel' || code === 'sports') && dice.chance(SIZE)) return 'size';
  if (failures.has('late') && dice.chance(LATE)) return 'late';
  return dice.chance(NO_REASON) ? 'no_reason' : null;
}

function kindOf(dice: Dice, reason: ReturnReason): ReturnKind {
  if (reason === 'lost') return 'refund_only';
  if (reason === 'quality' && dice.chance(0.45)) return 'repair';
  return reason === 'no_reason' || reason === 'late' ? 'return' : kinds.spin(dice);
}

/** The steps one after the other; an exchange or a repair ends without money. */
function walk(dice: Dice, one: Return): void {
  const money = one.kind === 'return' || one.kind === 'refund_only';
  if (one.reason !== 'lost' && dice.chance(REJECTED)) {
    one.rejectedAt = one.requestedAt + dice.skewed(14 * 3600, 0.7);
    if (!dice.chance(PLATFORM)) return;
    one.steppedInAt = one.rejectedAt + dice.between(6, 70) * 3600;
    one.decidedFor = dice.chance(0.55) ? 'customer' : 'merchant';
    if (one.decidedFor === 'merchant') return;
  }
  one.approvedAt = (one.steppedInAt ?? one.requestedAt) + dice.skewed(11 * 3600, 0.8);
  let at = one.approvedAt;
  if (one.kind !== 'refund_only') {
    if (dice.chance(WITHDRAWN)) {
      one.canceledAt = at + dice.between(12, 160) * 3600;
      return;
    }
    one.shippedAt = at += dice.skewed(22 * 3600, 0.6);
    one.receivedAt = at += dice.skewed(60 * 3600, 0.4);
  }
  if (money) one.refundedAt = at += dice.skewed(26 * 3600, 0.7);
  one.completedAt = at + (money ? dice.between(60, 3600) : dice.between(1, 9) * DAY);
}

export function returnOf(
  shop: Shop,
  dice: Dice,
  order: Order,
  failures: ReadonlySet<Failure>,
  failedItem: Product | null,
  knownAt: number,
): Return | null {
  const item = order.items.find(({ product }) => product === failedItem) ?? order.items[0];
  const reason = item && reasonOf(dice, order, failures, item);
  if (!item || !reason) return null;
  const kind = kindOf(dice, reason);
  const units = reason === 'lost' ? item.quantity : dice.between(1, item.quantity);
  const requestedAt =
    knownAt + (kind === 'repair' ? dice.between(8, 300) * DAY : Math.floor(dice.unit() ** 2 * 7 * DAY) + 1800);
  const money = kind === 'return' || kind === 'refund_only';
  const one: Return = {
    no: shop.number('RF'),
    kind,
    reason,
    product: item.product,
    units,
    requestedAt,
    approvedAt: null,
    rejectedAt: null,
    shippedAt: null,
    receivedAt: null,
    refundedAt: null,
    completedAt: null,
    canceledAt: null,
    dueAt: requestedAt + QUICK_DESK_DAYS * DAY,
    fen: money ? Math.round((item.priceFen * units) / item.quantity) : 0,
    costFen: kind === 'refund_only' ? 150 : 900 + dice.between(0, 900),
    policy:
      kind === 'repair'
        ? 'warranty'
        : reason === 'no_reason'
          ? 'seven_day'
          : dice.chance(0.25)
            ? 'worry_free'
            : dice.chance(0.1)
              ? 'goodwill'
              : 'seven_day',
    steppedInAt: null,
    decidedFor: null,
  };
  walk(dice, one);
  return one;
}
