import type { Queryable } from '../../schema/index.ts';
import type { Fact } from '../facts.ts';
import { raw } from '../sql.ts';
import { textOf, type Rollup } from './rollup.ts';

/** The rollups of one fact: its rows are read once for all of them. */
export interface OfFact {
  fact: Fact;
  rollups: readonly Rollup[];
}

export function byFact(which: readonly Rollup[]): OfFact[] {
  const found = new Map<Fact, Rollup[]>();
  for (const rollup of which) found.set(rollup.fact, [...(found.get(rollup.fact) ?? []), rollup]);
  return [...found].map(([fact, rollups]) => ({ fact, rollups }));
}

const existing = new Map<string, Promise<string[]>>();

/** Relations change only with the schema, which a process finds as it is and leaves so. */
function columnsThere(db: Queryable, relation: string): Promise<string[]> {
  let columns = existing.get(relation);
  if (!columns) {
    columns = db
      .query<{ name: string }>(
        'select attname::text as name from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped',
        [relation],
      )
      .then(({ rows }) => rows.map(({ name }) => name));
    columns.catch(() => existing.delete(relation));
    existing.set(relation, columns);
  }
  return columns;
}

/** The columns that the rollups of a fact read of its rows: most of a wide relation is never asked for, nor computed. */
export async function columnsRead(db: Queryable, { fact, rollups }: OfFact): Promise<string> {
  const texts = rollups.map((rollup) => textOf(rollup.contribution(raw('rows'))));
  const days = fact.rolledUp?.changesOn ?? [];
  const read = new Set([
    'shop',
    ...(fact.customer ? [fact.customer.column] : []),
    ...texts.flatMap((text) => [...text.matchAll(/\bj\.([a-z_0-9]+)/g)].map(([, column = '']) => column)),
    ...days.flatMap((day) => day.match(/^[a-z_0-9]+/) ?? []),
  ]);
  const there = await columnsThere(db, fact.relation);
  return there.filter((name) => read.has(name)).join(', ');
}
