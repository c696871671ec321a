import type { FeedName } from '@rapport/etl';
import type { Row } from './house.ts';
import { caseStep, compensation, link, order, parcel, scan, serviceCase, touch } from './rows.ts';
import { dice } from './small-shop.ts';

/** What each system holds on one day, whole. */
export type Picture = Record<string, Partial<Record<FeedName, Row[]>>>;

interface Of {
  order_ref?: string;
  case_ref?: string;
  customer_ref?: string;
  visitor_ref?: string;
}

const time = (n: number): string => new Date(Date.UTC(2025, 0, 3 + n * 9)).toISOString();
/** An event never changes its time, so that comes from its name. */
const numberIn = (id: string): number => Number(/\d+$/.exec(id)?.[0] ?? 0);

/**
 * A shop that changes from day to day: buyers are corrected, rows come and go, customers turn out to be one and then not, links form
 * circles. No day's picture names an order or a case that is not in it.
 */
class RandomShop {
  readonly #roll: (sides: number) => number;
  readonly #orders = new Map<string, string | null>();
  readonly #parcels = new Map<string, string>();
  readonly #cases = new Map<string, Of>();
  readonly #gifts = new Map<string, Of>();
  readonly #touches = new Map<string, Of>();
  readonly #links = new Map<string, string>();

  constructor(seed: number) {
    this.#roll = dice(seed);
  }

  nextDay(): void {
    const ofCase = (): Of => this.#one([{ order_ref: this.#any(this.#orders) }, { customer_ref: this.#person() }, {}]);
    const ofGift = (): Of =>
      this.#one([
        { case_ref: this.#any(this.#cases) },
        { order_ref: this.#any(this.#orders), case_ref: this.#any(this.#cases) },
        { customer_ref: this.#person() },
      ]);
    const ofTouch = (): Of => this.#one([{ visitor_ref: this.#visitor() }, { customer_ref: this.#person() }]);
    this.#change(this.#orders, 9, () => (this.#roll(6) === 0 ? null : this.#person()));
    this.#change(
      this.#parcels,
      8,
      () => this.#any(this.#orders),
      (of) => this.#orders.has(of),
    );
    this.#change(this.#cases, 8, ofCase, (of) => this.#isThere(of));
    this.#change(this.#gifts, 6, ofGift, (of) => this.#isThere(of));
    this.#change(this.#touches, 8, ofTouch);
    for (const from of this.#links.keys()) if (this.#roll(4) === 0) this.#links.delete(from);
    for (let n = 0; n < 2; n++) {
      const from = this.#roll(4) === 0 ? `visitor:${this.#visitor()}` : this.#person();
      const into = this.#person();
      if (from !== into) this.#links.set(from, into);
    }
  }

  picture(): Picture {
    const parcels = [...this.#parcels.keys()];
    const scans = (id: string): Row[] => [0, 1].map((step) => scan(String(step), id, time(numberIn(id) + step)));
    return {
      back: { orders: [...this.#orders].map(([id, of]) => order(id, of, { ordered_at: time(numberIn(id)) })) },
      ways: {
        shipments: [...this.#parcels].map(([id, of]) => parcel(id, of)),
        tracking_events: parcels.flatMap(scans),
      },
      desk: {
        service_cases: [...this.#cases].map(([id, of]) => serviceCase(id, { ...of })),
        case_events: [...this.#cases.keys()].map((id) => caseStep('1', id, time(numberIn(id)))),
        compensations: [...this.#gifts].map(([id, of]) => compensation(id, { ...of })),
      },
      site: {
        touchpoints: [...this.#touches].map(([id, of]) => touch(id, { ...of }, { occurred_at: time(numberIn(id)) })),
      },
      club: { customer_links: [...this.#links].map(([from, into]) => link(from, into)) },
    };
  }

  readonly #person = (): string => `u${this.#roll(7)}`;
  readonly #visitor = (): string => `w${this.#roll(3)}`;
  readonly #any = (rows: ReadonlyMap<string, unknown>): string => [...rows.keys()][this.#roll(rows.size)] ?? '';

  #one(choices: readonly Of[]): Of {
    return choices[this.#roll(choices.length)] ?? {};
  }

  #isThere({ order_ref: orderId, case_ref: caseId }: Of): boolean {
    return (orderId === undefined || this.#orders.has(orderId)) && (caseId === undefined || this.#cases.has(caseId));
  }

  /** Some rows go, some change, new ones come; what hangs on something that went is made anew. */
  #change<T>(rows: Map<string, T>, most: number, made: () => T, holds: (row: T) => boolean = () => true): void {
    for (const [id, row] of rows) {
      if (this.#roll(8) === 0) rows.delete(id);
      else if (this.#roll(5) === 0 || !holds(row)) rows.set(id, made());
    }
    while (rows.size < most) rows.set(`x${this.#roll(most * 2)}`, made());
  }
}

export function randomLife(seed: number, days: number): Picture[] {
  const shop = new RandomShop(seed);
  return Array.from({ length: days }, () => {
    shop.nextDay();
    return shop.picture();
  });
}
