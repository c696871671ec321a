import type { FeedCheck } from './contract.ts';

export const positive = (field: string): FeedCheck => ({
  reason: 'not_positive',
  field,
  sql: `${field} > 0`,
  says: `${field} is above zero`,
});
export const notNegative = (field: string): FeedCheck => ({
  reason: 'negative_number',
  field,
  sql: `${field} >= 0`,
  says: `${field} is not below zero`,
});
export const within = (field: string, from: number, to: number): FeedCheck => ({
  reason: 'number_out_of_range',
  field,
  sql: `${field} between ${from} and ${to}`,
  says: `${field} is from ${from} to ${to}`,
});
export const score = (field: string, from: number, to: number): FeedCheck => ({
  ...within(field, from, to),
  reason: 'score_out_of_range',
});
export const inOrder = (from: string, to: string): FeedCheck => ({
  reason: 'ends_before_it_begins',
  field: to,
  sql: `${to} >= ${from}`,
  says: `${to} is not before ${from}`,
});
/** An order of the year 2081 would make that year today. Clocks and zones may be a day apart. */
export const notInFuture = (field: string): FeedCheck => ({
  reason: 'implausible_date',
  field,
  sql: `${field} <= now() + interval '1 day'`,
  says: `${field} is not in the future`,
});
