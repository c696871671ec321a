import { sql, type Sql } from './sql.ts';

/** When a row counts: the day it is dated by, and which rows have such a day. */
export interface FactClock {
  day: 'ordered_on' | 'promised_on';
  eligible?: Sql;
  /** Rows dated after the shop's last order day are not decided yet and stay out. */
  upToAsOf: boolean;
}

/** What a row is. Conditions of metrics speak of it by the alias `j`. */
export interface Fact {
  name: string;
  relation: string;
  clocks: { order: FactClock; due: FactClock; firstOrder: FactClock };
}

export const orders: Fact = {
  name: 'orders',
  relation: 'journey.order_journey',
  clocks: {
    order: { day: 'ordered_on', upToAsOf: false },
    due: { day: 'promised_on', eligible: sql`j.valid and j.promised_on is not null`, upToAsOf: true },
    firstOrder: {
      day: 'ordered_on',
      eligible: sql`j.identified and j.valid_first_of_day and j.valid_prev_on is null`,
      upToAsOf: false,
    },
  },
};
export type ClockName = keyof Fact['clocks'];
