import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 *      of   opened            first answer       promised answer   resolved          rated
 * K1   Ada  03-01 10:00 chat  10:05   5 min      10:30 kept        11:00             5
 * K2   Ada  03-04 10:00 chat  10:45  45 min      10:30 broken      03-05 10:00       2      (same order as K1: a repeat contact)
 * K3   Bo   03-10 09:00 mail  –       never      03-11 09:00 broken  –               –
 * K4   Cy   03-28 09:00 chat  09:15  15 min      03-31 kept        –                 4      (7 days are not over on 03-31)
 */
function service(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-02-20 10:00', { region: 'east' });
  made.customer('Bo').ordered('B1', '2024-03-31 10:00');
  made.customer('Cy');
  const usual = { case_type: 'request', phase: 'after_sale', status: 'closed', handled_by: 'human' };
  write('service_cases', 'K1', {
    ...usual,
    customer: 'Ada',
    order: 'A1',
    channel: 'chat',
    opened_at: '2024-03-01 10:00',
    first_response_at: '2024-03-01 10:05',
    response_due_at: '2024-03-01 10:30',
    resolved_at: '2024-03-01 11:00',
    csat: 5,
  });
  write('service_cases', 'K2', {
    ...usual,
    customer: 'Ada',
    order: 'A1',
    channel: 'chat',
    opened_at: '2024-03-04 10:00',
    first_response_at: '2024-03-04 10:45',
    response_due_at: '2024-03-04 10:30',
    resolved_at: '2024-03-05 10:00',
    csat: 2,
  });
  write('service_cases', 'K3', {
    ...usual,
    customer: 'Bo',
    channel: 'email',
    topic: 'invoice',
    opened_at: '2024-03-10 09:00',
    response_due_at: '2024-03-11 09:00',
    status: 'open',
  });
  write('service_cases', 'K4', {
    ...usual,
    customer: 'Cy',
    channel: 'chat',
    topic: 'advice',
    opened_at: '2024-03-28 09:00',
    first_response_at: '2024-03-28 09:15',
    response_due_at: '2024-03-31 09:00',
    csat: 4,
  });
  return made;
}

goldenFigures(
  'SERVICE',
  service,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    SERVICE_CASES: [4, 4, null, 4],
    // K1 and K4 of the three rated
    CSAT: [2 / 3, 2, 3, 3],
    // 5 [15] 45
    FIRST_RESPONSE_MINUTES_P50: [15, null, 3, 3],
    // K1 and K4; K2 came late, K3 never
    RESPONSE_IN_TIME_RATE: [2 / 4, 2, 4, 4],
    CUSTOMERS_IN_CONTACT: [3, 3, null, 3],
    // Ada came back; Bo did not; Cy's seven days are not over
    REPEAT_CONTACT_RATE: [1 / 2, 1, 2, 2],
  },
);
