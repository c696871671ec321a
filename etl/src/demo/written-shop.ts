import { readDocuments, readOrders, readRows, readSound, type Row } from './written.ts';

export const text = (row: Row | undefined, column: string) => row?.[column] ?? '';
export const day = (row: Row | undefined, column: string) => text(row, column).slice(0, 10);
export const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
export const isValid = (order: Row) => !['TRADE_CLOSED', 'OUT_OF_STOCK'].includes(text(order, 'trade_status'));

const AS_OF = '2026-10-31';

interface Return {
  first: Row;
  firstDay: string;
  nextDay: string | undefined;
}

/** What the files of a generated shop say, counted a second time without the generator. */
export class WrittenShop {
  readonly orders: Row[];
  readonly items: Row[];
  readonly payments: Row[];
  readonly reviews: Row[];
  readonly parcels: Map<string, Row>;
  private readonly kept: Map<string, string>;

  constructor(home: string) {
    this.orders = readOrders(home);
    this.items = readSound(home, 'demo/items.csv');
    this.payments = readSound(home, 'demo/payments.csv', 'trade_no', 'seq').filter((row) => row.result === 'SUCCESS');
    this.reviews = readSound(home, 'demo_voice/reviews.csv', 'rid', 'trade_no');
    this.parcels = new Map(
      (readDocuments(home, 'demo_logistics/waybills.ndjson.gz') as Row[]).map((row) => [row.trade_no ?? '', row]),
    );
    this.kept = new Map(
      readRows(home, 'demo_members/merged_accounts.csv').map((row) => [row.old_uid ?? '', row.kept_uid ?? '']),
    );
  }

  parcelOf = (order: Row): Row | undefined => this.parcels.get(text(order, 'trade_no'));

  deliveredOn = (order: Row): string =>
    order.trade_status === 'TRADE_FINISHED' ? day(this.parcelOf(order), 'sign_time') : '';

  delay(order: Row): string {
    if (!isValid(order)) return 'canceled';
    if (!this.deliveredOn(order) || !order.promise_date) return 'not_delivered';
    const days = daysBetween(order.promise_date, this.deliveredOn(order));
    return days <= 0 ? 'on_time' : days <= 3 ? 'late_1_3' : days <= 7 ? 'late_4_7' : 'late_8';
  }

  byCustomer(): Row[][] {
    const chains = new Map<string, Row[]>();
    for (const order of this.orders.filter((row) => row.buyer_id)) {
      const id = this.kept.get(text(order, 'buyer_id')) ?? text(order, 'buyer_id');
      chains.set(id, [...(chains.get(id) ?? []), order]);
    }
    return [...chains.values()].map((chain) =>
      chain.sort((a, b) => text(a, 'created_time').localeCompare(text(b, 'created_time'))),
    );
  }

  /** First valid day and the next other one, of every customer with a valid order. */
  returns(): Return[] {
    return this.byCustomer().flatMap((chain) => {
      const valid = chain.filter(isValid);
      const first = valid[0];
      if (!first) return [];
      const firstDay = day(first, 'created_time');
      return [{ first, firstDay, nextDay: valid.map((order) => day(order, 'created_time')).find((d) => d > firstDay) }];
    });
  }

  /** Of those whose days are over: how many came back within them, of how many. */
  within(days: number, of: readonly Return[] = this.returns()): [number, number] {
    const eligible = of.filter(({ firstDay }) => daysBetween(firstDay, AS_OF) >= days);
    return [
      eligible.filter(({ firstDay, nextDay }) => nextDay && daysBetween(firstDay, nextDay) <= days).length,
      eligible.length,
    ];
  }
}
