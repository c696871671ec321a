import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 * Ada orders every ten days (loyal from the third), Bo twice within the year, Cy once two years ago. Eve, Fay and Hal do not pay.
 * A year before the last day Gus (every ten days until 2022-06-21), Hal (once, back after 390 days) and Ivy (once) were active.
 * The guest's order has no known buyer.
 */
function loyalty(): Shop {
  const made = shop({ pointWorthMinor: 2.5 });
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
  made.customer('Eve').ordered('E1', '2024-03-15 10:00');
  made.customer('Fay').ordered('F1', '2023-12-05 10:00').ordered('F2', '2023-12-20 10:00');
  const gus = made.customer('Gus');
  for (const day of ['01', '11', '21']) gus.ordered(`U${day}`, `2022-06-${day} 10:00`);
  made.customer('Hal').ordered('H1', '2023-03-01 10:00').ordered('H2', '2024-03-25 10:00');
  made.customer('Ivy').ordered('I1', '2023-01-10 10:00');
  made.guest().ordered('G1', '2024-03-05 10:00', paid(500));
  membership(made);
  asked(made);
  return made;
}

/**
 * Ada rises to gold in March, Bo falls from gold, Di joins in April. Born in March: Ada (reached), Bo (not), Di (no member yet).
 * Points: 200 earned, 40 spent, 10 expired, 500 follow in April. Ada used a benefit in March, Bo more than a year ago.
 */
function membership(made: Shop): void {
  const write = writer(made);
  const event = (external: string, customer: string, kind: string, day: string, more: object = {}) =>
    write('loyalty_events', external, { customer, kind, occurred_at: `${day} 11:00`, ...more });
  event('T1', 'Ada', 'tier_changed', '2024-02-10', { tier_to: 'silver' });
  event('T2', 'Ada', 'tier_changed', '2024-03-01', { tier_to: 'gold' });
  event('T3', 'Bo', 'tier_changed', '2023-01-05', { tier_to: 'gold' });
  event('T4', 'Bo', 'tier_changed', '2024-03-03', { tier_to: 'silver' });
  event('T5', 'Di', 'tier_changed', '2024-04-03', { tier_to: 'silver' });
  event('P1', 'Ada', 'earned', '2024-02-10', { points: 100 });
  event('P2', 'Ada', 'earned', '2024-03-01', { points: 60 });
  event('P3', 'Ada', 'spent', '2024-03-02', { points: -40 });
  event('P4', 'Bo', 'earned', '2023-09-01', { points: 40 });
  event('P5', 'Bo', 'expired', '2024-03-03', { points: -10 });
  event('P6', 'Bo', 'earned', '2024-04-01', { points: 500 });
  event('U1', 'Ada', 'benefit_used', '2024-03-02', { benefit: 'free_shipping' });
  event('U2', 'Bo', 'benefit_used', '2023-03-20', { benefit: 'free_shipping' });
  event('C1', 'Ada', 'care', '2024-03-15', { benefit: 'birthday_gift' });
  for (const name of ['Ada', 'Bo', 'Di']) made.amend('customers', name, { birthday_month: 3 });
}

/** Ada withdraws one consent and gives another, Bo refuses, Di agrees in April. Offers: Ada's, held out from Bo, Eve's not over. */
function asked(made: Shop): void {
  const write = writer(made);
  const decided = (external: string, customer: string, purpose: string, granted: boolean, day: string) =>
    write('consents', external, { customer, purpose, granted, decided_at: `${day} 10:00` });
  decided('X1', 'Ada', 'marketing_sms', true, '2023-05-01');
  decided('X2', 'Ada', 'marketing_sms', false, '2024-03-10');
  decided('X3', 'Ada', 'marketing_email', true, '2024-03-11');
  decided('X4', 'Bo', 'marketing_sms', false, '2023-06-01');
  decided('X5', 'Di', 'marketing_sms', true, '2024-04-01');
  const offered = (external: string, customer: string, arm: string | null, day: string) =>
    write('messages', external, { customer, kind: 'campaign', channel: 'sms', arm, sent_at: `${day} 10:00` });
  offered('O1', 'Ada', 'treated', '2024-02-15');
  offered('O2', 'Bo', 'hold_out', '2024-02-15');
  offered('O3', 'Eve', 'treated', '2024-03-10');
  offered('O4', 'Ada', null, '2024-02-15');
}

goldenFigures(
  'LOYALTY',
  loyalty,
  { from: '2023-12-01', to: '2024-03-31' },
  {
    // Ada and Bo at the end of March
    MEMBERS: [2, 2, null, 2],
    // none of Ada, Bo, Eve, Fay, Hal: Ada ordered on three days, but her last is 29 days back, more than 2 × her mean gap
    LOYAL_CUSTOMER_SHARE: [0, 0, 5, 5],
    // Ada 180 (A4 is not paid), Bo 20; the guest is nobody known
    SPEND_PER_BUYER: [100, 200, 2, 2],
    ACTIVE_CUSTOMERS: [5, 5, null, 5],
    // T2; T1 is a first tier
    TIER_UPGRADES: [1, 1, null, 1],
    TIER_DOWNGRADES: [1, 1, null, 1],
    // 200 − 40 − 10
    POINTS_BALANCE: [150, 150, null, 150],
    // 150 at 0.025
    POINTS_LIABILITY: [3.75, 3.75, null, 150],
    POINTS_REDEMPTION_RATE: [40 / 200, 40, 200, 200],
    // Ada; Bo's benefit is more than 365 days back
    BENEFIT_USE_RATE: [1 / 2, 1, 2, 2],
    // Ada, not Bo
    CARE_COVERAGE: [1 / 2, 1, 2, 2],
    // Ada, Bo, Fay, Hal; not Eve
    RETURNING_CUSTOMER_SHARE: [4 / 5, 4, 5, 5],
    // F1, not F2; the others' ninety days are not over
    NEXT_ORDER_RATE_90D: [1 / 2, 1, 2, 2],
    // 1 10 [10 15] 212 390
    REPURCHASE_INTERVAL_DAYS_P50: [12.5, null, 6, 6],
    // of Ada's two and Bo's one, Ada's e-mail
    CONSENT_RATE: [1 / 3, 1, 3, 3],
    // Gus (31 days after his last) and Ivy (3 × the shop's median of 10 days), not Hal, who is back
    LAPSED_CUSTOMER_RATE: [2 / 3, 2, 3, 3],
    // Ada ordered after five days, Bo after 45
    OFFER_ORDER_RATE_30D: [1 / 2, 1, 2, 2],
    // first orders: Fay’s in December, Ada’s in February, Eve’s in March. March is over: Ada is back in it, Fay not in January
    COHORT_RETENTION_M1: [1 / 2, 1, 2, 2],
    COHORT_RETENTION_M2: [0, 0, 1, 1],
    COHORT_RETENTION_M3: [0, 0, 1, 1],
    COHORT_RETENTION_M6: [null, 0, 0, 0],
    COHORT_RETENTION_M12: [null, 0, 0, 0],
    // Ada four, Fay two, Eve one
    REPEAT_ORDER_DEPTH_2: [2 / 3, 2, 3, 3],
    REPEAT_ORDER_DEPTH_3: [1 / 3, 1, 3, 3],
    REPEAT_ORDER_DEPTH_5: [0, 0, 3, 3],
    // Ada after 10 days, Fay after 15; Eve, who stays away, is seen for 16
    SHARE_BACK_30D: [null, null, 3, 3],
    SHARE_BACK_60D: [null, null, 3, 3],
    SHARE_BACK_90D: [null, null, 3, 3],
  },
);
