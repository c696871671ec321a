import pg from 'pg';
import type { Queryable } from '../../schema/index.ts';
import type { Fact } from '../facts.ts';

/** Whose rows of a fact say something else by themselves, and after which day: `mart.ripening`, days after the shop's today only. */
const daysOf = ({ rolledUp }: Fact, rows: string): string =>
  (rolledUp?.changesOn ?? [])
    .map((day) => `select distinct j.shop, j.${day} as day, j.customer_id from ${rows} j`)
    .join('\nunion\n');

/** Fills it for a fact from `rows`: all of them, or all of some customers whose entries were taken out. */
const fill = (fact: Fact, rows: string): string => `insert into mart.ripening (fact, shop, day, customer_id)
select ${pg.escapeLiteral(fact.name)}, d.shop, d.day, d.customer_id from (${daysOf(fact, rows)}) d join core.shops s on s.shop = d.shop
where d.day > s.as_of order by 1, 2, 3, 4`;

const ripens = ({ rolledUp, customer }: Fact): boolean =>
  customer !== undefined && (rolledUp?.changesOn ?? []).length > 0;

export function ripeningOfAll(fact: Fact, rows: string): string[] {
  if (!ripens(fact)) return [];
  return [`delete from mart.ripening where fact = ${pg.escapeLiteral(fact.name)}`, fill(fact, rows)];
}

export function ripeningOf(fact: Fact, rows: string, customers: string): string[] {
  if (!ripens(fact)) return [];
  return [
    `delete from mart.ripening where fact = ${pg.escapeLiteral(fact.name)} and customer_id = any(${customers})`,
    fill(fact, rows),
  ];
}

/** Customers with a row that changed by itself when the shop's today moved on from one day to a later one. */
export async function ripened(
  tx: Queryable,
  fact: Fact,
  shop: string,
  { old, now }: { old: string; now: string },
): Promise<string[]> {
  if (!ripens(fact)) return [];
  const { rows } = await tx.query<{ customer_id: string }>(
    'select distinct customer_id from mart.ripening where fact = $1 and shop = $2 and day > $3::date and day <= $4::date',
    [fact.name, shop, old, now],
  );
  return rows.map((row) => row.customer_id);
}
