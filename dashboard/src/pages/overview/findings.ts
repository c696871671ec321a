import type { MetricId } from '../../gql/graphql.ts';
import { rankChanges, type Change } from '../../metric/change.ts';
import { lateShareOf, type LateShare } from '../../metric/late-share.ts';
import type { ComparisonKind, MetricAnswer, Period } from '../../metric/types.ts';

/** Whose change is ranked. Two names of nearly one thing would fill the list twice: only one of each is in it. */
export const ranked: readonly MetricId[] = [
  'PROMISE_KEPT_RATE',
  'COMPLAINT_RATE',
  'CSAT',
  'NEGATIVE_REVIEW_RATE',
  'DELIVERY_DAYS_MEAN',
  'REPURCHASE_RATE_30D',
  'ORDERS',
  'AVERAGE_ORDER_VALUE',
  'CANCELLATION_RATE',
];

/** Of the figures that answer a question, those that tell something else again. */
export const alsoRanked: readonly MetricId[] = [
  'RESPONSE_IN_TIME_RATE',
  'BOT_CONTAINMENT_RATE',
  'NOT_AS_DESCRIBED_RATE',
  'COMPLAINT_CLOSURE_IN_TIME_RATE',
  'REFUND_AMOUNT',
  'BAD_REVIEW_REPLY_HOURS_P50',
  'NPS',
  'LOYAL_CUSTOMER_SHARE',
];

/** Those whose change can be shared out over regions. */
export const sliced: readonly MetricId[] = [
  'PROMISE_KEPT_RATE',
  'NEGATIVE_REVIEW_RATE',
  'DELIVERY_DAYS_MEAN',
  'ORDERS',
  'CANCELLATION_RATE',
];

export interface Finding {
  change: Change;
  /** The days the figure counts: the page's period, or its last month. */
  period: Period;
  /** Set where the finding is the last month against the one before. */
  month?: Period;
  /** Set where fewer or more late parcels go with the change. */
  late?: LateShare;
}

interface FindingInput {
  period: Period;
  kind: ComparisonKind;
  totals: MetricAnswer;
  byRegion: MetricAnswer | undefined;
  byLate: MetricAnswer | undefined;
  month: { period: Period; total: MetricAnswer; byRegion: MetricAnswer | undefined } | undefined;
}

/** The period's changes and its last month's, by how far beyond noise; what noise may have done comes last. */
export function findings({ period, kind, totals, byRegion, byLate, month }: FindingInput): Finding[] {
  const whole = rankChanges(totals, byRegion, [...ranked, ...alsoRanked], kind).map((change): Finding => {
    const late =
      change.metric.id === 'NEGATIVE_REVIEW_RATE' && byLate ? lateShareOf(byLate, change.metric.id, kind) : undefined;
    return { change, period, late };
  });
  const inside = month
    ? rankChanges(month.total, month.byRegion, ['PROMISE_KEPT_RATE'], 'PREVIOUS_PERIOD')
        .filter((change) => !change.noise)
        .map((change): Finding => ({ change, period: month.period, month: month.period }))
    : [];
  return [...whole, ...inside].toSorted(
    (a, b) => Number(a.change.noise) - Number(b.change.noise) || b.change.strength - a.change.strength,
  );
}
