import type { FeedName } from '@rapport/etl';
import type { MadeSource } from '../feeds/made-source.ts';
import type { Row } from '../feeds/house.ts';
import { caseStep, compensation, link, order, parcel, scan, serviceCase, touch } from '../feeds/rows.ts';
import { dice } from '../feeds/small-shop.ts';

const feedsOf = {
  back: ['products', 'orders', 'order_items', 'payments'],
  ways: ['shipments', 'tracking_events'],
  desk: ['service_cases', 'case_events', 'compensations', 'returns', 'messages'],
  voice: ['mentions', 'reviews', 'surveys', 'referrals'],
  club: ['customer_links', 'loyalty_events'],
  site: ['touchpoints'],
} as const satisfies Record<string, readonly FeedName[]>;
export type System = keyof typeof feedsOf;
export const systems = Object.keys(feedsOf) as System[];
type Ours = (typeof feedsOf)[System][number];

export const changingSources: MadeSource[] = systems.map((name) => ({
  name,
  shop: 'tried',
  feeds: [...feedsOf[name]],
  delivery: 'snapshot',
}));

const ORDERS = 90;
const BUYERS = 70;
const PRODUCTS = 6;
const at = (day: number, hour = 8): string => new Date(Date.UTC(2025, 0, 1 + day, hour)).toISOString();
const on = (day: number): string => at(day).slice(0, 10);

/**
 * A shop large enough that a day's changes are few: every system tells all it holds, and what it holds changes a little from one
 * delivery to the next. Orders come late, move to other buyers and vanish; today goes on, by a day or by months, and sometimes back.
 */
export class ChangingShop {
  readonly #roll: (sides: number) => number;
  readonly #rows = new Map<Ours, Map<string, Row>>();
  #today = 60;
  #next = 0;

  constructor(seed: number) {
    this.#roll = dice(seed);
    for (const feed of systems.flatMap((system) => [...feedsOf[system]])) this.#rows.set(feed, new Map());
    for (let n = 0; n < PRODUCTS; n++) this.#put('products', `s${n}`);
    for (let n = 0; n < ORDERS; n++) this.#put('orders', `o${n}`);
    for (const feed of systems.flatMap((system) => [...feedsOf[system]]))
      if (feed !== 'products' && feed !== 'orders' && feed !== 'customer_links')
        for (let n = 0; n < ORDERS / 2; n++) this.#put(feed, `${feed}${n}`);
  }

  picture(system: System): [FeedName, Row[]][] {
    return feedsOf[system].map((feed) => [feed, [...this.#of(feed).values()]]);
  }

  /** Changes what one system holds: a row or two of some of its feeds go, change or come. */
  change(system: System): void {
    if (system === 'back' && this.#roll(2) === 0) this.#today += 1 + this.#roll(4) ** 3;
    for (const feed of feedsOf[system]) {
      if (this.#roll(3) === 0) continue;
      const known = [...this.#of(feed).keys()];
      const [gone, other] = [known[this.#roll(known.length)], known[this.#roll(known.length)]];
      if (gone !== undefined && feed !== 'products' && this.#roll(2) === 0) this.#of(feed).delete(gone);
      if (other !== undefined && feed !== 'tracking_events' && feed !== 'case_events') this.#put(feed, other);
      if (feed !== 'products') this.#put(feed, `new${(this.#next += 1)}`);
    }
    if (system === 'back' && this.#roll(6) === 0) this.#forgetLastDay();
  }

  #forgetLastDay(): void {
    const days = [...this.#of('orders').values()].map((row) => String(row['ordered_at'])).toSorted();
    for (const [id, row] of this.#of('orders')) if (row['ordered_at'] === days.at(-1)) this.#of('orders').delete(id);
  }

  #put(feed: Ours, id: string): void {
    this.#of(feed).set(id, this.#make(feed, id));
  }
  #of(feed: Ours): Map<string, Row> {
    return this.#rows.get(feed) ?? new Map<string, Row>();
  }
  readonly #day = (): number => this.#today - this.#roll(60);
  readonly #buyer = (): string => `u${this.#roll(BUYERS)}`;
  readonly #order = (): string => [...this.#of('orders').keys()][this.#roll(this.#of('orders').size)] ?? 'o0';
  readonly #one = <T>(choices: readonly T[]): T => choices[this.#roll(choices.length)] as T;
  readonly #any = (feed: Ours): string => [...this.#of(feed).keys()][this.#roll(this.#of(feed).size)] ?? 'none';

  #make(feed: Ours, id: string): Row {
    const day = this.#day();
    const ofOrder: Row = { external_id: id, order_ref: this.#order() };
    const later = (most: number): string | null => (this.#roll(3) === 0 ? null : at(day + this.#roll(most)));
    const score = 1 + this.#roll(5);
    switch (feed) {
      case 'products':
        return { external_id: id, title: id, category_code: `k${this.#roll(3)}`, merchant_ref: `m${this.#roll(2)}` };
      case 'orders':
        return order(id, this.#roll(8) === 0 ? null : this.#buyer(), {
          ordered_at: at(id.startsWith('new') ? this.#today - this.#roll(3) * 20 : day),
          promised_on: on(day + 4),
          status: this.#one(['delivered', 'delivered', 'shipped', 'canceled']),
          region_code: `r${this.#roll(3)}`,
        });
      case 'order_items':
        return { ...ofOrder, item_no: 1 + this.#roll(9), product_ref: `s${this.#roll(PRODUCTS)}`, merchant_ref: `m${this.#roll(2)}`, price: `${score}.10` };
      case 'payments':
        return { ...ofOrder, payment_no: 1, method: this.#one(['alipay', 'card']), amount: `${score}.10`, outcome: this.#one(['failed', 'succeeded']), attempted_at: at(day) };
      case 'shipments':
        return parcel(id, this.#order(), { handed_over_at: later(3), delivered_at: later(8), promised_at: at(day + 3) });
      case 'tracking_events':
        return scan(id, this.#any('shipments'), at(day));
      case 'service_cases':
        return serviceCase(id, this.#one<Row>([{ order_ref: this.#order() }, { customer_ref: this.#buyer() }]), {
          case_type: this.#one(['complaint', 'enquiry']),
          opened_at: at(day),
          first_response_at: later(4),
          resolved_at: later(9),
          product_ref: this.#one([null, `s${this.#roll(PRODUCTS)}`]),
          topic: this.#one(['quality', 'where_is_my_order', 'damaged']),
        });
      case 'case_events':
        return caseStep(id, this.#any('service_cases'), at(day), { kind: this.#one(['opened', 'agent_reply']) });
      case 'compensations':
        return compensation(id, { order_ref: this.#order() }, { granted_at: at(day), amount: `${score}.00` });
      case 'returns':
        return { ...ofOrder, kind: 'return', reason: this.#one(['quality', 'late']), status: 'requested', requested_at: at(day), refunded_at: later(9), due_at: at(day + 5), product_ref: `s${this.#roll(PRODUCTS)}` };
      case 'messages':
        return { ...ofOrder, kind: this.#one(['delay_notice', 'review_invitation']), channel: 'sms', sent_at: at(day), promised_at: later(20) };
      case 'mentions':
        return { external_id: id, platform: 'weibo', mentioned_at: at(day), responded_at: later(2), sentiment: this.#roll(3) - 1 };
      case 'reviews':
        return { ...ofOrder, review_ref: id, score, answered_at: at(day), replied_at: later(4), product_ref: `s${this.#roll(PRODUCTS)}` };
      case 'surveys':
        return { ...ofOrder, kind: 'nps', sent_at: at(day), ...(this.#roll(2) === 0 ? { score: score * 2, answered_at: at(day + this.#roll(20)) } : {}) };
      case 'referrals':
        return { external_id: id, customer_ref: this.#buyer(), referred_at: at(day), friend_ref: this.#buyer(), joined_at: later(120) };
      case 'customer_links':
        return link(id.startsWith('u') ? id : `u${this.#next % BUYERS}`, this.#buyer());
      case 'loyalty_events':
        return { external_id: id, customer_ref: this.#buyer(), kind: 'earned', points: score, occurred_at: at(day) };
      case 'touchpoints':
        return touch(id, { customer_ref: this.#buyer() }, { visit_ref: id, occurred_at: at(day), kind: this.#one(['page', 'product_view', 'pay']), product_ref: `s${this.#roll(PRODUCTS)}` });
    }
  } // prettier-ignore
}
