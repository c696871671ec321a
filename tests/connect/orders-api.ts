import { ConnectedHouse, indented, ordersOf } from './connected-shop.ts';
import { apiOrder, ShopApi, type ApiOrder } from './shop-api.ts';

/** A house, and an API of orders from which each of its sources fetches. */
export class OrdersApi {
  #serial = 0;

  private constructor(
    readonly house: ConnectedHouse,
    readonly api: ShopApi,
  ) {
    house.secrets.set('SHOP_TOKEN', 's3cret');
  }

  static async open(): Promise<OrdersApi> {
    return new OrdersApi(...(await Promise.all([ConnectedHouse.open(), ShopApi.open()])));
  }

  /** A source of orders under a name of its own. */
  readonly declare = (request: string, { more = '', http = '' } = {}): string => {
    const name = `api${++this.#serial}`;
    this.house.sources.write(
      name,
      `connection: { http: { url: '${this.api.url}', auth: { bearer: { env: SHOP_TOKEN } }, attempts: 3${http} } }
files:
  orders:
    file: orders.ndjson
${more ? indented(more, 4) : '    delivery: snapshot'}
    request:
      path: /orders.json
${indented(request, 6)}
    columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz }
feeds: { orders: { from: orders } }
`,
      ordersOf(name),
    );
    return name;
  };

  async close(): Promise<void> {
    await Promise.all([this.house.close(), this.api.close()]);
  }
}

export const some = (from: number, to: number): ApiOrder[] =>
  Array.from({ length: to - from }, (_none, at) => apiOrder(`o${String(from + at).padStart(4, '0')}`));
