import { UsageError } from '../config.ts';

/** Documented in `rapport --help`: scripts decide by them. */
export const EXIT = { ok: 0, failed: 1, usage: 2, database: 3, taken: 4 } as const;

/** A refusal that knows its exit code. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly exitCode: number;

  constructor(exitCode: number, message: string, options?: ErrorOptions) {
    super(message, options);
    this.exitCode = exitCode;
  }
}

const ingestUsage = new Set([
  'unknown_source',
  'directory_missing',
  'file_missing',
  'no_files',
  'file_ambiguous',
  'not_scheduled',
  'nowhere_to_load_from',
  'backfill_range',
  'unknown_backfill',
  'new_source',
  'source_is_preset',
  'selection_empty',
  'discard_without_reason',
  'refused_row_missing',
  'correction_refused',
]);
const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '57P03',
]);

interface Named {
  name: string;
  code: string;
  message: string;
}

function named(error: unknown): Named {
  if (!(error instanceof Error)) return { name: '', code: '', message: String(error) };
  const first = error instanceof AggregateError && error.errors[0] instanceof Error ? error.errors[0] : error;
  const code = (first as { code?: unknown }).code;
  return { name: error.name, code: typeof code === 'string' ? code : '', message: error.message || first.message };
}

/** What the file system said of a file that a person named, by code; with a path, it is his to mend. */
const ofFiles: Record<string, string> = {
  ENOENT: 'it is not there',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EACCES: 'this account may not open it',
  EPERM: 'this account may not open it',
  EROFS: 'its drive can only be read',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
};

function ofFile(error: unknown): string | null {
  const { code = '', path } = error as { code?: string; path?: unknown };
  const problem = ofFiles[code];
  if (problem === undefined || typeof path !== 'string') return null;
  return `${path}: ${problem} (${code}).\n  → Name another place, or mend this one, and run the command again.`;
}

/**
 * What the person reads and the script gets. Errors of the other packages are told by name: importing the API only to
 * recognise its errors would cost every command half a second.
 */
export function explainFailure(error: unknown): { exitCode: number; message: string; expected: boolean } {
  const { name, code, message } = named(error);
  const expected = (exitCode: number, text = message) => ({ exitCode, message: text, expected: true });
  if (error instanceof CommandError) return expected(error.exitCode);
  if (
    error instanceof UsageError ||
    name === 'AccessError' ||
    name === 'AlertConfigError' ||
    error instanceof RangeError
  )
    return expected(EXIT.usage);
  if (name === 'EmbeddedPostgresError') return expected(EXIT.database);
  if (name === 'IngestError') {
    if (ingestUsage.has(code)) return expected(EXIT.usage);
    return expected(code === 'database_unreachable' || code === 'database_refused' ? EXIT.database : EXIT.failed);
  }
  if (unreachable.has(code)) {
    return expected(
      EXIT.database,
      `PostgreSQL does not answer (${code}).\n  → Is it running, and is DATABASE_URL right?`,
    );
  }
  if (code.startsWith('28') || code === '3D000') {
    return expected(
      EXIT.database,
      `PostgreSQL refused the connection: ${message}.\n  → Check user, password and database in DATABASE_URL.`,
    );
  }
  if (code === '42P01' || code === '3F000') {
    return expected(
      EXIT.database,
      'The database has no Rapport schema yet.\n  → Run "npm run rapport -- migrate" first.',
    );
  }
  const file = ofFile(error);
  if (file !== null) return expected(code === 'ENOSPC' || code === 'EDQUOT' ? EXIT.failed : EXIT.usage, file);
  return {
    exitCode: EXIT.failed,
    message: error instanceof Error ? (error.stack ?? message) : message,
    expected: false,
  };
}
