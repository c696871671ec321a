import type { LocalizedText } from '../../vocabulary/index.ts';
import type { DriverOutcome } from './types.ts';

interface Outcome {
  title: LocalizedText;
  /** The orders that have it, in a sentence. */
  have: LocalizedText;
  /** Orders it is asked of, on `journey.order_journey j` and its shop `s` alone. */
  among: string;
  /** Days until it is known of an order. */
  knownAfter: number;
  /** 1 or 0; null: not asked of this order after all. On `j` and its reviews `v`. */
  sql: string;
  /** The moment from which on a contact is no longer before it. */
  contactsBefore: string;
}

export const outcomes: Record<DriverOutcome, Outcome> = {
  LOW_SCORE: {
    title: { en: 'Low score', zh: '低分评价' },
    have: { en: 'reviewed orders with 1 or 2 stars', zh: '评价为 1–2 星的订单' },
    among: 'j.valid and j.reviews_count > 0',
    knownAfter: 0,
    sql: '(v.score <= 2)::integer',
    contactsBefore: 'v.answered_at',
  },
  COMPLAINT: {
    title: { en: 'Complaint', zh: '投诉' },
    have: { en: 'orders with a complaint', zh: '有投诉的订单' },
    among: 'j.valid',
    knownAfter: 30,
    sql: '(j.complaints_count > 0)::integer',
    contactsBefore: `coalesce(j.first_complaint_at, 'infinity')`,
  },
  NO_REPURCHASE: {
    title: { en: 'No order again in 90 days', zh: '90 天内未复购' },
    have: { en: 'orders not followed by another order day within 90 days', zh: '下单后 90 天内未再次下单的订单' },
    among: 'j.valid and j.identified and j.valid_first_of_day',
    knownAfter: 90,
    sql: 'case when j.valid_next_on <= j.ordered_on + 90 then 0 else 1 end',
    contactsBefore: `j.ordered_at + interval '30 days'`,
  },
};
