import { Season, DAY, dayText } from './calendar.ts';
import { Desk } from './desk.ts';
import { assortment, type Merchant, type Product } from './goods.ts';
import type { Wheel } from './dice.ts';
import { Network } from './stations.ts';

// What all customers share: the calendar, the goods, the carriers, the desk, and the numbers the shop hands out (per day, so orders
// need no memory).
export class Shop {
  readonly season: Season;
  readonly pictureTakenAt: number;
  readonly merchants: Merchant[];
  readonly products: Product[];
  readonly sales: Wheel<Product>;
  readonly network: Network;
  readonly desk: Desk;
  customers = 0; // accounts handed out
  private readonly ordersOfDay = new Map<number, number>();
  private readonly given = new Map<string, number>();

  constructor(
    readonly seed: string,
    readonly orders: number,
    months: number,
  ) {
    this.season = new Season(months);
    this.pictureTakenAt = (this.season.last + 1) * DAY;
    ({
      merchants: this.merchants,
      products: this.products,
      sales: this.sales,
    } = assortment(seed, orders, this.season.first));
    this.network = new Network(seed);
    this.desk = new Desk(seed, orders);
  }

  /** The moment itself while it lies before the picture, else null. */
  seen(moment: number | null): number | null {
    return moment !== null && moment < this.pictureTakenAt ? moment : null;
  }

  isSeen(moment: number | null): moment is number {
    return moment !== null && moment < this.pictureTakenAt;
  }

  orderId(day: number): string {
    const n = (this.ordersOfDay.get(day) ?? 0) + 1;
    this.ordersOfDay.set(day, n);
    return `${dayText(day).replaceAll('-', '')}-${String(n).padStart(6, '0')}`;
  }

  /** The next number of a kind: HF0000000001, T000000001, … */
  number(prefix: string, digits = 9): string {
    const n = (this.given.get(prefix) ?? 0) + 1;
    this.given.set(prefix, n);
    return `${prefix}${String(n).padStart(digits, '0')}`;
  }
}
