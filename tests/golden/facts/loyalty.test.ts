import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 * Ada orders every ten days (loyal from the third), Bo twice within the year, Cy once two years ago. Ada joins and rises to gold, Bo joins
 * and leaves again, Di joins in April. The guest's order has no known buyer.
 */
function loyalty(): Shop {
  const made = shop();
  const write = writer(made);
  const paid = (amount: number): { paid: [string, number][] } => ({ paid: [['alipay', amount]] });
  made
    .customer('Ada')
    .ordered('A1', '2024-02-10 10:00', paid(100))
    .ordered('A2', '2024-02-20 10:00', paid(50))
    .ordered('A3', '2024-03-01 10:00', paid(30))
    .ordered('A4', '2024-03-02 10:00');
  made.customer('Bo').ordered('B1', '2023-09-01 10:00', paid(70)).ordered('B2', '2024-03-31 10:00', paid(20));
  made.customer('Cy').ordered('C1', '2022-03-01 10:00', paid(10));
  made.customer('Di');
  made.guest().ordered('G1', '2024-03-05 10:00', paid(500));
  const tier = (external: string, customer: string, at: string, tier_to: string) =>
    write('loyalty_events', external, { customer, kind: 'tier_changed', tier_to, occurred_at: at });
  tier('T1', 'Ada', '2024-02-10 11:00', 'silver');
  tier('T2', 'Ada', '2024-03-01 11:00', 'gold');
  tier('T3', 'Bo', '2024-03-03 11:00', 'silver');
  tier('T4', 'Di', '2024-04-03 11:00', 'silver');
  return made;
}

goldenFigures(
  'LOYALTY',
  loyalty,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    // Ada and Bo at the end of March
    MEMBERS: [2, 2, null, 2],
    // of Ada and Bo, active within the year, Ada ordered on three days, but her last is 29 days back, more than 2 × her mean gap
    LOYAL_CUSTOMER_SHARE: [0, 0, 2, 2],
    // Ada 30 (A4 is not paid), Bo 20; the guest is nobody known
    SPEND_PER_BUYER: [25, 50, 2, 2],
  },
);
