import { shop, type Item, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

const cup: Item = ['home', 'm1', 10, 0];
const lamp: Item = ['light', 'm2', 30, 0];

/**
 *      of   kind         for         requested  decided            money (promised)        policy, platform
 * R1   A1   return       quality     03-05      approved 03-06     03-07 (03-08)           seven days, day 1
 * R2   A2   return       no reason   03-06      approved 03-08     03-10 (03-09)           seven days, day 3
 * R3   B1   refund only  late        03-20      –                  –     (03-25)           seven days, day 2; platform 03-22, for the customer
 * R4   B2   exchange     size        03-21      rejected 03-22     –     (03-26)           seven days, but day 11
 * R5   B2   repair       quality     03-23      –                  –     (04-20 not due)   –
 * R6   C1   return       quality     03-24      withdrawn          –     (03-28)           seven days, day 2
 * R7   C2   return       damaged     04-01      approved 04-02     04-03 (04-05)           –
 */
function requests(made: Shop): void {
  const write = writer(made);
  const usual = { kind: 'return', reason: 'quality', status: 'refunded', policy: 'seven_day', amount_minor: 1000 };
  write('returns', 'R1', {
    ...usual,
    customer: 'Ada',
    order: 'A1',
    requested_at: '2024-03-05 10:00',
    approved_at: '2024-03-06 10:00',
    refunded_at: '2024-03-07 10:00',
    due_at: '2024-03-08 10:00',
  });
  write('returns', 'R2', {
    ...usual,
    customer: 'Ada',
    order: 'A2',
    reason: 'no_reason',
    product: 'light of m2',
    requested_at: '2024-03-06 10:00',
    approved_at: '2024-03-08 10:00',
    refunded_at: '2024-03-10 10:00',
    due_at: '2024-03-09 10:00',
  });
  write('returns', 'R3', {
    ...usual,
    customer: 'Bo',
    order: 'B1',
    kind: 'refund_only',
    reason: 'late',
    status: 'requested',
    requested_at: '2024-03-20 10:00',
    due_at: '2024-03-25 10:00',
    stepped_in_at: '2024-03-22 10:00',
    decided_for: 'customer',
  });
  write('returns', 'R4', {
    ...usual,
    customer: 'Bo',
    order: 'B2',
    kind: 'exchange',
    reason: 'size',
    status: 'rejected',
    requested_at: '2024-03-21 10:00',
    rejected_at: '2024-03-22 10:00',
    due_at: '2024-03-26 10:00',
  });
  write('returns', 'R5', {
    ...usual,
    customer: 'Bo',
    order: 'B2',
    kind: 'repair',
    status: 'requested',
    policy: 'warranty',
    requested_at: '2024-03-23 10:00',
    due_at: '2024-04-20 10:00',
  });
  write('returns', 'R6', {
    ...usual,
    customer: 'Cy',
    order: 'C1',
    status: 'canceled',
    requested_at: '2024-03-24 10:00',
    due_at: '2024-03-28 10:00',
  });
  write('returns', 'R7', {
    ...usual,
    customer: 'Cy',
    order: 'C2',
    reason: 'damaged',
    policy: 'goodwill',
    status: 'refunded',
    requested_at: '2024-04-01 10:00',
    approved_at: '2024-04-02 10:00',
    refunded_at: '2024-04-03 10:00',
    due_at: '2024-04-05 10:00',
  });
}

/** Compensations, and the cases that ask for help. D1 was claimed as lost twice, and nobody came to help but the platform. */
function help(made: Shop): void {
  const write = writer(made);
  const given = { form: 'coupon', customer: 'Ada' };
  write('compensations', 'X1', {
    ...given,
    order: 'A1',
    failure: 'quality',
    amount_minor: 1500,
    granted_at: '2024-03-08 10:00',
  });
  write('compensations', 'X2', {
    ...given,
    customer: 'Bo',
    failure: 'service',
    amount_minor: 500,
    granted_at: '2024-03-09 10:00',
  });
  write('compensations', 'X3', {
    ...given,
    customer: 'Bo',
    order: 'B1',
    failure: 'service',
    amount_minor: 1000,
    granted_at: '2024-03-21 10:00',
  });
  const claim = { case_type: 'complaint', phase: 'after_sale', channel: 'chat', status: 'open', topic: 'lost' };
  write('service_cases', 'K1', { ...claim, customer: 'Di', order: 'D1', opened_at: '2024-03-15 10:00' });
  write('service_cases', 'K2', {
    ...claim,
    customer: 'Di',
    order: 'D1',
    opened_at: '2024-03-18 10:00',
    escalated_to: 'platform',
  });
  write('service_cases', 'K3', {
    ...claim,
    case_type: 'enquiry',
    customer: 'Cy',
    order: 'C1',
    opened_at: '2024-03-20 10:00',
  });
  write('service_cases', 'K4', { ...claim, topic: 'price', customer: 'Ada', opened_at: '2024-03-20 10:00' });
}

/**
 * Orders of March: A1 and A2, B1 (promised 03-15, delivered 03-18: late) and B2, C1 and C2, D1 not delivered; all paid but D1.
 * A2 has two lines of one unit each, B2 one line of three, the others one unit.
 */
function returns(): Shop {
  const made = shop();
  const paid: [string, number][] = [['alipay', 10]];
  made
    .customer('Ada')
    .ordered('A1', '2024-03-01 10:00', { items: [cup], paid })
    .delivered('2024-03-04 10:00')
    .ordered('A2', '2024-03-02 10:00', { items: [cup, lamp], paid })
    .delivered('2024-03-03 10:00');
  made
    .customer('Bo')
    .ordered('B1', '2024-03-10 10:00', { items: [cup], paid, promised: '2024-03-15' })
    .delivered('2024-03-18 10:00')
    .ordered('B2', '2024-03-08 10:00', { items: [lamp], paid })
    .delivered('2024-03-10 10:00');
  made
    .customer('Cy')
    .ordered('C1', '2024-03-20 10:00', { items: [cup], paid })
    .delivered('2024-03-22 10:00')
    .ordered('C2', '2024-03-30 10:00', { items: [lamp], paid })
    .delivered('2024-03-31 10:00');
  made
    .customer('Di')
    .ordered('D1', '2024-03-12 10:00', { items: [lamp] })
    .ordered('D2', '2024-04-10 10:00');
  made.amend('order_items', 'B2/1', { quantity: 3 });
  requests(made);
  help(made);
  return made;
}

goldenFigures(
  'RETURNS',
  returns,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    RETURNS: [6, 6, null, 6],
    // A1, one of A2, C2 of 1 + 2 + 1 + 3 + 1 + 1 units; C1's was withdrawn
    RETURN_RATE: [3 / 9, 3, 9, 9],
    PRODUCT_RETURN_RATE: [3 / 9, 3, 9, 9],
    // A1 and B2 (repair) of the six delivered in March
    QUALITY_RETURN_RATE: [2 / 6, 2, 6, 6],
    // A1 and C1, withdrawn or not; B2 asked for another size first
    FIRST_REQUEST_QUALITY_RATE: [2 / 7, 2, 7, 7],
    // B1 and C2 of the six paid
    LOGISTICS_RETURN_RATE: [2 / 6, 2, 6, 6],
    // A1, A2, C2
    REFUND_RATE: [3 / 6, 3, 6, 6],
    // R1 and R2 arrived in March, R7 in April
    REFUND_AMOUNT: [20, 20, null, 2],
    // 24 and 48 hours
    REFUND_REVIEW_HOURS_MEAN: [36, 72, 2, 2],
    REFUND_REVIEW_HOURS_P50: [36, null, 2, 2],
    // 48 and 96 hours
    REQUEST_TO_MONEY_HOURS_P50: [72, null, 2, 2],
    // 48 + 0.9 × 48
    REQUEST_TO_MONEY_HOURS_P90: [91.2, null, 2, 2],
    // R2 late, R3 not at all; R1 in time
    REFUND_OVERDUE_RATE: [2 / 3, 2, 3, 3],
    // R1 and R2; R4 rejected
    RETURN_APPROVAL_RATE: [2 / 3, 2, 3, 3],
    // R4, R5 of all but R6
    EXCHANGE_SHARE: [1 / 5, 1, 5, 5],
    REPAIR_SHARE: [1 / 5, 1, 5, 5],
    // R1 and R2; R3 is due and not decided; R4 came too late, R6 was withdrawn
    SEVEN_DAY_KEPT_RATE: [2 / 3, 2, 3, 3],
    // R3 of R1 R2 R3 R6
    PLATFORM_INTERVENTION_RATE: [1 / 4, 1, 4, 4],
    // over the seven orders of March
    PLATFORM_INTERVENTION_RATE_BY_ORDERS: [10_000 / 7, 1, 7, 7],
    DISPUTE_REFUND_RATE: [1 / 7, 1, 7, 7],
    // D1 of D1 and C1
    PLATFORM_HELP_RATE: [1 / 2, 1, 2, 2],
    // D1 once; C1's was an enquiry
    ITEM_NOT_RECEIVED_RATE: [1 / 7, 1, 7, 7],
    // failures: A1 quality, B1 late, B2 quality, C2 damaged, D1 lost; compensated by name: A1
    COMPENSATION_COVERAGE: [1 / 5, 1, 5, 5],
    COMPENSATION_COST: [30, 30, null, 3],
    AVERAGE_COMPENSATION: [10, 30, 3, 3],
    // 5 [10] 15
    COMPENSATION_P50: [10, null, 3, 3],
    // 10 + 0.8 × 5
    COMPENSATION_P90: [14, null, 3, 3],
  },
);
