import { DAY, isSale } from './calendar.ts';
import { Wheel, type Dice } from './dice.ts';
import type { Item, Payment } from './order.ts';
import type { Place } from './places.ts';
import type { Shop } from './shop.ts';

const lines = new Wheel([
  [1, 66],
  [2, 23],
  [3, 11],
] as const);
const quantities = new Wheel([
  [1, 86],
  [2, 11],
  [3, 3],
] as const);
const methods = new Wheel([
  ['alipay', 47],
  ['wechat_pay', 39],
  ['bank_card', 9],
  ['cash_on_delivery', 5],
] as const);
const methodsFarAway = new Wheel([
  ['alipay', 40],
  ['wechat_pay', 30],
  ['bank_card', 8],
  ['cash_on_delivery', 22],
] as const);
const installmentPlans = [3, 6, 12] as const;

const FREE_FREIGHT_FROM = 9900;
const SALE_PRICE = 0.85;

export function basket(shop: Shop, dice: Dice, day: number, orderedAt: number, place: Place): Item[] {
  const items: Item[] = [];
  for (let n = lines.spin(dice); n > 0; n--) {
    const product = shop.sales.spin(dice);
    const quantity = quantities.spin(dice);
    const price = Math.round(product.fen * (isSale(day) ? SALE_PRICE : 1)) * quantity;
    items.push({
      product: product.id,
      merchant: product.merchant,
      quantity,
      priceFen: price,
      freightFen: 0,
      shipBy: orderedAt + 2 * DAY,
    });
  }
  const sum = items.reduce((total, item) => total + item.priceFen, 0);
  const first = items[0];
  if (first && (place.remote || sum < FREE_FREIGHT_FROM)) first.freightFen = place.remote ? 1800 : 800;
  return items;
}

export function methodOf(dice: Dice, place: Place): string {
  return (place.remote ? methodsFarAway : methods).spin(dice);
}

// One order in thirty is partly paid by voucher: two rows, their sum is the order's.
export function pay(dice: Dice, method: string, items: readonly Item[], paidAt: number): Payment[] {
  const fen = items.reduce((total, item) => total + item.priceFen + item.freightFen, 0);
  const voucher = dice.chance(0.03) ? Math.min(2000, Math.floor(fen / 2)) : 0;
  const installments =
    fen >= 60_000 && method !== 'cash_on_delivery' && dice.chance(0.3) ? dice.pick(installmentPlans) : 1;
  const payments: Payment[] = [{ method, installments, fen: fen - voucher, paidAt }];
  if (voucher > 0) payments.push({ method: 'voucher', installments: 1, fen: voucher, paidAt });
  return payments;
}
