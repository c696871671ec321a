import type pg from 'pg';

/** Thirty of each list of what people keep or decide, open to analysts and operators, over the seeded shop. */
export async function keepLists(pool: pg.Pool): Promise<void> {
  const nobody = `'00000000-0000-4000-8000-000000000001', 'user ann'`;
  await pool.query(`
    insert into ops.saved_views (owner_id, owner, name, path, shared_with)
      select ${nobody}, 'view ' || n, '/delivery', '{analyst,operator}' from generate_series(1, 30) n;
    insert into ops.saved_queries (owner_id, owner, name, document, shared_with)
      select ${nobody}, 'query ' || n, '{ shops { code } }', '{analyst,operator}' from generate_series(1, 30) n;
    insert into ops.chart_notes (owner_id, owner, shop, starts_on, ends_on, text, shared)
      select ${nobody}, 'seed', '2025-01-05', '2025-01-06', 'note ' || n, true from generate_series(1, 30) n;
    insert into journey.review_signals (customer_id, review_id, shop, suspicion, reasons, copies, in_burst, expected)
      select customer_id, id, shop, 60 + row_number() over (order by id) % 3, '{copied}', 3, 0, 0 from core.reviews order by id limit 30;
    insert into ops.recovery_cases (shop, customer_id, order_id, failures, hurt_on, value_at_stake_minor, currency, arm, assigned_on, due_on, opened_by)
      select shop, customer_id, id, '{late}', ordered_on, 100 * (row_number() over (order by id) % 3), 'CNY', 'contact', ordered_on, ordered_on + 7, 'user ann'
      from core.orders order by id limit 30`);
}
