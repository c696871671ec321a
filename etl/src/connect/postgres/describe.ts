import type pg from 'pg';
import { IngestError } from '../../kit/errors/ingest-error.ts';
import type { FileDefinition } from '../../kit/source/definition.ts';
import { quoted } from '../../kit/landing/tables.ts';
import { cursorColumn, type CursorColumn } from './position.ts';

/** What a table or query has of what source.yaml declares. */
export interface Described {
  /** The declared columns that are there, as the source calls them. */
  columns: string[];
  /** Null: without a cursor, or by the row versions of PostgreSQL itself. */
  cursor: CursorColumn | null;
  typed: string;
}

/** The relation rows are read from, under the alias q. */
export function relationOf({ table, query }: FileDefinition, { typed }: Pick<Described, 'typed'>): string {
  return table === undefined ? `(${query?.replace(/;\s*$/, '')}\n) q` : `${typed} q`;
}

/** A column that is declared and not there any more is told by its name, before anything is read. */
export async function describeTable(
  client: pg.Client,
  source: string,
  role: string,
  file: FileDefinition,
): Promise<Described> {
  const typed = (file.table ?? '').split('.').map(quoted).join('.');
  const { fields } = await client.query(`select * from ${relationOf(file, { typed })} limit 0`);
  const there = new Map(fields.map(({ name, dataTypeID }) => [name, dataTypeID]));
  const declared = Object.entries(file.columns).map(([name, { header, optional }]) => ({
    name: header ?? name,
    optional: optional === true,
  }));
  const missing = declared.filter(({ name, optional }) => !optional && !there.has(name)).map(({ name }) => name);
  const asked = [...(file.key ?? []).map((name) => file.columns[name]?.header ?? name), file.cursor?.column ?? 'xmin'];
  missing.push(...asked.filter((name) => name !== 'xmin' && !there.has(name) && !missing.includes(name)));
  if (missing.length > 0) {
    const unknown = [...there.keys()].filter((name) => !declared.some((one) => one.name === name)).slice(0, 20);
    const problem = `${missing.map((name) => `"${name}"`).join(', ')} is not among its columns${unknown.length > 0 ? `; not declared: ${unknown.map((name) => `"${name}"`).join(', ')}` : ''}`;
    throw new IngestError('connection_drift', { source, role, problem });
  }
  const columns = declared.filter(({ name }) => there.has(name)).map(({ name }) => name);
  return { columns, typed, cursor: cursorOf(file, there, source, role) };
}

function cursorOf(
  { cursor }: FileDefinition,
  there: ReadonlyMap<string, number>,
  source: string,
  role: string,
): CursorColumn | null {
  if (!cursor || cursor.column === 'xmin') return null;
  const found = cursorColumn(quoted(cursor.column), there.get(cursor.column) ?? 0, cursor.lag);
  if (found) return found;
  const problem = `the cursor "${cursor.column}" is neither a time nor a number`;
  throw new IngestError('connection_drift', { source, role, problem });
}
