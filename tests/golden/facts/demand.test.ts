import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 *      paid                                      came to
 * A1   at once                                   delivered, picked right
 * A2   the second time; charged back since       delivered, picked wrong
 * A3   deposit and balance                       on its way
 * A4   deposit only                              canceled: unpaid
 * B1   at the door                               delivered
 * B2   –                                         canceled: refused at the door
 * B3   at once                                   canceled before hand-over: out of stock
 * B4   –                                         unavailable
 * B5   at once                                   canceled after hand-over: fraud
 * C1   at once                                   delivered, one star
 * C2   at once                                   delivered; the platform decided for the customer
 * C3   at once                                   delivered; complaint at the platform, not decided
 * C4   –                                         created on the last day
 */
function demand(): Shop {
  const made = shop();
  const paid: [string, number][] = [['alipay', 100]];
  made
    .customer('Ada')
    .ordered('A1', '2024-03-01 10:00', { paid, items: [['toys', 'm1', 100, 0]] })
    .delivered('2024-03-03 10:00')
    .ordered('A2', '2024-03-02 10:00', { items: [['toys', 'm1', 50, 0]] })
    .delivered('2024-03-04 10:00')
    .ordered('A3', '2024-03-03 10:00', { status: 'shipped' })
    .ordered('A4', '2024-03-04 10:00', { status: 'canceled' });
  made
    .customer('Bo')
    .ordered('B1', '2024-03-05 10:00')
    .delivered('2024-03-06 10:00')
    .ordered('B2', '2024-03-06 10:00', { status: 'canceled' })
    .ordered('B3', '2024-03-07 10:00', { paid, status: 'canceled' })
    .ordered('B4', '2024-03-08 10:00', { status: 'unavailable' })
    .ordered('B5', '2024-03-09 10:00', { paid, status: 'canceled' });
  made
    .customer('Cy')
    .ordered('C1', '2024-03-10 10:00', { paid, items: [['toys', 'm1', 100, 0]] })
    .delivered('2024-03-11 10:00')
    .reviewed(1)
    .ordered('C2', '2024-03-11 10:00', { paid })
    .delivered('2024-03-12 10:00')
    .ordered('C3', '2024-03-12 10:00', { paid })
    .delivered('2024-03-13 10:00')
    .ordered('C4', '2024-03-31 10:00', { status: 'created' });
  made.amend('order_items', 'A1/1', { picked_right: true });
  made.amend('order_items', 'A2/1', { picked_right: false });
  payments(made);
  ends(made);
  return made;
}

function payments(made: Shop): void {
  const write = writer(made);
  const pay = (customer: string, order: string, payment_no: number, day: string, more: object) =>
    write('payments', `${order}/${payment_no}`, {
      customer,
      order,
      payment_no,
      method: 'alipay',
      installments: 1,
      amount_minor: 5000,
      attempted_at: `${day} 10:00`,
      paid_at: `${day} 10:01`,
      ...more,
    });
  pay('Ada', 'A2', 1, '2024-03-02', { outcome: 'failed', paid_at: null });
  pay('Ada', 'A2', 2, '2024-03-02', { charged_back_at: '2024-03-20 10:00' });
  pay('Ada', 'A3', 1, '2024-03-03', { kind: 'deposit' });
  pay('Ada', 'A3', 2, '2024-03-05', { kind: 'balance' });
  pay('Ada', 'A4', 1, '2024-03-04', { kind: 'deposit' });
  pay('Bo', 'B1', 1, '2024-03-06', { kind: 'cash_on_delivery', method: 'cash_on_delivery' });
}

function ends(made: Shop): void {
  const write = writer(made);
  const canceled = (order: string, cancel_cause: string, local: string) =>
    made.amend('orders', order, { cancel_cause, canceled_at: made.at(local) });
  canceled('A4', 'unpaid', '2024-03-10 10:00');
  canceled('B2', 'refused', '2024-03-09 10:00');
  canceled('B3', 'out_of_stock', '2024-03-08 10:00');
  canceled('B5', 'fraud', '2024-03-10 10:00');
  write('shipments', 'B2', { customer: 'Bo', order: 'B2', handed_over_at: '2024-03-07 10:00', outcome: 'refused' });
  write('shipments', 'B5', { customer: 'Bo', order: 'B5', handed_over_at: '2024-03-09 20:00' });
  write('returns', 'T1', {
    customer: 'Cy',
    order: 'C2',
    kind: 'return',
    reason: 'quality',
    status: 'approved',
    decided_for: 'customer',
    requested_at: '2024-03-13 10:00',
    stepped_in_at: '2024-03-15 10:00',
  });
  write('service_cases', 'K1', {
    customer: 'Cy',
    order: 'C3',
    case_type: 'complaint',
    phase: 'after_sale',
    channel: 'platform',
    status: 'open',
    opened_at: '2024-03-15 10:00',
  });
}

goldenFigures(
  'DEMAND',
  demand,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    // all but B2, B4, C4
    PAID_ORDER_RATE: [10 / 13, 10, 13, 13],
    // A2's first attempt failed; B1 paid at the door is no attempt
    PAYMENT_SUCCESS_RATE: [10 / 11, 10, 11, 11],
    // A2 and A3 two each, eight others one
    PAYMENT_ATTEMPTS_PER_ORDER: [12 / 10, 12, 10, 10],
    // A2's, of the eleven that succeeded
    CHARGEBACK_RATE: [(1 / 11) * 10_000, 1, 11, 11],
    // B2 of B1 and B2
    COD_REFUSAL_RATE: [1 / 2, 1, 2, 2],
    // A3 of A3 and A4
    DEPOSIT_BALANCE_RATE: [1 / 2, 1, 2, 2],
    // B3, B4
    OUT_OF_STOCK_CANCEL_RATE: [2 / 13, 2, 13, 13],
    // B3, B4; B5 had been handed over
    PRE_FULFILMENT_CANCEL_RATE: [2 / 13, 2, 13, 13],
    // B3, B4, B5, C2
    TRANSACTION_DEFECT_RATE: [4 / 13, 4, 13, 13],
    // A2, C1, C2, C3
    ORDER_DEFECT_RATE: [4 / 13, 4, 13, 13],
    // A2; C1's line was not checked
    MISPICK_RATE: [1 / 2, 1, 2, 2],
    // A1, A2, B1, C1, C2, C3
    COMPLETION_RATE: [6 / 13, 6, 13, 13],
    // B5
    ORDER_FRAUD_RATE: [(1 / 13) * 10_000, 1, 13, 13],
  },
);
