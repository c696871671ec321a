import { DAY, isSale } from '../world/calendar.ts';
import { Wheel, type Dice } from '../world/dice.ts';
import { batchOf, type Product } from '../world/goods.ts';
import type { Place } from '../world/places.ts';
import type { Shop } from '../world/shop.ts';
import { FAILS } from '../truths.ts';
import type { Item } from './order.ts';

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

const FREE_FREIGHT_FROM = 9900;
const SALE_PRICE = 0.85;
const CHECKED = 0.9; // of lines, before they leave

function picked(dice: Dice): Item['picked'] {
  if (dice.chance(FAILS.wrongItem)) return dice.chance(0.8) ? 'wrong' : 'unchecked';
  return dice.chance(CHECKED) ? 'right' : 'unchecked';
}

export function line(dice: Dice, product: Product, orderedAt: number, quantity: number): Item {
  const day = Math.floor(orderedAt / DAY);
  return {
    product,
    quantity,
    priceFen: Math.round(product.fen * (isSale(day) ? SALE_PRICE : 1)) * quantity,
    freightFen: 0,
    shipBy: orderedAt + 2 * DAY,
    batch: batchOf(product, day),
    picked: picked(dice),
  };
}

export function basket(shop: Shop, dice: Dice, orderedAt: number, place: Place): Item[] {
  const items: Item[] = [];
  for (let n = lines.spin(dice); n > 0; n--)
    items.push(line(dice, shop.sales.spin(dice), orderedAt, quantities.spin(dice)));
  const sum = items.reduce((total, item) => total + item.priceFen, 0);
  const first = items[0];
  if (first && (place.remote || sum < FREE_FREIGHT_FROM)) first.freightFen = place.remote ? 1800 : 800;
  return items;
}

export const totalFen = (items: readonly Item[]): number =>
  items.reduce((sum, item) => sum + item.priceFen + item.freightFen, 0);
