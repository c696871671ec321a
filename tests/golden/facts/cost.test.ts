import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 * Four orders in March, three of them by customers won in March (Bo's first was canceled), one by a guest; Ada came in February.
 * Cases of March cost 3, 5 and nothing known; one of February cost 100.
 * B2 was damaged: 40 back, 10 in coupons, 5 of its case (K2) and 2 of its return. A2 came late: nothing paid for it.
 */
function cost(): Shop {
  const made = shop();
  const write = writer(made);
  made
    .customer('Ada')
    .ordered('A1', '2024-02-01 10:00')
    .ordered('A2', '2024-03-02 10:00', { promised: '2024-03-03' })
    .delivered('2024-03-05 10:00');
  made.customer('Bo').ordered('B1', '2024-03-03 10:00', { status: 'canceled' }).ordered('B2', '2024-03-04 10:00');
  made.guest().ordered('G1', '2024-03-31 10:00');
  const usual = { case_type: 'request', phase: 'after_sale', channel: 'chat', status: 'closed' };
  write('service_cases', 'K1', { ...usual, customer: 'Ada', opened_at: '2024-03-04 10:00', cost_minor: 300 });
  write('service_cases', 'K2', {
    ...usual,
    customer: 'Bo',
    order: 'B2',
    topic: 'damaged',
    case_type: 'complaint',
    opened_at: '2024-03-31 23:59',
    cost_minor: 500,
  });
  write('service_cases', 'K3', { ...usual, customer: 'Ada', opened_at: '2024-03-05 10:00' });
  write('service_cases', 'K4', { ...usual, customer: 'Ada', opened_at: '2024-02-29 10:00', cost_minor: 10_000 });
  write('returns', 'R1', {
    customer: 'Bo',
    order: 'B2',
    kind: 'refund_only',
    reason: 'damaged',
    status: 'refunded',
    requested_at: '2024-03-08 10:00',
    refunded_at: '2024-03-09 10:00',
    amount_minor: 4000,
    cost_minor: 200,
  });
  write('compensations', 'C1', {
    customer: 'Bo',
    order: 'B2',
    failure: 'damaged',
    form: 'coupon',
    amount_minor: 1000,
    granted_at: '2024-03-09 10:00',
  });
  write('shipments', 'P1', { customer: 'Bo', order: 'B2', cost_minor: 800 });
  write('shipments', 'P2', { customer: 'Bo', order: 'B2', cost_minor: 400 });
  write('shipments', 'P3', { customer: 'Ada', order: 'A1', cost_minor: 9900 });
  const campaign = { kind: 'campaign', origin: 'search' };
  write('costs', 'X1', { ...campaign, spent_on: '2024-03-01', amount_minor: 10_000 });
  write('costs', 'X2', { ...campaign, spent_on: '2024-03-31', amount_minor: 5000 });
  write('costs', 'X3', { ...campaign, spent_on: '2024-04-01', amount_minor: 70_000 });
  write('costs', 'X4', { kind: 'packaging', spent_on: '2024-03-05', amount_minor: 30_000 });
  return made;
}

goldenFigures(
  'COST',
  cost,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    // 3 + 5 over A2, B1, B2 and G1
    SERVICE_COST_PER_ORDER: [2, 8, 4, 4],
    // P1 and P2; A2's cost is not known
    DELIVERY_COST_PER_PARCEL: [6, 12, 2, 2],
    // X1 and X2, among three costs of March
    CAMPAIGN_COST: [150, 150, null, 3],
    // won: Bo, by B2; the guest is nobody known
    ACQUISITION_COST: [150, 150, 1, 1],
    // A2 (late) nothing, B2 40 + 10 + 5 + 2
    FAILURE_COST_PER_ORDER: [57 / 2, 57, 2, 2],
  },
);
