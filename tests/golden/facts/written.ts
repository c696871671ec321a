import type { Row, ShopTable } from '../../testkit/shop-tables.ts';
import type { Shop } from '../../testkit/shop.ts';

/** What a row belongs to, by the names the shop gave them. */
interface Belongs {
  customer?: string;
  order?: string;
  parcel?: string;
  case?: string;
  product?: string;
  merchant?: string;
}

const isLocal = (value: unknown): value is string =>
  typeof value === 'string' && /^\d{4}-\d\d-\d\d \d\d:\d\d/.test(value);

/**
 * Writes a row of any feed into core: `write('service_cases', 'K1', { customer: 'Ada', order: 'A1', opened_at: '2024-03-01 10:00', … })`.
 * Times are the shop's wall clock; the day beside each (`opened_on`) follows from it. Of a case its events, of a parcel its scans
 * name it by `case` and `parcel`.
 */
export const writer =
  (made: Shop) =>
  (
    table: ShopTable,
    external: string,
    { customer, order, parcel, case: about, product, merchant, ...row }: Belongs & Row,
  ): void => {
    const times = Object.entries(row).filter(([column, value]) => column.endsWith('_at') && isLocal(value));
    const named = (concept: string, name: string | undefined) => (name === undefined ? null : made.id(concept, name));
    made.put(table, external, {
      id: made.id(table === 'service_cases' ? 'case' : table === 'shipments' ? 'shipment' : table, external),
      external_id: external,
      code: external,
      customer_id: named('customer', customer),
      order_id: named('order', order),
      shipment_id: named('shipment', parcel),
      case_id: named('case', about),
      product_id: named('product', product),
      merchant_id: named('merchant', merchant),
      ...Object.fromEntries(
        times.map(([column, local]) => [column.replace(/_at$/, '_on'), String(local).slice(0, 10)]),
      ),
      ...row,
      ...Object.fromEntries(times.map(([column, local]) => [column, made.at(String(local))])),
    });
  };
