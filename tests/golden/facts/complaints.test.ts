import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 * The last day is 04-05: complaints up to 03-06 are 30 days old, up to 03-21 15 days; only January's are 90 days old.
 *
 *      of   about  opened  by         answered (due)        settled (due)         and then
 * K0   Cy   –      01-05   phone      –                     –                     –                        open; C1 ordered on 02-10
 * K1   Ada  A1     03-01   phone      03-01 11:00 (12:00)   03-02 (03-03)         damaged again: K3        satisfied
 * K2   Bo   B2     03-06   chat       03-08 (03-07)         03-09 (03-08)         –                        escalated, not satisfied
 * K3   Ada  A2     03-09   platform   – (03-10)             – (03-12)             –
 * K4   Bo   –      03-10   regulator  – (04-10)             03-11 (04-10)         attitude of the courier
 * K5   Bo   B3     03-31   an enquiry of B3, no complaint
 * K6   Di   –      03-28   form       –                     03-29                 not 15 days old
 */
function told(made: Shop): void {
  const write = writer(made);
  const complaint = {
    case_type: 'complaint',
    phase: 'after_sale',
    channel: 'phone',
    status: 'closed',
    topic: 'damaged',
  };
  // The shop tells of returns; this one says nothing bad.
  write('returns', 'R1', {
    customer: 'Bo',
    order: 'B3',
    kind: 'return',
    reason: 'no_reason',
    status: 'canceled',
    requested_at: '2024-03-31 12:00',
  });
  write('service_cases', 'K0', { ...complaint, customer: 'Cy', status: 'open', opened_at: '2024-01-05 10:00' });
  write('service_cases', 'K1', {
    ...complaint,
    customer: 'Ada',
    order: 'A1',
    opened_at: '2024-03-01 10:00',
    first_response_at: '2024-03-01 11:00',
    response_due_at: '2024-03-01 12:00',
    resolved_at: '2024-03-02 10:00',
    resolution_due_at: '2024-03-03 10:00',
    satisfied_with_outcome: true,
  });
  write('service_cases', 'K2', {
    ...complaint,
    customer: 'Bo',
    order: 'B2',
    channel: 'chat',
    opened_at: '2024-03-06 10:00',
    first_response_at: '2024-03-08 10:00',
    response_due_at: '2024-03-07 10:00',
    resolved_at: '2024-03-09 10:00',
    resolution_due_at: '2024-03-08 10:00',
    escalated_to: 'regulator',
    escalated_at: '2024-03-07 12:00',
    satisfied_with_outcome: false,
  });
  write('service_cases', 'K3', {
    ...complaint,
    customer: 'Ada',
    order: 'A2',
    channel: 'platform',
    status: 'open',
    opened_at: '2024-03-09 10:00',
    response_due_at: '2024-03-10 10:00',
    resolution_due_at: '2024-03-12 10:00',
  });
  write('service_cases', 'K4', {
    ...complaint,
    customer: 'Bo',
    channel: 'regulator',
    topic: 'attitude',
    cause: 'carrier',
    opened_at: '2024-03-10 10:00',
    response_due_at: '2024-04-10 10:00',
    resolved_at: '2024-03-11 10:00',
    resolution_due_at: '2024-04-10 10:00',
  });
  write('service_cases', 'K5', {
    ...complaint,
    case_type: 'enquiry',
    customer: 'Bo',
    order: 'B3',
    opened_at: '2024-03-31 12:00',
  });
  write('service_cases', 'K6', {
    ...complaint,
    customer: 'Di',
    channel: 'form',
    topic: 'price',
    opened_at: '2024-03-28 10:00',
    resolved_at: '2024-03-29 10:00',
  });
}

/** Seven orders up to March. A2's parcel arrived, B2's was damaged, B3's delayed and lost; D1 has none and one star. */
function complaints(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-02-20 10:00').ordered('A2', '2024-03-02 10:00');
  made
    .customer('Bo')
    .ordered('B1', '2024-02-21 10:00')
    .ordered('B2', '2024-03-05 10:00')
    .ordered('B3', '2024-03-31 10:00')
    .ordered('B4', '2024-04-05 10:00');
  made.customer('Cy').ordered('C1', '2024-02-10 10:00');
  made.customer('Di').ordered('D1', '2024-03-20 10:00').reviewed(1);
  told(made);
  write('shipments', 'A2', { customer: 'Ada', order: 'A2', delivered_at: '2024-03-04 10:00' });
  write('shipments', 'B2', { customer: 'Bo', order: 'B2' });
  write('shipments', 'B3', { customer: 'Bo', order: 'B3', outcome: 'lost' });
  write('tracking_events', 'S1', { customer: 'Bo', parcel: 'B2', kind: 'damaged', occurred_at: '2024-03-06 08:00' });
  write('tracking_events', 'S2', { customer: 'Bo', parcel: 'B3', kind: 'delayed', occurred_at: '2024-04-02 08:00' });
  return made;
}

goldenFigures(
  'COMPLAINTS',
  complaints,
  { from: '2024-01-01', to: '2024-03-31' },
  {
    // all but the enquiry
    COMPLAINTS: [6, 6, null, 6],
    // over the seven orders of the quarter
    COMPLAINT_RATE: [(6 / 7) * 10_000, 6, 7, 7],
    // K1, K2 and K3 are about an order
    COMPLAINT_RATE_BY_ORDER_DATE: [(3 / 7) * 10_000, 3, 7, 7],
    // K1; K2 late, K3 open; K4 is due in April
    COMPLAINT_CLOSURE_IN_TIME_RATE: [1 / 3, 1, 3, 3],
    COMPLAINT_ACK_IN_TIME_RATE: [1 / 3, 1, 3, 3],
    // K2
    COMPLAINT_ESCALATION_RATE: [1 / 6, 1, 6, 6],
    // K1, by K3; not K0 and K2; the thirty days of the others are not over
    COMPLAINT_RECURRENCE_RATE: [1 / 3, 1, 3, 3],
    COMPLAINT_SATISFACTION_RATE: [1 / 2, 1, 2, 2],
    // K1; K0 is open, K2 escalated, K3 and K4 came by the platform and the regulator; K6 is too young
    SELF_SETTLED_RATE: [1 / 5, 1, 5, 5],
    // Cy, whose complaint is still open; the ninety days of the others are not over
    RECOVERY_REPURCHASE_RATE_90D: [1, 1, 1, 1],
    // A1, A2 and B2 by complaint, D1 by its star
    NEGATIVE_FEEDBACK_RATE: [4 / 7, 4, 7, 7],
    // of A2, B2, B3
    LOSS_RATE_PER_10K: [10_000 / 3, 1, 3, 3],
    DAMAGE_RATE: [10_000 / 3, 1, 3, 3],
    DELAY_RATE_PER_10K: [10_000 / 3, 1, 3, 3],
    // A2 by K3, B2 by K2; B3 by an enquiry only
    PARCEL_COMPLAINT_RATE: [20_000 / 3, 2, 3, 3],
    // K4
    COURIER_ATTITUDE_COMPLAINT_RATE: [10_000 / 3, 1, 3, 3],
  },
);
