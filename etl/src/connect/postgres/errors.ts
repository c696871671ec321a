import { IngestError } from '../../kit/errors/ingest-error.ts';

interface Failure {
  code?: string;
  message: string;
  errors?: Failure[];
}

const unreachable = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'EAI_AGAIN',
  '57P03',
  '53300',
]);
const lost = new Set(['ECONNRESET', 'EPIPE', '57P01', '57P02', '57P05', '25P03']);
/** Statement timeout, lock timeout, deadlock, and a standby that had to go on. */
const held = new Set(['57014', '55P03', '40P01', '40001']);
const drift = new Set(['42P01', '42703', '3F000']);
const SQLSTATE = /^[0-9A-Z]{5}$/;

/** What the other server or the way to it said, told apart by whether trying again can help. */
export function translateSourceError(error: unknown, source: string, role: string | null): IngestError {
  if (error instanceof IngestError) return error;
  const failure = firstFailure(error);
  const code = failure.code ?? '';
  const problem = withoutValues(failure.message);
  const details = { source, role: role ?? '', problem };
  const cause = { cause: error };
  if (unreachable.has(code) || /timeout expired|timeout exceeded when trying to connect/i.test(problem))
    return new IngestError('connection_unreachable', details, cause);
  if (/^(28|3D000|42501)/.test(code) || /no pg_hba\.conf|SSL|certificate|self-signed/i.test(problem))
    return new IngestError('connection_refused', details, cause);
  if (drift.has(code)) return new IngestError('connection_drift', details, cause);
  if (held.has(code)) return new IngestError('connection_held_up', details, cause);
  if (
    lost.has(code) ||
    /^(08|53|58)/.test(code) ||
    /connection terminated|client was closed|not queryable/i.test(problem)
  )
    return new IngestError('connection_lost', details, cause);
  if (SQLSTATE.test(code) && /\d/.test(code))
    return new IngestError('connection_query', { ...details, state: code }, cause);
  throw error;
}

function firstFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const failure: Failure = error;
  return failure.errors?.[0] ?? failure;
}

/** What a cell said may be personal. */
function withoutValues(message: string): string {
  return message.replace(/^connect (\w+) .*$/, '$1').replaceAll(/: "[^]*"$/g, '');
}
