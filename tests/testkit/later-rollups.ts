import type pg from 'pg';
import { keepLater, type Changed } from '@rapport/model/metrics';

/** What a publish does for the rollups beside those of orders, with `affected_customers` in place; the pool sees what was before. */
export async function keepLaterRollups(
  tx: pg.ClientBase,
  pool: pg.Pool,
  shop: string,
  changed: Partial<Changed> = {},
): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select format('landing.%I', relname) as name from pg_class where relnamespace = 'landing'::regnamespace and relname like 'tested\\_%' and relkind = 'r'`,
  );
  if (rows.length > 0) await pool.query(`drop table ${rows.map(({ name }) => name).join(', ')}`);
  await keepLater(
    tx,
    { db: pool, tableOf: (fact) => `landing.tested_${fact.toLowerCase()}` },
    { shop, scope: 'affected', feeds: [], products: null, ...changed },
  );
}
