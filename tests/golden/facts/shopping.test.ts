import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/** Two visits of Ada in March, one of an unknown visitor, one in April. */
function shopping(): Shop {
  const made = shop();
  const write = writer(made);
  made.customer('Ada').ordered('A1', '2024-03-31 10:00');
  made.guest('visitor');
  const touch = (external: string, customer: string, visit: string, kind: string, at: string) =>
    write('touchpoints', external, { customer, visit_ref: visit, kind, occurred_at: at });
  touch('W1', 'Ada', 'V1', 'page', '2024-03-02 10:00');
  touch('W2', 'Ada', 'V1', 'search', '2024-03-02 10:01');
  touch('W3', 'Ada', 'V2', 'product_view', '2024-03-03 10:00');
  touch('W4', 'visitor', 'V3', 'page', '2024-03-04 10:00');
  touch('W5', 'visitor', 'V4', 'page', '2024-04-01 10:00');
  return made;
}

goldenFigures(
  'SHOPPING',
  shopping,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    VISITS: [3, 3, null, 3],
  },
);
