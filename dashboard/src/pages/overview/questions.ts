import { addDays, earlier, later, monthEnd } from '../../filters/days.ts';
import { eventKey, type CompareKey, type Search } from '../../filters/search.ts';
import type { ComparableEvent } from '../../filters/use-comparable-events.ts';
import type { MetricId } from '../../gql/graphql.ts';
import type { Period } from '../../metric/types.ts';

/** What is asked every morning, in the columns it is read in; each opens the card that answers it. */
export const questions = {
  goods: [
    { key: 'lanes', to: '/delivery', hash: 'lanes', metric: 'PARCEL_ON_TIME_RATE' },
    { key: 'overdue', to: '/delivery', hash: 'overdue' },
    { key: 'channel', to: '/service', hash: 'hours', metric: 'RESPONSE_IN_TIME_RATE' },
    { key: 'bot', to: '/service', hash: 'bot', metric: 'BOT_CONTAINMENT_RATE' },
    { key: 'described', to: '/products', hash: 'described', metric: 'NOT_AS_DESCRIBED_RATE' },
    { key: 'merchants', to: '/products', hash: 'merchants' },
  ],
  complaints: [
    { key: 'growing', to: '/complaints', hash: 'growing', metric: 'COMPLAINT_RATE' },
    { key: 'closed', to: '/complaints', metric: 'COMPLAINT_CLOSURE_IN_TIME_RATE' },
    { key: 'cost', to: '/returns', hash: 'cost', metric: 'REFUND_AMOUNT' },
    { key: 'replies', to: '/voice', hash: 'asked', metric: 'BAD_REVIEW_REPLY_HOURS_P50' },
    { key: 'nps', to: '/voice', hash: 'nps', metric: 'NPS' },
  ],
  loyalty: [
    { key: 'loyal', to: '/membership', metric: 'LOYAL_CUSTOMER_SHARE' },
    { key: 'cohort', to: '/repurchase', hash: 'cohorts' },
    { key: 'late', to: '/repurchase', hash: 'delay' },
    { key: 'failed', to: '/membership', hash: 'failed', rows: true },
    { key: 'fresh', to: '/data-health' },
    { key: 'meaning', to: '/guide' },
  ],
} as const satisfies Record<string, readonly Asked[]>;

interface Asked {
  key: string;
  to: `/${string}`;
  hash?: string;
  /** The figure that answers it in one number. */
  metric?: MetricId;
  /** Opens single rows: nothing for who sees aggregates only. */
  rows?: true;
}

export type Question = (typeof questions)[keyof typeof questions][number];

export const askedMetrics: readonly MetricId[] = Object.values(questions)
  .flat()
  .flatMap((each) => ('metric' in each ? [each.metric] : []));

/** The month that ended last, against the one before. */
export const lastMonth = (complete: Period): Partial<Search> => ({
  from: later(complete.from, `${complete.to.slice(0, 7)}-01`),
  to: monthEnd(`${complete.to.slice(0, 7)}-01`),
  compare: ['previous'] satisfies CompareKey[],
});

/** The great sales, the greatest first. */
const sales = ['DOUBLE_11', 'BLACK_FRIDAY', 'JUNE_18', 'DOUBLE_12'];
/** A sale is read from its first pre-orders to the day after. */
const BEFORE = 10;
const AFTER = 1;

export interface Sale {
  event: ComparableEvent;
  search: Partial<Search>;
}

/** The last great sale whose year before is known too, aligned by its day; none where a shop is too young. */
export function lastSale(events: readonly ComparableEvent[], firstDay: string, asOf: string): Sale | undefined {
  const known = events.filter(
    ({ code, inside, earlierDay }) => inside && sales.includes(code) && addDays(earlierDay, -BEFORE) >= firstDay,
  );
  const event = known.toSorted((a, b) => sales.indexOf(a.code) - sales.indexOf(b.code))[0];
  if (!event) return undefined;
  return {
    event,
    search: {
      from: addDays(event.day, -BEFORE),
      to: earlier(addDays(event.day, AFTER), asOf),
      compare: [eventKey(event.code)],
    },
  };
}
