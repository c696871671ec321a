import type { Queryable } from '@rapport/model/schema';
import { fillTable } from '../kit/publish/fill-table.ts';
import { journeyColumns, journeyTables, orderJourneySelect, type JourneyRelations } from './order-journey.ts';

/** Which customers' journeys are made anew: those in the temp table affected_customers, or all of one shop. */
export type JourneyScope = 'affected' | 'shop';

/** What the planner cannot know of rows written a moment ago: few customers are looked up by index, a whole shop is never looped over. */
const LOOK_UP = `set local enable_hashjoin = off; set local enable_mergejoin = off; set local enable_nestloop = on`;
const SWEEP = `set local enable_hashjoin = on; set local enable_mergejoin = on; set local enable_nestloop = off; set local enable_hashagg = off`;
const names = journeyColumns.join(', ');
const USUAL = `set local enable_nestloop = on; set local enable_hashagg = on`;

/** Makes the journeys in scope anew: delete, then insert in key order. */
export async function refreshJourney(tx: Queryable, scope: JourneyScope, shop: string): Promise<void> {
  const code = `'${shop.replaceAll("'", "''")}'`;
  if (scope === 'affected') await gatherAffected(tx);
  const gone = scope === 'shop' ? `shop = ${code}` : 'customer_id in (select customer_id from affected_customers)';
  await tx.query(`delete from journey.order_journey where ${gone}`);
  await tx.query(SWEEP);
  const relations: JourneyRelations = {
    mine: (table) =>
      scope === 'affected'
        ? `live_${table}`
        : `(select * from core.${table} where deleted_at is null and shop = ${code})`,
    products: 'core.products',
    merchants: 'core.merchants',
    zone: `(select zone from core.shops where shop = ${code})`,
  };
  await tx.query(
    `insert into journey.order_journey (${names}) select ${names} from (${orderJourneySelect(relations)}) made`,
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

/** Makes journeys beside the publishing transaction, from rows that are not in core yet, into an unlogged table. */
export async function prepareJourney(side: Queryable, relations: JourneyRelations, into: string): Promise<void> {
  await side.query(`begin; ${SWEEP};
    create unlogged table ${into} with (autovacuum_enabled = false) as select ${names} from (${orderJourneySelect(relations)}) made;
    commit; analyze ${into}`);
}

/** Publishes prepared journeys; only for a shop that had none. */
export async function addPreparedJourney(tx: Queryable, prepared: string): Promise<void> {
  await fillTable(
    tx,
    'journey.order_journey',
    `insert into journey.order_journey (${names}) select ${names} from ${prepared}`,
  );
  await tx.query('analyze journey.order_journey');
}
