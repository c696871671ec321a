import { expect, it } from 'vitest';
import { PresetHouses, rowsOf } from './house.ts';

const houses = new PresetHouses();

const header =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at';
const later =
  ',Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References';

/** Rows of an export with these columns; whatever is not given is empty. */
function csv(columns: string, rows: Record<string, string>[]): string {
  const titles = columns.split(',');
  const lines = rows.map((row) => titles.map((title) => `"${(row[title] ?? '').replaceAll('"', '""')}"`).join(','));
  return `${[columns, ...lines].join('\n')}\n`;
}

const first = {
  Name: '#1001',
  Email: 'ada@example.com',
  'Financial Status': 'paid',
  'Paid at': '2025-03-04 23:30:00 -0500',
  'Fulfillment Status': 'fulfilled',
  'Fulfilled at': '2025-03-06 10:00:00 -0500',
  Currency: 'USD',
  Subtotal: '75.00',
  Shipping: '5.00',
  Total: '80.00',
  'Created at': '2025-03-04 23:29:00 -0500',
  'Lineitem quantity': '2',
  'Lineitem name': 'Cup, 5" tall',
  'Lineitem price': '25.00',
  'Lineitem sku': 'CUP-5',
  'Billing Name': 'Ada Lovelace',
  'Billing Phone': '+14155550100',
  'Shipping City': 'Oakland',
  'Shipping Province': 'CA',
  'Payment Method': 'Shopify Payments',
  Vendor: 'Potters',
};
const second = {
  Name: '#1001',
  Email: 'ada@example.com',
  'Lineitem quantity': '1',
  'Lineitem name': 'Plate',
  'Lineitem price': '30.00',
  'Lineitem sku': 'PLATE',
  'Lineitem discount': '5.00',
  Vendor: 'Potters',
};
const canceled = {
  ...first,
  Name: '#1002',
  Email: 'bob@example.com',
  'Financial Status': 'refunded',
  'Fulfillment Status': 'unfulfilled',
  'Fulfilled at': '',
  'Cancelled at': '2025-03-05 09:00:00 -0500',
};
const phoned = {
  ...first,
  Name: '#1003',
  Email: '',
  'Financial Status': 'pending',
  'Paid at': '',
  'Fulfillment Status': 'unfulfilled',
  'Fulfilled at': '',
  'Payment Method': '',
};

it('orders, lines, money and parcels of an export with all its columns', async () => {
  const house = await houses.open();
  await houses.copy('shopify', 'store');
  const report = await houses.load(
    house,
    'store',
    houses.delivery({ 'orders_export_1.csv': csv(header + later, [first, second, canceled, phoned]) }),
  );
  expect(report.feeds.filter(({ quarantined }) => quarantined > 0)).toEqual([]);
  expect(report.notes).toEqual([]);
  expect(
    await rowsOf(
      house,
      'select shop, external_id, status, ordered_on::text, region_code, city from core.orders order by 2',
    ),
  ).toEqual([
    {
      shop: 'mine',
      external_id: '#1001',
      status: 'shipped',
      ordered_on: '2025-03-05',
      region_code: 'CA',
      city: 'Oakland',
    },
    {
      shop: 'mine',
      external_id: '#1002',
      status: 'canceled',
      ordered_on: '2025-03-05',
      region_code: 'CA',
      city: 'Oakland',
    },
    {
      shop: 'mine',
      external_id: '#1003',
      status: 'created',
      ordered_on: '2025-03-05',
      region_code: 'CA',
      city: 'Oakland',
    },
  ]);
  expect(
    await rowsOf(
      house,
      `select external_id, quantity, price_minor::int as price, freight_minor::int as freight from core.order_items where external_id like '#1001%' order by 1`,
    ),
  ).toEqual([
    { external_id: '#1001#1', quantity: 2, price: 5000, freight: 500 },
    { external_id: '#1001#2', quantity: 1, price: 2500, freight: 0 },
  ]);
  expect(await rowsOf(house, 'select count(*)::int as n, sum(amount_minor)::int as paid from core.payments')).toEqual([
    { n: 2, paid: 16_000 },
  ]);
  expect(await rowsOf(house, 'select count(*)::int as n from core.shipments')).toEqual([{ n: 1 }]);
  expect(await rowsOf(house, 'select external_id, title from core.products order by 1')).toEqual([
    { external_id: 'CUP-5', title: 'Cup, 5" tall' },
    { external_id: 'PLATE', title: 'Plate' },
  ]);
  expect(await rowsOf(house, 'select count(*)::int as n from core.customers where identified')).toEqual([{ n: 2 }]);
});

it('an older export without the later columns is read too, and one with a column more says so', async () => {
  const house = await houses.open();
  await houses.copy('shopify', 'old_store');
  await houses.load(house, 'old_store', houses.delivery({ 'orders_export.csv': csv(header, [first, second]) }));
  expect(await rowsOf(house, 'select count(*)::int as n from core.order_items')).toEqual([{ n: 2 }]);
  const newer = csv(`${header + later},Loyalty`, [{ ...first, Name: '#2001', Loyalty: 'gold' }]);
  const { notes } = await houses.load(house, 'old_store', houses.delivery({ 'orders_export.csv': newer }));
  expect(notes.flatMap(({ drift }) => drift ?? [])).toMatchObject([{ kind: 'column_added', column: 'Loyalty' }]);
});
