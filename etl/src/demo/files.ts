import { momentText, dayText } from './calendar.ts';
import type { CsvFile } from './csv.ts';
import { categories } from './goods.ts';
import type { Customer } from './life.ts';
import type { Order } from './order.ts';
import { phoneOf } from './people.ts';
import { places } from './places.ts';
import type { Shop } from './shop.ts';

export const FILES = [
  'regions',
  'categories',
  'merchants',
  'products',
  'customers',
  'orders',
  'items',
  'payments',
  'shipments',
  'reviews',
] as const;
export type FileName = (typeof FILES)[number];
export type Files = Record<FileName, CsvFile>;

export const columns: Record<FileName, string> = {
  regions: 'code,name_zh,name_en',
  categories: 'code,name_zh,name_en',
  merchants: 'merchant_id,title,region_code,city',
  products: 'product_id,title,category,merchant_id,price,photos,description_length,weight_g',
  customers: 'customer_id,name,phone,email,region_code,city,registered_at',
  orders: 'order_id,customer_id,status,ordered_at,approved_at,promised_on,region_code,city,updated_at',
  items: 'order_id,item_no,product_id,merchant_id,quantity,price,freight,ship_by',
  payments: 'order_id,payment_no,method,installments,amount,paid_at',
  shipments: 'waybill,order_id,carrier,promise_days,handed_over_at,delivered_at',
  reviews: 'review_id,order_id,score,title,message,invited_at,answered_at',
};

// The shop's own words for a status; the source folder translates them.
export const STATUS_WORDS = {
  created: 'created',
  approved: 'paid',
  processing: 'packing',
  shipped: 'shipped',
  delivered: 'signed',
  canceled: 'closed',
  unavailable: 'sold_out',
} as const;

const yuan = (fen: number) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const moment = (at: number | null) => (at === null ? null : momentText(at));

export function writeReference(files: Files, shop: Shop): void {
  for (const place of places) files.regions.write(place.code, place.zh, place.en);
  for (const category of categories) files.categories.write(category.code, category.zh, category.en);
  for (const m of shop.merchants) files.merchants.write(m.id, m.title, m.regionCode, m.city);
  for (const p of shop.products)
    files.products.write(p.id, p.title, p.category, p.merchant, yuan(p.fen), p.photos, p.descriptionLength, p.weightG);
}

export function writeCustomer(files: Files, customer: Customer): void {
  const { id, name, phone, email, place, city, registeredAt } = customer;
  files.customers.write(id, name, phone, email, place.code, city, momentText(registeredAt));
}

export function writeOrder(files: Files, order: Order): void {
  const { id } = order;
  files.orders.write(
    id,
    order.customer,
    STATUS_WORDS[order.status],
    momentText(order.orderedAt),
    moment(order.approvedAt),
    order.promisedDay === null ? null : dayText(order.promisedDay),
    order.place.code,
    order.city,
    momentText(order.updatedAt),
  );
  order.items.forEach((item, i) =>
    files.items.write(
      id,
      i + 1,
      item.product,
      item.merchant,
      item.quantity,
      yuan(item.priceFen),
      yuan(item.freightFen),
      momentText(item.shipBy),
    ),
  );
  order.payments.forEach((payment, i) =>
    files.payments.write(
      id,
      i + 1,
      payment.method,
      payment.installments,
      yuan(payment.fen),
      momentText(payment.paidAt),
    ),
  );
  const parcel = order.shipment;
  if (parcel)
    files.shipments.write(
      parcel.waybill,
      id,
      parcel.carrier.code,
      parcel.promiseDays,
      moment(parcel.handedOverAt),
      moment(parcel.deliveredAt),
    );
  for (const review of order.reviews) {
    files.reviews.write(
      review.id,
      id,
      review.score,
      review.title,
      review.message,
      moment(review.invitedAt),
      momentText(review.answeredAt),
    );
  }
}

const NO_SUCH_ORDER = '20991231-000001';

// Rows for the quarantine (FLAWS in truths.ts counts them). They stand for orders that do not exist, so that none can slip
// in unseen; the reviews at the end are sound but for their order and have to wait for it.
export function writeFlaws(files: Files): void {
  files.customers.write(
    'C99999999',
    '欧阳雨雨',
    phoneOf(99_999_999),
    'flaw@example.org',
    'CN-SH',
    '上海',
    '2025-02-30 10:00:00',
  );
  files.payments.write(NO_SUCH_ORDER, 1, 'alipay', 1, 'abc', '2026-08-01 10:00:00');
  files.payments.write(NO_SUCH_ORDER, 2, 'wechat_pay', 1, '1.299,00', '2026-08-01 10:00:00');
  files.shipments.write('HF9999999998', NO_SUCH_ORDER, 'hefeng', 3, '2026-02-30 09:00:00', null);
  files.shipments.write('HF9999999999', NO_SUCH_ORDER, 'hefeng', 3);
  files.reviews.write('R999999991', NO_SUCH_ORDER, '五', '', '', '2026-08-01 10:00:00', '2026-08-02 10:00:00');
  files.reviews.write('R999999992', NO_SUCH_ORDER, 5, '', '好评！', '2026-08-01 10:00:00', '2026-13-01 10:00:00');
  files.reviews.write(
    'R999999993',
    NO_SUCH_ORDER,
    5,
    '',
    '好评',
    '多出来的一列',
    '2026-08-01 10:00:00',
    '2026-08-02 10:00:00',
  );
  for (let n = 1; n <= 3; n++)
    files.reviews.write(`R99999999${3 + n}`, NO_SUCH_ORDER, 4, '', '', '2026-08-01 10:00:00', '2026-08-02 10:00:00');
}
