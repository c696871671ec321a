import type pg from 'pg';
import { childFeeds } from '../feeds/contracts.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

/** Every customer with a changed row, before and after: their journeys and rollup cells are made anew. */
export async function collectAffected(
  tx: pg.Client,
  source: Source,
  feeds: readonly ClassifiedFeed[],
): Promise<number> {
  await tx.query('create temp table affected_customers (customer_id uuid primary key) on commit drop');
  const selects = feeds.flatMap((one) => affectedBy(source, one));
  if (selects.length === 0) return 0;
  const { rowCount } = await tx.query(
    `insert into affected_customers select customer_id from (${selects.join(' union ')}) a where customer_id is not null order by 1`,
  );
  await tx.query('analyze affected_customers');
  return rowCount ?? 0;
}

function affectedBy(source: Source, { contract: { shape, feed }, gone }: ClassifiedFeed): string[] {
  const changes = workTable.changes(source, feed);
  if (shape === 'order' || shape === 'child') {
    return [
      `select customer_id from ${changes} where op in ('insert', 'update', 'restore', 'move')`,
      `select old_customer_id from ${changes} where op = 'move'`,
      ...(gone.rows > 0 ? [`select customer_id from ${workTable.gone(source, feed)}`] : []),
    ];
  }
  // A product that changes may change its category, and with it the orders it is in.
  if (feed === 'products') {
    return [
      `select i.customer_id from ${changes} c join core.order_items i on i.product_id = c.id where c.op in ('update', 'restore')`,
    ];
  }
  return [];
}

/** Children of orders that changed their customer follow them, also those that are not in this run. */
export async function moveChildren(tx: pg.Client, source: Source, feeds: readonly ClassifiedFeed[]): Promise<void> {
  const orders = feeds.find(({ contract }) => contract.shape === 'order');
  if (!orders) return;
  const changes = workTable.changes(source, 'orders');
  const { rows } = await tx.query<{ n: string }>(`select count(*) as n from ${changes} where op = 'move'`);
  if (rows[0]?.n === '0') return;
  for (const { table } of childFeeds) {
    await tx.query(
      `create temp table moving on commit drop as
       select t.*, c.customer_id as new_customer_id from ${table} t
       join ${changes} c on c.op = 'move' and t.customer_id = c.old_customer_id and t.order_id = c.id`,
    );
    await tx.query(`delete from ${table} t using moving m where t.customer_id = m.customer_id and t.id = m.id`);
    await tx.query(`update moving set customer_id = new_customer_id`);
    await tx.query(`alter table moving drop column new_customer_id`);
    await tx.query(`insert into ${table} select * from moving`);
    await tx.query(`update core.identity i set customer_id = m.customer_id from moving m where i.id = m.id`);
    await tx.query(`drop table moving`);
  }
  await tx.query(
    `delete from core.customers t using ${changes} c
     where c.op = 'move' and t.customer_id = c.old_customer_id and not t.identified
       and not exists (select from core.orders o where o.customer_id = t.customer_id)`,
  );
}
