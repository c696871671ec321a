import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 *      written      stars                      answered
 * R1   03-01 10:00  5, invited
 * R2   03-01 10:00  1, changed to 4 on 03-10   after 24 h
 * R3   03-01 12:00  2, followed up with 3      never
 * R4   03-05 10:00  5, by default
 * R5   03-06 10:00  5, rewarded
 * R6   03-20 10:00  3, follow-up of R3
 * R7   03-30 12:00  1                          its 48 hours end in April, its 30 days too
 * R8   02-28 12:00  2                          after 50 h; the 48 hours ended in March
 */
function voice(): Shop {
  const made = shop();
  for (const name of ['Ada', 'Bo', 'Cy', 'Di']) made.customer(name).ordered(`${name[0]}1`, '2024-02-01 10:00');
  made.customer('Eve').ordered('E1', '2024-03-31 10:00');
  reviews(made);
  surveys(made);
  return made;
}

function reviews(made: Shop): void {
  const write = writer(made);
  const review = (review_ref: string, customer: string, score: number, answered_at: string, more: object = {}) =>
    write('reviews', review_ref, { review_ref, customer, order: `${customer[0]}1`, score, answered_at, ...more });
  review('R1', 'Ada', 5, '2024-03-01 10:00', { invited_at: '2024-02-28 10:00' });
  review('R2', 'Bo', 4, '2024-03-01 10:00', {
    first_score: 1,
    changed_at: '2024-03-10 10:00',
    replied_at: '2024-03-02 10:00',
  });
  review('R3', 'Cy', 2, '2024-03-01 12:00');
  review('R4', 'Ada', 5, '2024-03-05 10:00', { source: 'default' });
  review('R5', 'Bo', 5, '2024-03-06 10:00', { source: 'rewarded' });
  review('R6', 'Cy', 3, '2024-03-20 10:00', { follow_up_of: 'R3' });
  review('R7', 'Di', 1, '2024-03-30 12:00');
  review('R8', 'Di', 2, '2024-02-28 12:00', { replied_at: '2024-03-01 14:00' });
  const invited = (external: string, customer: string, sent_at: string) =>
    write('messages', external, {
      customer,
      order: `${customer[0]}1`,
      kind: 'review_invitation',
      channel: 'app',
      sent_at,
    });
  invited('I1', 'Ada', '2024-03-01 09:00');
  invited('I2', 'Bo', '2024-03-01 12:00');
  invited('I3', 'Eve', '2024-03-31 12:00');
}

/** N3 is not over; N2 answered after 18 days, and its own 14 days are not over. */
function surveys(made: Shop): void {
  const write = writer(made);
  const asked = (external: string, kind: string, subject: string, sent: string, answered?: string, score?: number) =>
    write('surveys', external, {
      customer: 'Ada',
      order: 'A1',
      kind,
      subject,
      sent_at: `${sent} 10:00`,
      score,
      ...(answered ? { answered_at: `${answered} 10:00` } : {}),
    });
  asked('N1', 'nps', 'shop', '2024-03-01', '2024-03-03', 10);
  asked('N2', 'nps', 'shop', '2024-03-02', '2024-03-20', 5);
  asked('N3', 'nps', 'shop', '2024-03-25', '2024-03-26', 9);
  asked('D1', 'csat', 'product', '2024-03-04', '2024-03-05', 4);
  asked('D2', 'csat', 'product', '2024-03-04', '2024-03-06', 5);
  asked('S1', 'csat', 'service', '2024-03-04', '2024-03-05', 2);
  asked('L1', 'csat', 'delivery', '2024-03-04', '2024-03-07', 3);
  asked('L2', 'csat', 'delivery', '2024-03-04');
  made.amend('surveys', 'S1', { closed_at: made.at('2024-03-10 10:00') });
}

goldenFigures(
  'VOICE',
  voice,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    REVIEWS_RECEIVED: [7, 7, null, 7],
    // R1, R2 as it is now, R4, R5
    POSITIVE_SHARE_RECEIVED: [4 / 7, 4, 7, 7],
    // R1 and R2 of R1, R2, R3, R6, R7
    POSITIVE_SHARE_WRITTEN: [2 / 5, 2, 5, 5],
    // R7; R2 has more stars now
    BAD_REVIEW_RATE: [1 / 7, 1, 7, 7],
    // R2; not R3, R8; R7 is not due
    REVIEW_REPLY_48H_RATE: [1 / 3, 1, 3, 3],
    // R2
    BAD_REVIEW_REPLY_HOURS_P50: [24, null, 1, 1],
    // R2, not R3; R7's 30 days are not over
    BAD_REVIEW_RECOVERY_RATE: [1 / 2, 1, 2, 2],
    // I1 was followed by R1; R2 came before I2; I3 is not over
    REVIEW_INVITATION_RATE: [1 / 2, 1, 2, 2],
    INVITED_SHARE: [1 / 7, 1, 7, 7],
    FOLLOW_UP_SHARE: [1 / 7, 1, 7, 7],
    DSR_DESCRIPTION: [4.5, 9, 2, 2],
    DSR_SERVICE: [2, 2, 1, 1],
    // L2 was never answered
    DSR_LOGISTICS: [3, 3, 1, 1],
    // N1, not N2
    NPS_RESPONSE_RATE: [1 / 2, 1, 2, 2],
    // N1 D1 D2 S1 L1; not N2, L2
    SURVEY_RESPONSE_RATE: [5 / 7, 5, 7, 7],
    // S1, not L1; N2's days are not over
    CLOSED_LOOP_RATE: [1 / 2, 1, 2, 2],
  },
);
