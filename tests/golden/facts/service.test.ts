import { goldenFigures } from './golden-figures.ts';
import { service } from './service-shop.ts';

goldenFigures(
  'SERVICE',
  service,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    SERVICE_CASES: [11, 11, null, 11],
    // Ada twice
    CUSTOMERS_IN_CONTACT: [10, 10, null, 10],
    // over one order of March
    CONTACT_RATE: [110_000, 11, 1, 1],
    // K8 over two parcels
    WISMO_RATE: [1 / 2, 1, 2, 2],
    // K8 0.5, K5 3, K1 5, K4 15, K2 45
    FIRST_RESPONSE_MINUTES_P50: [5, null, 5, 5],
    // 15 + 0.6 × 30
    FIRST_RESPONSE_MINUTES_P90: [33, null, 5, 5],
    // K5's desk closed at 21:00: 1 minute; 0.5 1 [5] 15 45
    FIRST_RESPONSE_BUSINESS_MINUTES_P50: [5, null, 5, 5],
    // K5 two minutes after the hand-over; K1, K2, K4 too late, K7 never; K6 needed nobody
    HUMAN_RESPONSE_3MIN_RATE: [1 / 5, 1, 5, 5],
    // 120 and 60 seconds
    HUMAN_REPLY_SECONDS_MEAN: [90, 180, 2, 2],
    // K1 K2 K4 K5 K8 of all but K6 (bot) and K11 (48 hours not over)
    SELLER_RESPONSE_48H_RATE: [5 / 9, 5, 9, 9],
    // K1 and K4; K2 came late, K3 never
    RESPONSE_IN_TIME_RATE: [2 / 4, 2, 4, 4],
    UNANSWERED_OVERDUE_SHARE: [1 / 4, 1, 4, 4],
    // K1; K2 late, K3 open; K4 is not due
    RESOLUTION_IN_TIME_RATE: [1 / 3, 1, 3, 3],
    // K6 1 min, K8 10 min, K1 1 h, K5 13 h 1 min, K2 24 h
    RESOLUTION_HOURS_P50: [1, null, 5, 5],
    // 13 h 1 min + 0.6 × 10 h 59 min
    RESOLUTION_HOURS_P90: [13 + 1 / 60 + 0.6 * (10 + 59 / 60), null, 5, 5],
    // K5 has 1 minute and 1 hour of 20:59–21:00 and 09:00–10:00: still K1 in the middle
    RESOLUTION_BUSINESS_HOURS_P50: [1, null, 5, 5],
    // K5 K6 K8; K1 was followed by K2, K2 reopened, K3 reopened and open
    FIRST_CONTACT_RESOLUTION_RATE: [3 / 6, 3, 6, 6],
    // K1 K6 K8; K2 and K5 took more, K3 reopened
    ONE_TOUCH_RATE: [3 / 6, 3, 6, 6],
    // K2 and K3
    REOPEN_RATE: [2 / 6, 2, 6, 6],
    // Ada came back; not Bo, Di, Eve, Flo, Gil, Hal, Ida; the seven days of Cy and Jo are not over
    REPEAT_CONTACT_RATE: [1 / 8, 1, 8, 8],
    // K1 of K1, K2 and K5; K4 was rated in April
    CSAT: [1 / 3, 1, 3, 3],
    // K1 K2 K5 of K1 K2 K5 K6 K8
    CSAT_RESPONSE_RATE: [3 / 5, 3, 5, 5],
    // K2 and K5
    IM_DISSATISFACTION_RATE: [2 / 3, 2, 3, 3],
    CES: [14 / 3, 14, 3, 3],
    CES_EASY_RATE: [2 / 3, 2, 3, 3],
    // K2 and K4 of all but K6
    TRANSFER_RATE: [2 / 10, 2, 10, 10],
    TRANSFERS_PER_CASE: [3 / 10, 3, 10, 10],
    // K6 of K5, K6, K7
    BOT_CONTAINMENT_RATE: [1 / 3, 1, 3, 3],
    HANDOVER_RATE: [2 / 3, 2, 3, 3],
    // K5; K7 has no time
    HANDOVER_WAIT_SECONDS_P50: [120, null, 1, 1],
    HANDOVER_ANSWERED_RATE: [1 / 2, 1, 2, 2],
    SELF_SERVICE_SHARE: [1 / 11, 1, 11, 11],
    ANSWERED_CALL_RATE: [1 / 3, 1, 3, 3],
    // K9 of K8 and K9; K10 hung up within five seconds
    ABANDONED_CALL_RATE: [1 / 2, 1, 2, 2],
    CALL_WAIT_SECONDS_P50: [30, null, 1, 1],
    STANDARD_FLOW_RATE: [1 / 2, 1, 2, 2],
    // K1 of K1 and K2; K4 began well
    TONE_IMPROVED_RATE: [1 / 2, 1, 2, 2],
    // K8 kept, K9 never called; K10's is not due
    CALLBACK_KEPT_RATE: [1 / 2, 1, 2, 2],
    QA_SCORE: [85.75, 171.5, 2, 2],
    TRAININGS: [2, 2, null, 2],
  },
);
