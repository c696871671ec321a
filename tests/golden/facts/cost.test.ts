import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/** Four orders in March; cases of March cost 3, 5 and nothing known; one of February cost 100. */
function cost(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-03-01 10:00').ordered('A2', '2024-03-02 10:00');
  made.customer('Bo').ordered('B1', '2024-03-03 10:00').ordered('B2', '2024-03-31 10:00');
  const usual = { customer: 'Ada', case_type: 'request', phase: 'after_sale', channel: 'chat', status: 'closed' };
  write('service_cases', 'K1', { ...usual, opened_at: '2024-03-04 10:00', cost_minor: 300 });
  write('service_cases', 'K2', { ...usual, opened_at: '2024-03-31 23:59', cost_minor: 500 });
  write('service_cases', 'K3', { ...usual, opened_at: '2024-03-05 10:00' });
  write('service_cases', 'K4', { ...usual, opened_at: '2024-02-29 10:00', cost_minor: 10_000 });
  return made;
}

goldenFigures(
  'COST',
  cost,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    SERVICE_COST_PER_ORDER: [2, 8, 4, 4],
  },
);
