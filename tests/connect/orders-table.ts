import { ConnectedHouse, ordersOf, ordersSource, ShopDatabase } from './connected-shop.ts';

export const postgres = 'postgres: { url: { env: SHOP_URL } }';
export const incremental = 'table: orders\ndelivery: delta\ncursor: { column: changed, lag: 0 seconds }';

/** A house, and a shop's own database with a table of orders from which its sources fetch. */
export class OrdersTable {
  private constructor(
    readonly house: ConnectedHouse,
    readonly shop: ShopDatabase,
  ) {
    house.secrets.set('SHOP_URL', shop.url);
  }

  static async open(): Promise<OrdersTable> {
    return new OrdersTable(...(await Promise.all([ConnectedHouse.open(), ShopDatabase.open()])));
  }

  readonly put = (id: string, status = 'created'): Promise<void> =>
    this.shop.sql(
      `insert into orders (id, person, status, placed) values ($1, 'ada', $2, '2024-01-01 10:00:00+08')
       on conflict (id) do update set status = excluded.status, changed = clock_timestamp()`,
      [id, status],
    );

  readonly declare = (name: string, fill: string, connection = postgres): void =>
    this.house.sources.write(name, ordersSource(connection, fill), ordersOf(name), name);

  async close(): Promise<void> {
    await Promise.all([this.house.close(), this.shop.drop()]);
  }
}
