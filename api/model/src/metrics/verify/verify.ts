import { readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import type { Queryable } from '../../schema/index.ts';
import { later, prompt } from '../rollups/registry.ts';
import { cellsOf, textOf, type Rollup } from '../rollups/rollup.ts';
import { byFact, columnsRead, toldFacts, type OfFact } from '../rollups/rows.ts';
import { staleNames } from '../rollups/stale.ts';
import { raw } from '../sql.ts';

export interface RollupMismatch {
  /** The table, with its schema. */
  rollup: string;
  /** Which cell: the values of its key. */
  key: Record<string, string | number | null>;
  /** The column that differs; `row` where the whole cell is missing or too much. */
  field: string;
  /** null: there should be none. */
  expected: unknown;
  /** null: there is none. */
  found: unknown;
}

/** A table that is wrong throughout is named by its first differences, not by all of them. */
const MOST_A_TABLE = 500;

const keyOf = (rollup: Rollup) => [rollup.table, rollup.key.map((column) => column.name)] as const;
const keys: (readonly [table: string, key: readonly string[]])[] = [
  ['journey.order_journey', ['customer_id', 'order_id']],
  ['journey.parcel_scans', ['customer_id', 'shipment_id']],
  ['journey.case_sequels', ['customer_id', 'case_id']],
  ['journey.visit_journey', ['customer_id', 'visit_id']],
  ['journey.product_views', ['customer_id', 'visit_id', 'product_id']],
  ...prompt.map(keyOf),
];

/** Cells of one table against `expected_<table>`, column by column of the table as it stands in the database. */
function differences(table: string, key: readonly string[], columns: readonly string[]): string {
  const same = key.map((column) => `e.${column} = f.${column}`).join(' and ');
  const differ = columns.map((column) => `e.${column} is distinct from f.${column}`).join(' or ');
  const cell = `jsonb_build_object(${key.map((column) => `'${column}', coalesce(x.e -> '${column}', x.f -> '${column}')`).join(', ')})`;
  return `(select '${table}' as rollup, ${cell} as key, d.field, d.expected, d.found
from (select to_jsonb(e) as e, to_jsonb(f) as f from expected_${table.split('.')[1]} e full join ${table} f on ${same} where ${differ}) x
cross join lateral (
  select 'row' as field, x.e as expected, x.f as found where x.e is null or x.f is null
  union all
  select n.field, x.e -> n.field, x.f -> n.field from jsonb_object_keys(x.f) as n(field)
  where x.e is not null and x.f is not null and x.e -> n.field is distinct from x.f -> n.field
) d order by 2, 3 limit ${MOST_A_TABLE})`;
}

/** Each file is a list of CTEs; later ones may read earlier ones. */
const expectedSql = ['orders', 'parcel-scans', 'journey', 'case-sequels', 'visits', 'rollups']
  .map((name) => readFileSync(joinPath(import.meta.dirname, 'expected', `${name}.sql`), 'utf8').trim())
  .join(',\n');

/**
 * Everything is read whole, so no join may loop: after a load the planner has no statistics and takes a whole shop for one row.
 * One text is one transaction, so the settings end with it; within the caller's transaction they are taken back.
 */
async function querySweeping<Row extends object>(db: Queryable, statement: string): Promise<Row[]> {
  const answers: unknown = await db.query(
    `set local enable_nestloop = off; set local jit = off; ${statement}; set local enable_nestloop = default; set local jit = default`,
  );
  return (answers as { rows: Row[] }[])[2]?.rows ?? [];
}

const nameOf = ({ table }: Rollup): string => `expected_${table.split('.')[1]}`;

/** The rollups beside those of orders: what the rows of their fact, a view over the tables checked above, contribute as a whole. */
async function expectedOf(db: Queryable, group: OfFact, isTold: boolean): Promise<string[]> {
  const { fact, rollups } = group;
  if (!isTold) return rollups.map((rollup) => `${nameOf(rollup)} as (select * from ${rollup.table} where false)`);
  const rows = `rows_of_${fact.name}`;
  return [
    `${rows} as materialized (select ${await columnsRead(db, group)} from ${fact.relation})`,
    ...rollups.map((rollup) => `${nameOf(rollup)} as (\n${textOf(cellsOf(rollup, raw(rows)))}\n)`),
  ];
}

/** Those that are not stale: such are read by nobody. */
async function keptGroups(db: Queryable): Promise<OfFact[]> {
  const stale = await staleNames(db);
  return byFact(later.filter(({ table }) => !stale.has(table)));
}

/**
 * Recomputes every table of journey and every rollup from core and names each cell that is wrong, missing or too much; none: all agree.
 * A stale rollup is left out: nobody reads it. One statement reads the data, so a publish that lands meanwhile is seen whole or not at all.
 */
export async function verifyRollups(db: Queryable): Promise<RollupMismatch[]> {
  const kept = await keptGroups(db);
  const told = await toldFacts(db, kept);
  const { rows: tables } = await db.query<{ name: string; columns: string[] }>(
    `select table_schema || '.' || table_name as name, array_agg(column_name::text order by ordinal_position) as columns
    from information_schema.columns where table_schema in ('journey', 'mart') group by 1`,
  );
  const checks = [...keys, ...kept.flatMap(({ rollups }) => rollups.map(keyOf))].map(([table, key]) =>
    differences(table, key, tables.find(({ name }) => name === table)?.columns ?? []),
  );
  const further = await Promise.all(kept.map((group) => expectedOf(db, group, told.has(group.fact))));
  const expected = [expectedSql, ...further.flat()].join(',\n');
  const rows = await querySweeping<RollupMismatch>(db, `with ${expected}\n${checks.join('\nunion all\n')}`);
  return rows.map(({ rollup, key, field, expected: due, found }) => ({ rollup, key, field, expected: due, found }));
}
