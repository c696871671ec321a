import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

function returns(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-03-01 10:00').ordered('A2', '2024-03-02 10:00');
  made.customer('Bo').ordered('B1', '2024-03-31 10:00');
  const usual = { kind: 'return', reason: 'quality', status: 'refunded', amount_minor: 1000 };
  write('returns', 'R1', {
    ...usual,
    customer: 'Ada',
    order: 'A1',
    requested_at: '2024-03-05 10:00',
    refunded_at: '2024-03-07 10:00',
  });
  write('returns', 'R2', {
    ...usual,
    customer: 'Ada',
    order: 'A2',
    requested_at: '2024-03-06 10:00',
    refunded_at: '2024-03-10 10:00',
  });
  write('returns', 'R3', {
    ...usual,
    customer: 'Bo',
    order: 'B1',
    status: 'requested',
    requested_at: '2024-03-31 12:00',
  });
  write('compensations', 'C1', {
    customer: 'Ada',
    order: 'A1',
    failure: 'quality',
    form: 'coupon',
    amount_minor: 1500,
    granted_at: '2024-03-08 10:00',
  });
  write('compensations', 'C2', {
    customer: 'Bo',
    failure: 'service',
    form: 'points',
    amount_minor: 500,
    granted_at: '2024-03-09 10:00',
  });
  return made;
}

goldenFigures(
  'RETURNS',
  returns,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    // 48 and 96 hours
    REQUEST_TO_MONEY_HOURS_P50: [72, null, 2, 2],
    COMPENSATION_COST: [20, 20, null, 2],
    AVERAGE_COMPENSATION: [10, 20, 2, 2],
  },
);
