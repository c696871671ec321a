import { dayText, momentText } from '../world/calendar.ts';
import type { Product } from '../world/goods.ts';
import { phoneOf } from '../world/people.ts';
import type { Customer } from '../lives/life.ts';
import type { Item, Order, Payment } from '../lives/order.ts';
import { gb18030 } from './gb18030.ts';
import { csv, notUtf8, yuan, type FileSpec, type SystemFile } from './system-file.ts';
import type { Writer } from './writer.ts';

// The back end's own words; the source folder translates them.
export const STATUS_WORDS = {
  created: 'WAIT_BUYER_PAY',
  approved: 'BUYER_PAID',
  processing: 'WAIT_SELLER_SEND',
  shipped: 'WAIT_BUYER_CONFIRM',
  delivered: 'TRADE_FINISHED',
  canceled: 'TRADE_CLOSED',
  unavailable: 'OUT_OF_STOCK',
} as const;
export const CLOSE_WORDS = {
  customer: 'BUYER_CANCEL',
  out_of_stock: 'NO_STOCK',
  unpaid: 'PAY_TIMEOUT',
  refused: 'REJECTED',
  fraud: 'RISK',
} as const;
const SERVICE_WORDS = {
  same_day: 'SAME_DAY',
  next_day: 'NEXT_DAY',
  standard: 'STANDARD',
  slot: 'APPOINTMENT',
} as const;
export const METHOD_WORDS: Record<string, string> = {
  alipay: 'ALIPAY',
  wechat_pay: 'WXPAY',
  bank_card: 'UNIONPAY',
  cash_on_delivery: 'COD',
  voucher: 'COUPON',
};
const STAGE_WORDS = { full: 'FULL', deposit: 'DEPOSIT', balance: 'TAIL', cash_on_delivery: 'COD' } as const;
export const ORIGIN_WORDS: Record<string, string> = {
  paid_search: 'sem',
  social: 'sns',
  live: 'livestream',
  direct: 'direct',
  email: 'edm',
  referral: 'invite',
  display: 'feeds',
};
const PICKED_WORDS = { right: 'Y', wrong: 'N', unchecked: null } as const;

const NO_ORDER = '20991231-000001';
const header = (text: string) => `${text}\n`;

const specs = {
  customers: {
    name: 'demo/customers.csv',
    header: header('uid,real_name,mobile,email,address,province,city,reg_time,reg_source,birth_month'),
    flaws: [
      { reason: 'invalid_date', row: (n: number) => csv(`C99${String(n).padStart(6, '0')}`, '欧阳雨雨', phoneOf(99_000_000 + n), `flaw${n}@example.org`, null, 'CN-SH', '上海', '2025-02-30 10:00:00', 'direct', 3) },
      { reason: 'number_out_of_range', row: (n: number) => csv(`C99${String(n).padStart(6, '0')}`, '欧阳欣欣', phoneOf(99_000_000 + n), `flaw${n}@example.org`, null, 'CN-SH', '上海', '2025-02-03 10:00:00', 'direct', 99_999) },
    ],
  },
  orders: {
    name: 'demo/orders.csv',
    header: header('trade_no,buyer_id,trade_status,created_time,paid_time,promise_date,delivery_type,source,province,city,closed_time,close_reason,modified_time'),
    duplicates: true,
    flaws: [
      { reason: 'missing_value', row: (n: number) => csv(`20990101-${n}`, null, 'BUYER_PAID', null, null, null, 'STANDARD', 'direct', 'CN-SH', '上海', null, null, '2026-08-01 10:00:00') },
      { reason: 'unknown_code', row: (n: number) => csv(`20990102-${n}`, null, 'TRADE_CLOSED', '2026-08-01 10:00:00', null, null, 'STANDARD', 'direct', 'CN-SH', '上海', null, 'ALIENS', '2026-08-01 10:00:00') },
      { reason: 'implausible_date', row: (n: number) => csv(`20990103-${n}`, null, 'BUYER_PAID', '1970-01-01 00:00:00', null, null, 'STANDARD', 'direct', 'CN-SH', '上海', null, null, '2026-08-01 10:00:00') },
    ],
  },
  corrected: { name: 'demo/orders-corrected.csv', header: '' },
  items: {
    name: 'demo/items.csv',
    header: header('trade_no,line_no,item_id,seller_id,num,line_total,post_fee,send_before,batch_no,check_result'),
    flaws: [
      { reason: 'not_positive', row: (n: number) => csv(NO_ORDER, n, 'P000001', 'M0001', 0, '10.00', '0.00', null, null, null) },
      { reason: 'amount_too_precise', row: (n: number) => csv(NO_ORDER, n, 'P000001', 'M0001', 1, '10.005', '0.00', null, null, null) },
    ],
    orphan: (n: number) => csv('20991230-000001', n, 'P000001', 'M0001', 1, '10.00', '0.00', null, null, null),
  },
  payments: {
    name: 'demo/payments.csv',
    header: header('trade_no,seq,channel,periods,amount,stage,result,fail_reason,create_time,pay_time,chargeback_time'),
    duplicates: true,
    flaws: [
      { reason: 'invalid_number', row: (n: number) => csv(NO_ORDER, n, 'ALIPAY', 1, n % 2 ? 'abc' : '1.299,00', 'FULL', 'SUCCESS', null, '2026-08-01 10:00:00', '2026-08-01 10:00:00', null) },
      { reason: 'too_few_fields', row: (n: number) => csv(NO_ORDER, n, 'ALIPAY', 1, '12.00', 'FULL') },
      { reason: 'unknown_code', row: (n: number) => csv(NO_ORDER, n, 'ALIPAY', 1, '12.00', 'BARTER', 'SUCCESS', null, '2026-08-01 10:00:00', '2026-08-01 10:00:00', null) },
      { reason: 'bad_encoding', row: (n: number) => notUtf8(`${NO_ORDER},${n},ALIPAY,1,12.00,FULL,FAIL,`, ',2026-08-01 10:00:00,,') },
    ],
  },
  products: {
    name: 'demo/products.csv',
    header: header('item_id,title,title_en,category,seller_id,brand,price,pics,desc_len,weight_g,list_date,batch_no,attr_need,attr_filled'),
    encoding: 'gb18030',
    flaws: [
      { reason: 'bad_encoding', row: (n: number) => Buffer.concat([Buffer.from(`P99000${n},`), gb18030('坏字节'), Buffer.from([0x81, 0x20, 0xff]), Buffer.from(',,home,M0001,,9.90,1,100,50,2026-01-01,,6,6')]) },
      { reason: 'invalid_number', row: (n: number) => csv(`P99100${n}`, '价格待定', null, 'home', 'M0001', null, '面议', 1, 100, 50, '2026-01-01', null, 6, 6) },
      { reason: 'too_many_fields', row: (n: number) => csv(`P99200${n}`, '多了一列', null, 'home', 'M0001', null, '9.90', 1, 100, 50, '2026-01-01', null, 6, 6, '备用') },
    ],
  },
} satisfies Record<string, FileSpec>; // prettier-ignore

export class ShopBackend {
  private readonly files: Record<keyof typeof specs, SystemFile>;

  constructor(private readonly to: Writer) {
    const orderHeader = specs.orders.header;
    this.files = Object.fromEntries(
      Object.entries(specs).map(([name, spec]) => [
        name,
        to.open(name === 'corrected' ? { ...spec, header: orderHeader } : spec),
      ]),
    ) as Record<keyof typeof specs, SystemFile>;
  }

  product(p: Product, batch: string): void {
    this.files.products.write(
      csv(p.id, p.title, p.titleEn, p.category, p.merchant.id, p.brand, yuan(p.fen), p.photos, p.descriptionLength, p.weightG, dayText(p.listedOn), batch, p.factsRequired, p.factsGiven),
    ); // prettier-ignore
  }

  customer(c: Customer): void {
    this.files.customers.write(
      csv(c.id, c.name, c.phone, c.email, c.address, c.place.code, c.city, momentText(c.registeredAt), ORIGIN_WORDS[c.origin] ?? c.origin, c.birthMonth),
    ); // prettier-ignore
  }

  /** `wrongBuyer`: the order was first booked on somebody else, and put right a day later. */
  order(order: Order, wrongBuyer: string | null): void {
    const row = (buyer: string | null, modifiedAt: number) =>
      csv(
        order.id,
        buyer,
        STATUS_WORDS[order.status],
        momentText(order.orderedAt),
        this.to.clock(order.approvedAt),
        order.promisedDay === null ? null : dayText(order.promisedDay),
        SERVICE_WORDS[order.service],
        ORIGIN_WORDS[order.origin] ?? order.origin,
        order.place.code,
        order.city,
        this.to.clock(order.canceledAt),
        order.cancelCause === null || order.canceledAt === null ? null : CLOSE_WORDS[order.cancelCause],
        momentText(modifiedAt),
      );
    if (wrongBuyer === null) this.files.orders.write(row(order.customer, order.updatedAt));
    else {
      this.files.orders.writeOlder(row(wrongBuyer, order.updatedAt));
      this.files.corrected.write(row(order.customer, order.updatedAt + 86_400));
    }
    order.items.forEach((item, i) => this.item(order, i + 1, item));
    let seq = 0;
    for (const payment of order.payments) {
      if (!this.to.shop.isSeen(payment.paidAt ?? payment.attemptedAt)) continue;
      this.payment(order.id, ++seq, payment);
    }
  }

  /** What was picked is checked when it leaves; of what has not left nothing is known. */
  private item(order: Order, no: number, i: Item): void {
    const picked = order.shipment === null ? 'unchecked' : i.picked;
    this.files.items.write(
      csv(order.id, no, i.product.id, i.product.merchant.id, i.quantity, yuan(i.priceFen), yuan(i.freightFen), momentText(i.shipBy), i.batch, PICKED_WORDS[picked]),
    ); // prettier-ignore
    this.to.counts.row(
      'order_items',
      { picked_right: picked },
      { price_minor: i.priceFen, freight_minor: i.freightFen },
    );
  }

  private payment(order: string, seq: number, p: Payment): void {
    const paid = p.paidAt !== null;
    this.files.payments.write(
      csv(order, seq, METHOD_WORDS[p.method] ?? p.method, p.installments, yuan(p.fen), STAGE_WORDS[p.kind], paid ? 'SUCCESS' : 'FAIL', p.failure, momentText(p.attemptedAt), this.to.clock(p.paidAt), this.to.clock(p.chargedBackAt)),
    ); // prettier-ignore
    const outcome = paid ? 'succeeded' : 'failed';
    this.to.counts.row(
      'payments',
      { kind: p.kind, outcome, method: p.method, charged_back: this.to.shop.isSeen(p.chargedBackAt) },
      { succeeded_minor: paid ? p.fen : 0 },
    );
  }
}
