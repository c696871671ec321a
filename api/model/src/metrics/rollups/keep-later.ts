import type { Queryable } from '../../schema/index.ts';
import type { Fact } from '../facts.ts';
import { raw } from '../sql.ts';
import { later } from './registry.ts';
import { ripened, ripeningOf } from './ripening.ts';
import { byFact, columnsRead, toldFacts, type OfFact } from './rows.ts';
import { deltaScript, type Rollup } from './rollup.ts';
import { markStale, staleNames } from './stale.ts';

/** A connection that still sees everything as it was before the publishing transaction, and where it may leave rows for it. */
export interface Earlier {
  db: Queryable;
  tableOf(fact: string): string;
}

/** What a publish changed. */
export interface Changed {
  shop: string;
  /** Whose journeys were made anew. */
  scope: 'nothing' | 'affected' | 'shop';
  /** Feeds that brought a change. */
  feeds: readonly string[];
  /** A query for the ids of products that changed what rows say of them. */
  products: string | null;
}

/** With more customers than this, making a rollup anew after the commit is cheaper than the difference within it. */
const MOST_CUSTOMERS = 20_000;
const AFTER = 'pg_temp.later_after';
const GONE = 'pg_temp.later_gone';
const COME = 'pg_temp.later_come';
const WHO = 'pg_temp.later_who';

interface Today {
  old: string | null;
  now: string | null;
}

async function todayIn(db: Queryable, shop: string): Promise<string | null> {
  const { rows } = await db.query<{ as_of: string | null }>(
    'select as_of::text as as_of from core.shops where shop = $1',
    [shop],
  );
  return rows[0]?.as_of ?? null;
}

async function idsOf(tx: Queryable, query: string): Promise<string[]> {
  const { rows } = await tx.query<{ customer_id: string }>(`${query} limit ${MOST_CUSTOMERS + 1}`);
  return rows.map((row) => row.customer_id);
}

/** Known customers whose rows of a fact may say something else; null: so many, or so unsure, that it is made anew. */
async function customersOf(
  tx: Queryable,
  fact: Fact,
  { shop, scope, products }: Changed,
  affected: readonly string[],
  { old, now }: Today,
): Promise<string[] | null> {
  const { changesOn = [], namesProductIn } = fact.rolledUp ?? {};
  if (scope === 'shop' || affected.length > MOST_CUSTOMERS) return null;
  const found = new Set(affected);
  if (changesOn.length > 0 && old !== now) {
    if (old === null || now === null || now < old) return null;
    for (const customer of await ripened(tx, fact, shop, { old, now })) found.add(customer);
  }
  if (products !== null && namesProductIn) {
    const naming = `select distinct t.customer_id from ${namesProductIn} t where t.product_id in (${products})`;
    for (const customer of await idsOf(tx, naming)) found.add(customer);
  }
  return found.size > MOST_CUSTOMERS ? null : [...found];
}

/** All rows, before and after, of the customers of whom any row differs; returns how many customers those are. */
async function keepDifferent(tx: Queryable, before: string): Promise<number> {
  const [who] = (await tx.query(
    `create temp table ${WHO} on commit drop as select distinct customer_id from (
       (table ${before} except all table ${AFTER}) union all (table ${AFTER} except all table ${before})) d;
     create temp table ${GONE} on commit drop as select b.* from ${before} b where b.customer_id in (select customer_id from ${WHO});
     create temp table ${COME} on commit drop as select a.* from ${AFTER} a where a.customer_id in (select customer_id from ${WHO});
     drop table ${WHO}`,
  )) as unknown as { rowCount: number }[];
  return who?.rowCount ?? 0;
}

/** Takes out what their rows said before and puts in what they say now; customers whose rows say the same are left alone. */
async function applyDelta(tx: Queryable, earlier: Earlier, group: OfFact, customers: readonly string[]): Promise<void> {
  const { fact, rollups } = group;
  const before = earlier.tableOf(fact.name);
  const ids = `'{${customers.join(',')}}'::uuid[]`;
  const rows = `select ${await columnsRead(earlier.db, group)} from ${fact.relation} where customer_id = any(${ids})`;
  const [was, is] = await Promise.all([
    earlier.db.query(`create unlogged table ${before} with (autovacuum_enabled = false) as ${rows}`),
    tx.query(`create temp table ${AFTER} on commit drop as ${rows}`),
  ]);
  if (was.rowCount !== 0 || is.rowCount !== 0) {
    const moved = (await keepDifferent(tx, before)) > 0;
    const deltas = moved ? [deltaScript(rollups, raw(GONE), raw(COME))] : [];
    await tx.query([...deltas, ...ripeningOf(fact, AFTER, ids), `drop table ${GONE}, ${COME}`].join(';\n'));
  }
  await tx.query(`drop table ${AFTER}`);
}

const isTouched = ({ rolledUp }: Fact, feeds: readonly string[], { old, now }: Today): boolean =>
  (rolledUp?.changedBy ?? []).some((feed) => feeds.includes(feed)) ||
  (old !== now && (rolledUp?.changesOn ?? []).length > 0);

/**
 * Inside the publishing transaction, when journeys and the shop's today stand: keeps the rollups beside those of orders equal to
 * their facts, or marks them stale.
 */
export async function keepLater(tx: Queryable, earlier: Earlier, changed: Changed): Promise<void> {
  const { shop, scope, feeds } = changed;
  const stale = await staleNames(tx);
  const today: Today = { old: await todayIn(earlier.db, shop), now: await todayIn(tx, shop) };
  const affected = scope === 'affected' ? await idsOf(tx, 'select customer_id from affected_customers') : [];
  const outdated: Rollup[] = [];
  await tx.query('set local jit = off');
  const groups = byFact(later);
  const told = await toldFacts(tx, groups);
  for (const group of groups.filter(({ fact }) => told.has(fact))) {
    const { fact, rollups } = group;
    if (rollups.some(({ table }) => stale.has(table))) outdated.push(...rollups);
    else if (!fact.customer) {
      if (isTouched(fact, feeds, today)) outdated.push(...rollups);
    } else {
      const customers = await customersOf(tx, fact, changed, affected, today);
      if (customers === null) outdated.push(...rollups);
      else if (customers.length > 0) await applyDelta(tx, earlier, group, customers);
    }
  }
  await markStale(tx, outdated);
}
