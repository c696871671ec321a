import { Season, DAY, dayText } from './calendar.ts';
import { assortment, type Product } from './goods.ts';
import type { Wheel } from './dice.ts';

// What all customers share: the calendar, the goods, and the numbers the shop hands out (per day, so orders need no memory).
export class Shop {
  readonly season: Season;
  readonly pictureTakenAt: number;
  readonly merchants: ReturnType<typeof assortment>['merchants'];
  readonly products: Product[];
  readonly sales: Wheel<Product>;
  private readonly ordersOfDay = new Map<number, number>();
  private waybills = 0;
  private reviews = 0;

  constructor(
    readonly seed: string,
    orders: number,
    months: number,
  ) {
    this.season = new Season(months);
    this.pictureTakenAt = (this.season.last + 1) * DAY;
    ({ merchants: this.merchants, products: this.products, sales: this.sales } = assortment(seed, orders));
  }

  orderId(day: number): string {
    const n = (this.ordersOfDay.get(day) ?? 0) + 1;
    this.ordersOfDay.set(day, n);
    return `${dayText(day).replaceAll('-', '')}-${String(n).padStart(6, '0')}`;
  }

  waybill(prefix: string): string {
    return `${prefix}${String(++this.waybills).padStart(10, '0')}`;
  }

  reviewId(): string {
    return `R${String(++this.reviews).padStart(9, '0')}`;
  }
}
