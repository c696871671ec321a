import type { Queryable } from '@rapport/model/schema';
import { journeyColumns, orderJourneySelect, type JourneyScope } from './order-journey.ts';

/** Makes the journeys in scope anew: delete, then insert in key order. */
export async function refreshJourney(tx: Queryable, scope: JourneyScope, shop: string): Promise<void> {
  const quoted = `'${shop.replaceAll("'", "''")}'`;
  // In one transaction the planner knows little of what was just written; a nested loop over a whole shop never ends.
  if (scope === 'shop') await tx.query('set local enable_nestloop = off');
  if (scope === 'shop') await tx.query(`delete from journey.order_journey where shop = ${quoted}`);
  else
    await tx.query(
      'delete from journey.order_journey where customer_id in (select customer_id from affected_customers)',
    );
  const columns = journeyColumns.join(', ');
  await tx.query(`create temp table fresh_journey on commit drop as ${orderJourneySelect(scope, quoted)}`);
  await tx.query(`insert into journey.order_journey (${columns}) select ${columns} from fresh_journey`);
  await tx.query('set local enable_nestloop = on');
  if (scope === 'shop') await tx.query('analyze journey.order_journey');
}
