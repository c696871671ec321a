import { IngestError } from '../errors/ingest-error.ts';
import { fieldsOf } from './fields.ts';

export interface HeaderExpectation {
  file: string;
  role: string;
  columns: readonly string[];
  ignored: readonly string[];
  delimiter: string;
}

/** The columns in the file's own order. A column may move; it may not vanish, double or appear unannounced. */
export function readHeader(line: Buffer, expected: HeaderExpectation): string[] {
  const { file, role } = expected;
  const names = fieldsOf(line, expected.delimiter);
  const known = new Set([...expected.columns, ...expected.ignored]);
  const duplicate = names.filter((name, at) => names.indexOf(name) !== at);
  if (duplicate.length > 0) throw new IngestError('header_duplicate_column', { file, duplicate });
  const missing = expected.columns.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !known.has(name));
  if (missing.length > 0) throw new IngestError('header_missing_column', { file, role, missing, unknown });
  if (unknown.length > 0) throw new IngestError('header_unknown_column', { file, role, unknown });
  return names;
}
