import { IngestError } from '../errors/ingest-error.ts';
import { fieldsOf } from './fields.ts';

export interface HeaderExpectation {
  file: string;
  role: string;
  /** Columns by what the file calls them. */
  columns: ReadonlyMap<string, string>;
  /** What the file calls columns it may come without. */
  optional: ReadonlySet<string>;
  ignored: readonly string[];
  /** Columns that nobody declared do not stop the load. */
  takesUnknown: boolean;
  /** The file holds personal data: what may be a record instead of a header is not repeated. */
  personal: boolean;
}

/** A column of the file that is none of the landing table's: no declared name begins with a blank. */
const UNMAPPED = ' ';
export const isUnmapped = (name: string): boolean => name.startsWith(UNMAPPED);
/** What the file calls a column that is not mapped. */
export const titleOf = (name: string): string => name.slice(UNMAPPED.length);

/**
 * The columns in the file's own order, under the names source.yaml gives them. A column may move; it may not vanish, double or
 * appear unannounced. Blanks around a name are no part of it; a second column of a name may be declared as "name (2)".
 */
export function readHeader(line: Buffer, delimiter: string, expected: HeaderExpectation): string[] {
  const { file, role, columns } = expected;
  const known = new Set([...columns.keys(), ...expected.ignored]);
  const names = numbered(fieldsOf(line, delimiter), known);
  const present = new Set(names);
  const missing = [...columns.keys()].filter((name) => !present.has(name) && !expected.optional.has(name));
  // A first line that is no header is a record; so may be one with few of the names, since a value can look like a name.
  const isRecord = missing.length > 0 && missing.length >= columns.size * (expected.personal ? 0.5 : 1);
  if (isRecord || [...columns.keys()].every((name) => !present.has(name)))
    throw new IngestError('header_absent', { file, role, missing: missing.length > 0 ? missing : [...columns.keys()] });
  if (present.size < names.length)
    throw new IngestError('header_duplicate_column', { file, duplicate: repeated(names) });
  const unknown = names.filter((name) => !known.has(name));
  if (missing.length > 0) throw new IngestError('header_missing_column', { file, role, missing, unknown });
  if (unknown.length > 0 && !expected.takesUnknown)
    throw new IngestError('header_unknown_column', { file, role, unknown });
  return names.map((name) => columns.get(name) ?? UNMAPPED + name);
}

function repeated(names: readonly string[]): string[] {
  const met = new Set<string>();
  return [...new Set(names.filter((name) => met.size === met.add(name).size))];
}

function numbered(titles: readonly string[], known: ReadonlySet<string>): string[] {
  const met = new Map<string, number>();
  return titles.map((title) => {
    const name = title.trim();
    const count = (met.get(name) ?? 0) + 1;
    met.set(name, count);
    const apart = `${name} (${count})`;
    return count > 1 && known.has(apart) ? apart : name;
  });
}
