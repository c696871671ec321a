import { dayOf, dayText } from './calendar.ts';
import { Dice, Wheel } from './dice.ts';
import { BRANDS, categories, SHOPS, type Category } from './goods-words.ts';
import { places } from './places.ts';
import { BAD_BATCH, BAD_MERCHANT, FAKE_BURSTS } from '../truths.ts';

export interface Merchant {
  id: string;
  title: string;
  regionCode: string;
  city: string;
  admittedOn: number;
  certified: boolean; // must show certificates
}

export interface Product {
  no: number;
  id: string;
  title: string;
  titleEn: string | null;
  brand: string;
  kind: Category; // what it is; `category` is where it was filed
  category: string | null; // a few were never filed under one
  merchant: Merchant;
  fen: number;
  photos: number;
  descriptionLength: number;
  weightG: number;
  listedOn: number;
  factsRequired: number;
  factsGiven: number;
  rating: number; // shown on its page, in tenths
}

const planted = new Set<string>([BAD_BATCH.product, ...FAKE_BURSTS.map((burst) => burst.product)]);
const bad = { from: dayOf(BAD_BATCH.from), to: dayOf(BAD_BATCH.to) };

function merchantsOf(seed: string, count: number, firstDay: number): Merchant[] {
  return Array.from({ length: count }, (_, i) => {
    const id = `M${String(i + 1).padStart(4, '0')}`;
    const dice = new Dice(seed, 'merchant', id);
    const place = dice.pick(places.filter((p) => !p.remote));
    const kind = categories[i % categories.length] as Category;
    return {
      id,
      title: `${BRANDS[i % BRANDS.length]?.[0]}${kind.zh}${dice.pick(SHOPS)}`,
      regionCode: place.code,
      city: dice.pick(place.cities),
      admittedOn: firstDay - dice.between(-200, 900),
      certified: kind.certified,
    };
  });
}

function sellerOf(dice: Dice, merchants: readonly Merchant[], id: string): Merchant {
  const chosen = dice.pick(merchants);
  const clean = chosen.id !== BAD_MERCHANT.merchant || !planted.has(id);
  return clean ? chosen : (merchants[0] ?? chosen);
}

function productOf(seed: string, no: number, merchants: readonly Merchant[], wheel: Wheel<Category>): Product {
  const dice = new Dice(seed, 'product', no);
  const kind = wheel.spin(dice);
  const [low, high] = kind.fen;
  // Squared: most prices lie near the low end. Whole yuan less ten fen, as shops like it.
  const yuan = Math.round((low + (high - low) * dice.unit() ** 2.5) / 100);
  const [make, what, size, brand] = [
    dice.pick(kind.makes),
    dice.pick(kind.kinds),
    dice.pick(kind.sizes),
    dice.pick(BRANDS),
  ];
  const id = `P${String(no).padStart(6, '0')}`;
  const merchant = sellerOf(dice, merchants, id);
  const factsRequired = dice.between(6, 12);
  return {
    no,
    id,
    title: `${make[0]}${what[0]} ${size[0]}`,
    titleEn: dice.chance(0.7) ? `${brand[1]} ${make[1]} ${what[1]}, ${size[1]}` : null,
    brand: brand[0],
    kind,
    category: no % 97 === 0 ? null : kind.code,
    merchant,
    fen: yuan * 100 - 10,
    photos: dice.between(1, 9),
    descriptionLength: dice.between(80, 1600),
    weightG: dice.between(1, 60) * 50,
    listedOn: merchant.admittedOn + dice.between(1, 300),
    factsRequired,
    factsGiven: dice.chance(0.62) ? factsRequired : factsRequired - dice.between(1, 4),
    rating: 39 + Math.min(10, dice.between(0, 6) + dice.between(0, 5)),
  };
}

// Enough merchants for a league of them, but in a shop of a few hundred orders.
const merchantsFor = (orders: number): number =>
  orders < 1000 ? 12 : Math.min(400, Math.max(120, Math.round(orders / 150)));

// Merchants and products grow with the shop, within what fits in memory.
export function assortment(seed: string, orders: number, firstDay: number) {
  const merchants = merchantsOf(seed, merchantsFor(orders), firstDay);
  const wheel = new Wheel(categories.map((category) => [category, category.weight] as const));
  const count = Math.min(8000, Math.max(120, Math.round(orders / 40)));
  const products = Array.from({ length: count }, (_, i) => productOf(seed, i + 1, merchants, wheel));
  // A few sell much, most sell little; the merchant that goes bad sells enough to be seen.
  const sales = new Wheel(
    products.map(
      (product, i) => [product, (product.merchant.id === BAD_MERCHANT.merchant ? 1.5 : 1) / Math.sqrt(i + 4)] as const,
    ),
  );
  return { merchants, products, sales };
}

/** The batch that is being picked on a day. */
export function batchOf(product: Product, day: number): string {
  if (product.id === BAD_BATCH.product && day >= bad.from && day <= bad.to) return BAD_BATCH.batch;
  const month = dayText(day);
  return `B${month.slice(2, 4)}${month.slice(5, 7)}-${20 + (product.no % 70)}`;
}
