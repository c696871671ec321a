import type { Queryable } from '@rapport/model/schema';
import { journeyColumns, journeyTables, orderJourneySelect } from './order-journey.ts';

/** Which customers' journeys are made anew: those in the temp table affected_customers, or all of one shop. */
export type JourneyScope = 'affected' | 'shop';

/** What the planner cannot know of rows written a moment ago: few customers are looked up by index, a whole shop is never looped over. */
const LOOK_UP = `set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_nestloop = on`;
const SWEEP = `set local enable_hashjoin = on; set local enable_mergejoin = on; set local enable_nestloop = off; set local enable_hashagg = off`;
const USUAL = `set local enable_nestloop = on; set local enable_hashagg = on`;

/** Makes the journeys in scope anew: delete, then insert in key order. */
export async function refreshJourney(tx: Queryable, scope: JourneyScope, shop: string): Promise<void> {
  const code = `'${shop.replaceAll("'", "''")}'`;
  if (scope === 'affected') await gatherAffected(tx);
  const gone = scope === 'shop' ? `shop = ${code}` : 'customer_id in (select customer_id from affected_customers)';
  await tx.query(`delete from journey.order_journey where ${gone}`);
  await tx.query(SWEEP);
  const mine = (table: string) =>
    scope === 'affected'
      ? `live_${table}`
      : `(select * from core.${table} where deleted_at is null and shop = ${code})`;
  const columns = journeyColumns.join(', ');
  await tx.query(
    `insert into journey.order_journey (${columns}) select ${columns} from (${orderJourneySelect(mine, code)}) made`,
  );
  await tx.query(USUAL);
  if (scope === 'shop') await tx.query('analyze journey.order_journey');
}

async function gatherAffected(tx: Queryable): Promise<void> {
  await tx.query(LOOK_UP);
  for (const table of journeyTables) {
    await tx.query(
      `create temp table live_${table} on commit drop as
       select t.* from affected_customers a join core.${table} t on t.customer_id = a.customer_id where t.deleted_at is null`,
    );
  }
}
