import { basename } from 'node:path';
import { fileProblem } from './file-problem.ts';
import { IngestError } from './ingest-error.ts';

interface Failure {
  code?: string;
  message: string;
  address?: string;
  port?: number;
  errors?: Failure[];
}

/** Codes of PostgreSQL; those of the file system (EPERM) have five letters too. */
const SQLSTATE = /^(\d[0-9A-Z]|F0|HV|P0|XX)[0-9A-Z]{3}$/;

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'ENOENT',
  'EAI_AGAIN',
  '57P03',
]);
const lost = new Set(['ECONNRESET', 'EPIPE', '57P01', '57P02', '08006', '08003', '08000']);

/** What PostgreSQL, the network or the file system said, in words of this product and without paths; the original stays as the cause. */
export function translateDatabaseError(error: unknown, address: string): IngestError {
  if (error instanceof IngestError) return error;
  const failure = firstFailure(error);
  const code = failure.code ?? '';
  const problem = withoutAddress(failure.message);
  const cause = { cause: error };
  const ofFile = fileProblem(error);
  if (ofFile !== null) {
    const file = basename((error as { path?: string }).path ?? '') || 'A file';
    return new IngestError('file_unreadable', { file, problem: ofFile }, cause);
  }
  if (unreachable.has(code)) return new IngestError('database_unreachable', { address, problem }, cause);
  if (code.startsWith('28') || code === '3D000') return new IngestError('database_refused', { problem }, cause);
  if (code === '53100') return new IngestError('database_disk_full', { problem }, cause);
  if (lost.has(code) || /connection terminated|client was closed|not queryable/i.test(failure.message)) {
    return new IngestError('database_lost', { problem }, cause);
  }
  if (SQLSTATE.test(code)) return new IngestError('database_error', { state: code, problem }, cause);
  return new IngestError('internal', { problem: problem.replaceAll(/'[^']*'|\/[^\s,:]+/g, '…') }, cause);
}

/** Host and port for people, never user or password. */
export function addressOf(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.hostname || 'localhost'}:${parsed.port || '5432'}`;
  } catch {
    return 'the address in DATABASE_URL';
  }
}

function firstFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const failure: Failure = error;
  return failure.errors?.[0] ?? failure;
}

function withoutAddress(message: string): string {
  return message.replace(/^connect (\w+) .*$/, '$1');
}
