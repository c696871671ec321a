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

/** Without a row in one of these a fact has none; nothing is known so of a fact that is put together from several. */
const tablesOf = ({ feeds }: Fact): string[] => feeds.map((feed) => `core.${feed.split('.')[0]}`);

/** True while a fact surely has no rows. */
export const untold = (fact: Fact): string =>
  [...tablesOf(fact).map((table) => `not exists (select from ${table})`), 'false'].join(' or ');

/** The facts that may have rows: what a shop never delivers costs one question for all of it. */
export async function toldFacts(db: Queryable, groups: readonly OfFact[]): Promise<Set<Fact>> {
  const { rows } = await db.query<Record<string, boolean>>(
    `select ${groups.map(({ fact }) => `${untold(fact)} as "${fact.name}"`).join(', ')}`,
  );
  return new Set(groups.filter(({ fact }) => rows[0]?.[fact.name] === false).map(({ fact }) => fact));
}
