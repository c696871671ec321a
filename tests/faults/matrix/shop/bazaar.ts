import { Dice } from '../arena/dice.ts';

export const columns = {
  people: ['id', 'name', 'phone', 'region', 'changed'],
  goods: ['sku', 'title', 'category', 'changed'],
  orders: ['id', 'person', 'status', 'region', 'ordered', 'promised', 'changed'],
  items: ['id', 'order', 'no', 'sku', 'price', 'freight', 'comment', 'changed'],
  parcels: ['id', 'order', 'carrier', 'handed', 'delivered', 'changed'],
  payments: ['id', 'order', 'no', 'method', 'amount', 'paid'],
  reviews: ['id', 'order', 'score', 'message', 'answered', 'changed'],
} as const;

export type Role = keyof typeof columns;
export const roles = Object.keys(columns) as Role[];
export type Row = Record<string, string>;
export type Rows = Record<Role, Row[]>;

const statuses = ['created', 'shipped', 'delivered', 'delivered', 'delivered', 'canceled'];
const regions = ['310000', '440000', '110000', ''];
const words = ['很好', '物流快', '包装破了,里面湿了', '说"正品",不像', '一般\n会再来', 'ok', '𠮷祥如意'];
const DAY = 86_400_000;
const FIRST_DAY = Date.UTC(2024, 0, 1);

const at = (time: number): string => new Date(time).toISOString().slice(0, 19).replace('T', ' ');
const money = (dice: Dice): string => `${dice.between(1, 900)}.${String(dice.below(100)).padStart(2, '0')}`;
const empty = (): Rows => ({ people: [], goods: [], orders: [], items: [], parcels: [], payments: [], reviews: [] });

/** A small shop by its seed: a first delivery with everything, and later ones with what is new and what changed. */
export class Bazaar {
  readonly #dice: Dice;
  readonly #orders: Row[] = [];
  #payments: Row[] = [];
  #clock = FIRST_DAY + 90 * DAY;
  #sent = 0;

  constructor(
    seed: number,
    readonly size: number,
  ) {
    this.#dice = new Dice(seed, 'bazaar');
  }

  /** What the shop sends next: rows by role, payments as the whole picture. */
  next(): Rows {
    const made = empty();
    this.#clock += DAY;
    if (this.#sent++ === 0) this.#settle(made);
    else this.#change(made);
    const fresh = this.#sent === 1 ? this.size : Math.max(3, Math.round(this.size / 10));
    for (let n = 0; n < fresh; n++) this.#order(made);
    this.#strays(made);
    this.#repeat(made);
    made.payments = [...this.#payments];
    return made;
  }

  #settle(made: Rows): void {
    const changed = at(FIRST_DAY);
    for (let n = 0; n < this.size / 3; n++)
      made.people.push({
        id: `p${n}`,
        name: `客${n}`,
        phone: `138${String(10_000_000 + n)}`,
        region: this.#dice.of(regions),
        changed,
      });
    for (let n = 0; n < 20; n++) made.goods.push({ sku: `s${n}`, title: `Tea ${n}`, category: `c${n % 4}`, changed });
  }

  /** One order with all that hangs on it; now and then something comes without its order, or never comes. */
  #order(made: Rows): void {
    const dice = this.#dice;
    const id = `o${this.#orders.length + 1}`;
    const placed = FIRST_DAY + dice.below(90 * DAY);
    const status = dice.of(statuses);
    const changed = at(placed + dice.below(DAY));
    const promised = dice.often(0.1) ? '' : at(placed + dice.between(2, 9) * DAY).slice(0, 10);
    const person = dice.often(0.03) ? '' : `p${dice.below(Math.ceil(this.size / 2.5))}`;
    const order = { id, person, status, region: dice.of(regions), ordered: at(placed), promised, changed };
    this.#orders.push(order);
    made.orders.push(order);
    for (let no = 1; no <= dice.between(1, 3); no++) made.items.push(this.#item(id, no, changed));
    if (status !== 'created' && status !== 'canceled') this.#parcel(made, id, placed, status, changed);
    if (dice.often(0.95)) this.#pay(id, placed);
    if (dice.often(0.4)) this.#review(made, id, placed);
  }

  #item(order: string, no: number, changed: string): Row {
    const dice = this.#dice;
    return {
      id: `${order}-${no}`,
      order,
      no: String(no),
      sku: `s${dice.below(22)}`,
      price: money(dice),
      freight: dice.often(0.3) ? '' : '6.50',
      comment: 'x',
      changed,
    };
  }

  #parcel(made: Rows, order: string, placed: number, status: string, changed: string): void {
    const handed = placed + this.#dice.between(1, 3) * DAY;
    const delivered = status === 'delivered' ? at(handed + this.#dice.between(1, 8 * 24) * 3_600_000) : '';
    made.parcels.push({
      id: `k-${order}`,
      order,
      carrier: this.#dice.of(['sf', 'yto']),
      handed: at(handed),
      delivered,
      changed,
    });
  }

  #pay(order: string, placed: number): void {
    const method = this.#dice.of(['alipay', 'wechat', 'card']);
    this.#payments.push({
      id: `y-${order}`,
      order,
      no: '1',
      method,
      amount: money(this.#dice),
      paid: at(placed + 60_000),
    });
  }

  #review(made: Rows, order: string, placed: number): void {
    const answered = at(placed + this.#dice.between(5, 30) * DAY);
    made.reviews.push({
      id: `r-${order}`,
      order,
      score: String(this.#dice.between(1, 5)),
      message: this.#dice.of(words),
      answered,
      changed: answered,
    });
  }

  /** Corrections: a tenth of the orders, some of them moved to another customer; prices; payments that are gone. */
  #change(made: Rows): void {
    const dice = this.#dice;
    const changed = at(this.#clock);
    for (const order of this.#orders) {
      if (!dice.often(0.1)) continue;
      Object.assign(
        order,
        { status: dice.of(statuses), changed },
        dice.often(0.1) ? { person: `p${dice.below(9)}` } : {},
      );
      made.orders.push({ ...order });
      if (dice.often(0.3)) made.items.push(this.#item(order['id'] ?? '', 1, changed));
    }
    made.people.push({ id: 'p1', name: '改名', phone: '13900000000', region: '310000', changed });
    this.#payments = this.#payments.filter(() => !dice.often(0.02));
  }

  /** Children of an order that comes with the next delivery, of one that never comes, and of a payment nobody knows. */
  #strays(made: Rows): void {
    const changed = at(this.#clock);
    made.items.push(
      this.#item(`o${this.#orders.length + 1}`, 9, changed),
      this.#item(`never-${this.#sent}`, 1, changed),
    );
    made.reviews.push({
      id: `r-never-${this.#sent}`,
      order: 'never',
      score: '3',
      message: '',
      answered: changed,
      changed,
    });
  }

  /** Exact duplicates, and older versions of what is there. */
  #repeat(made: Rows): void {
    const dice = this.#dice;
    const older = (row: Row): Row => ({
      ...row,
      ...('status' in row ? { status: 'created' } : {}),
      changed: '2023-06-01 00:00:00',
    });
    for (const role of ['orders', 'items', 'reviews'] as const) {
      const chosen = made[role].filter(() => dice.often(0.02));
      made[role].push(...chosen, ...chosen.slice(0, 3).map(older));
    }
  }
}

/** Rows as a file: UTF-8, LF, quoted where needed. */
export function csvOf(role: Role, rows: readonly Row[]): string {
  const field = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const lines = rows.map((row) => columns[role].map((name) => field(row[name] ?? '')).join(','));
  return `${[columns[role].join(','), ...lines].join('\n')}\n`;
}
