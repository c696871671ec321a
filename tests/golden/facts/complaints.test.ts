import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/** Five orders, two of them in February; complaints: one in March about a February order, two about one March order, one about none. */
function complaints(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-02-20 10:00').ordered('A2', '2024-03-02 10:00');
  made
    .customer('Bo')
    .ordered('B1', '2024-02-21 10:00')
    .ordered('B2', '2024-03-05 10:00')
    .ordered('B3', '2024-03-31 10:00');
  const complaint = {
    case_type: 'complaint',
    phase: 'after_sale',
    channel: 'phone',
    status: 'closed',
    topic: 'damaged',
  };
  write('service_cases', 'K1', { ...complaint, customer: 'Ada', order: 'A1', opened_at: '2024-03-01 10:00' });
  write('service_cases', 'K2', { ...complaint, customer: 'Bo', order: 'B2', opened_at: '2024-03-06 10:00' });
  write('service_cases', 'K3', { ...complaint, customer: 'Bo', order: 'B2', opened_at: '2024-03-09 10:00' });
  write('service_cases', 'K4', { ...complaint, customer: 'Bo', topic: 'attitude', opened_at: '2024-03-10 10:00' });
  write('service_cases', 'K5', {
    ...complaint,
    case_type: 'enquiry',
    customer: 'Bo',
    order: 'B3',
    opened_at: '2024-03-31 12:00',
  });
  write('shipments', 'A2', { customer: 'Ada', order: 'A2', delivered_at: '2024-03-04 10:00' });
  write('shipments', 'B2', { customer: 'Bo', order: 'B2' });
  write('tracking_events', 'S1', { customer: 'Bo', parcel: 'B2', kind: 'damaged', occurred_at: '2024-03-06 08:00' });
  return made;
}

goldenFigures(
  'COMPLAINTS',
  complaints,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    // four complaints in March over three orders of March
    COMPLAINT_RATE: [(4 / 3) * 10_000, 4, 3, 3],
    // K2 and K3 over the three orders of March
    COMPLAINT_RATE_BY_ORDER_DATE: [(2 / 3) * 10_000, 2, 3, 3],
    // B2 of two parcels
    DAMAGE_RATE: [5_000, 1, 2, 2],
  },
);
