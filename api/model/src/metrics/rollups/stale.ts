import type { Queryable } from '../../schema/index.ts';
import type { Rollup } from './rollup.ts';

const namesOf = (which: readonly Rollup[]): string[] => which.map(({ table }) => table);

/** From now on nobody reads them, until they are made anew; the mark and the change that made them stale become visible together. */
export async function markStale(tx: Queryable, which: readonly Rollup[]): Promise<void> {
  if (which.length === 0) return;
  await tx.query('update ops.rollups set stale_since = now() where name = any($1) and stale_since is null', [
    namesOf(which),
  ]);
}

export async function staleNames(db: Queryable): Promise<Set<string>> {
  const { rows } = await db.query<{ name: string }>('select name from ops.rollups where stale_since is not null');
  return new Set(rows.map(({ name }) => name));
}
