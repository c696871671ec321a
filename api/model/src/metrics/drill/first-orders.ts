import type { MetricPart } from '../answer/types.ts';
import { isOver } from '../compile/cohorts.ts';
import { today } from '../facts.ts';
import { monthsBetween } from '../rollups/cohorts.ts';
import { raw, sql, type Sql } from '../sql.ts';
import type { Tally } from '../tallies.ts';
import { partOf } from './part.ts';

/** The customer's other orders `o`. */
const own = (what: Sql, condition: Sql): Sql =>
  sql`(select ${what} from journey.order_journey o where o.customer_id = j.customer_id and ${condition})`;

/** Each first-time customer by the first valid order; of survival, in the part those seen to be back by that day. */
export function firstOrderRows(
  tally: Extract<Tally, { kind: 'repurchase' | 'retention' | 'depth' | 'survival' }>,
  part: MetricPart,
): Sql[] {
  const backWithin = (days: number): Sql => sql`j.valid_next_on - j.ordered_on <= ${raw(String(days))}`;
  switch (tally.kind) {
    case 'repurchase':
      return partOf(
        [sql`j.ordered_on + ${raw(String(tally.withinDays))} <= ${today}`],
        [backWithin(tally.withinDays)],
        part,
      );
    case 'survival':
      return partOf([], [backWithin(tally.byDay)], part);
    case 'depth':
      return partOf([], [sql`${own(sql`count(*)`, sql`o.valid`)} >= ${raw(String(tally.orders))}`], part);
    case 'retention': {
      const inMonth = sql`o.valid_first_of_day and ${monthsBetween(sql`j.ordered_on`, sql`o.ordered_on`)} = ${raw(String(tally.month))}`;
      return partOf([isOver(sql`j.ordered_on`, tally.month, today)], [sql`exists ${own(sql`1`, inMonth)}`], part);
    }
  }
}
