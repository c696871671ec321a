import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/** Listed by the end of March: P1 states all ten facts, P2 eight, P3 needs none, P0 is listed since 2023; P4 follows in April. */
function products(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-03-31 10:00');
  write('products', 'P0', { listed_on: '2023-01-01', attributes_required: 5, attributes_given: 5 });
  write('products', 'P1', { listed_on: '2024-03-01', attributes_required: 10, attributes_given: 10 });
  write('products', 'P2', { listed_on: '2024-03-31', attributes_required: 10, attributes_given: 8 });
  write('products', 'P3', { listed_on: '2024-03-01', attributes_required: 0 });
  write('products', 'P4', { listed_on: '2024-04-01', attributes_required: 10, attributes_given: 0 });
  sold(made);
  merchants(made);
  found(made);
  return made;
}

/** Three lines delivered: toys came back as not as described, lamps were complained of for quality, the return of books was withdrawn. */
function sold(made: Shop): void {
  const write = writer(made);
  const items: [string, string, number, number][] = [
    ['toys', 's1', 10, 0],
    ['lamps', 's1', 10, 0],
    ['books', 's1', 10, 0],
  ];
  made.customer('Bo').ordered('B1', '2024-03-01 10:00', { items }).delivered('2024-03-03 10:00');
  made.customer('Cy').ordered('C1', '2024-03-20 10:00', { items: items.slice(0, 1) });
  const back = { customer: 'Bo', order: 'B1', kind: 'return', requested_at: '2024-03-05 10:00' };
  write('returns', 'T1', { ...back, product: 'toys of s1', reason: 'not_as_described', status: 'completed' });
  write('returns', 'T2', { ...back, product: 'books of s1', reason: 'quality', status: 'canceled' });
  write('service_cases', 'K1', {
    customer: 'Bo',
    order: 'B1',
    product: 'lamps of s1',
    case_type: 'complaint',
    topic: 'quality',
    phase: 'after_sale',
    channel: 'chat',
    status: 'open',
    opened_at: '2024-03-06 10:00',
  });
}

/**
 * m1 needs a certificate and holds one beside one that expired; m2's expired in March; m3 comes in April; m4 needs none; m5 has none.
 * s1, whose goods are sold, has no day of admission.
 */
function merchants(made: Shop): void {
  const write = writer(made);
  const merchant = (name: string, admitted_on: string, certificate_required: boolean) =>
    write('merchants', name, { id: made.id('merchant', name), admitted_on, certificate_required });
  merchant('m1', '2023-01-01', true);
  merchant('m2', '2024-03-10', true);
  merchant('m3', '2024-04-01', true);
  merchant('m4', '2023-05-01', false);
  merchant('m5', '2023-06-01', true);
  const holds = (external: string, name: string, kind: string, issued_on: string, expires_on: string) =>
    write('certificates', external, { merchant: name, kind, issued_on, expires_on });
  holds('L1', 'm1', 'licence', '2022-01-01', '2024-03-15');
  holds('L2', 'm1', 'quality', '2023-12-01', '2024-12-31');
  holds('L3', 'm2', 'licence', '2024-01-01', '2024-03-20');
  holds('L4', 'm3', 'licence', '2024-01-01', '2025-01-01');
}

/** X1 was sanctioned after 4 days, X2 after 38, X3 never, X4 the next day: its 30 days are not over. */
function found(made: Shop): void {
  const write = writer(made);
  const outcomes = ['passed', 'passed', 'counterfeit', 'unsafe', 'failed', null];
  outcomes.forEach((outcome, index) =>
    write('certificates', `Q${index}`, {
      merchant: 'm1',
      kind: 'inspection',
      outcome,
      issued_on: `2024-03-0${index + 1}`,
    }),
  );
  const violated = (external: string, violated_on: string, sanctioned_on: string | null) =>
    write('sanctions', external, { merchant: 'm1', violation: 'late_shipment', violated_on, sanctioned_on });
  violated('X1', '2024-03-01', '2024-03-05');
  violated('X2', '2024-02-01', '2024-03-10');
  violated('X3', '2024-03-01', null);
  violated('X4', '2024-03-20', '2024-03-21');
}

goldenFigures(
  'PRODUCTS',
  products,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    INFORMATION_COMPLETENESS: [2 / 3, 2, 3, 3],
    // toys of three lines delivered
    NOT_AS_DESCRIBED_RATE: [10_000 / 3, 1, 3, 3],
    // lamps
    DEFECT_RATE: [10_000 / 3, 1, 3, 3],
    // m1 m2 m4 m5
    MERCHANTS: [4, 4, null, 4],
    // m1 of m1 m2 m5
    CERTIFICATE_COVERAGE: [1 / 3, 1, 3, 3],
    INSPECTION_PASS_RATE: [2 / 5, 2, 5, 5],
    COUNTERFEIT_RATE: [1 / 5, 1, 5, 5],
    UNSAFE_SHARE: [1 / 5, 1, 5, 5],
    // X1 X2 X4
    SANCTIONS: [3, 3, null, 3],
    // 1 [4] 38
    SANCTION_DAYS_P50: [4, null, 3, 3],
    // X1, not X3; X2 is of February
    SANCTIONED_30D_RATE: [1 / 2, 1, 2, 2],
  },
);
