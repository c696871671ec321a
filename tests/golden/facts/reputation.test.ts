import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/** Ninety days are over for what happened up to 2024-01-01; the last day loaded is 2024-03-31. */
function reputation(): Shop {
  const made = shop();
  made.customer('Ada').ordered('A1', '2024-03-31 10:00');
  made.customer('Bo').ordered('B1', '2023-12-05 10:00');
  made.customer('Cy').ordered('C1', '2023-12-10 10:00');
  made.customer('Dan');
  asked(made);
  recommended(made);
  mentioned(made);
  return made;
}

/** Recommendation asked: 10, 9, 8, 3, one never answered, one answered in April. A satisfaction survey of 1 is no recommendation. */
function asked(made: Shop): void {
  const write = writer(made);
  const survey = { customer: 'Ada', order: 'A1', kind: 'nps', subject: 'shop', sent_at: '2024-03-02 10:00' };
  write('surveys', 'N1', { ...survey, answered_at: '2024-03-03 10:00', score: 10 });
  write('surveys', 'N2', { ...survey, answered_at: '2024-03-04 10:00', score: 9 });
  write('surveys', 'N3', { ...survey, answered_at: '2024-03-05 10:00', score: 8 });
  write('surveys', 'N4', { ...survey, answered_at: '2024-03-06 10:00', score: 3 });
  write('surveys', 'N5', survey);
  write('surveys', 'N6', { ...survey, answered_at: '2024-04-01 10:00', score: 0 });
  write('surveys', 'S1', { ...survey, kind: 'csat', answered_at: '2024-03-03 10:00', score: 1 });
}

/**
 * F1 by Bo, 15 days after his order: the friend joins, and orders after 96 days. F2 by Bo eleven days later: joins and orders.
 * F3 by Dan: nothing comes of it. F4 by Cy, 101 days after his order, is not over.
 *
 * Rated: K1 Bo 5, then F1 · K2 Cy 4, then F4 after 99 days · K3 Dan 2, then F3 · K4 Cy 3, F4 too late · K5 Ada 5, not over
 */
function recommended(made: Shop): void {
  const write = writer(made);
  const friend = (external: string, customer: string, referred: string, joined?: string, ordered?: string) =>
    write('referrals', external, {
      customer,
      channel: 'link',
      referred_at: `${referred} 10:00`,
      ...(joined ? { joined_at: `${joined} 10:00` } : {}),
      ...(ordered ? { first_ordered_at: `${ordered} 10:00` } : {}),
    });
  friend('F1', 'Bo', '2023-12-20', '2023-12-25', '2024-03-25');
  friend('F2', 'Bo', '2023-12-31', '2024-01-05', '2024-01-06');
  friend('F3', 'Dan', '2023-12-28');
  friend('F4', 'Cy', '2024-03-20', '2024-03-21');
  const contact = (external: string, customer: string, opened: string, csat: number) =>
    write('service_cases', external, {
      customer,
      case_type: 'request',
      phase: 'after_sale',
      channel: 'chat',
      status: 'closed',
      csat,
      opened_at: `${opened} 10:00`,
    });
  contact('K1', 'Bo', '2023-12-15', 5);
  contact('K2', 'Cy', '2023-12-12', 4);
  contact('K3', 'Dan', '2023-12-20', 2);
  contact('K4', 'Cy', '2023-12-11', 3);
  contact('K5', 'Ada', '2024-03-10', 5);
}

/** M5's 24 hours end in April; nobody has judged M4. */
function mentioned(made: Shop): void {
  const write = writer(made);
  const mention = (
    external: string,
    sentiment: number | null,
    at: string,
    responded_at: string | null,
    reach?: number,
  ) => write('mentions', external, { platform: 'weibo', sentiment, mentioned_at: at, responded_at, reach });
  mention('M1', -1, '2024-03-01 10:00', '2024-03-01 20:00', 1000);
  mention('M2', -1, '2024-03-05 10:00', '2024-03-07 12:00', 500);
  mention('M3', 1, '2024-03-06 10:00', null);
  mention('M4', null, '2024-03-07 10:00', '2024-03-07 14:00', 20);
  mention('M5', -1, '2024-03-31 12:00', null, 1);
  mention('M6', 0, '2024-03-08 10:00', null, 0);
}

goldenFigures(
  'REPUTATION',
  reputation,
  { from: '2023-12-01', to: '2024-03-31' },
  {
    // two promoters, one detractor, four answers
    NPS: [25, 1, 4, 4],
    REFERRALS: [4, 4, null, 4],
    // Bo, not Cy; Ada's ninety days are not over
    REFERRAL_RATE: [1 / 2, 1, 2, 2],
    // F1, F2 of F1, F2, F3
    REFERRAL_JOIN_RATE: [2 / 3, 2, 3, 3],
    // F2; F1's friend ordered too late
    REFERRAL_CONVERSION_RATE: [1 / 3, 1, 3, 3],
    // K1, not K2
    REFERRAL_AFTER_GOOD_CONTACT_RATE: [1 / 2, 1, 2, 2],
    // K3, not K4
    REFERRAL_AFTER_BAD_CONTACT_RATE: [1 / 2, 1, 2, 2],
    // F1 to F2
    DAYS_TO_NEXT_REFERRAL_P50: [11, null, 1, 1],
    MENTIONS: [6, 6, null, 6],
    MENTION_POSITIVE_SHARE: [1 / 5, 1, 5, 5],
    MENTION_NEGATIVE_SHARE: [3 / 5, 3, 5, 5],
    // 4 [10] 50
    MENTION_RESPONSE_HOURS_P50: [10, null, 3, 3],
    // M1, not M2
    MENTION_RESPONSE_24H_RATE: [1 / 2, 1, 2, 2],
    MENTION_REACH: [1521, 1521, null, 6],
  },
);
