import { IngestError, type IngestErrorCode } from '../../kit/errors/ingest-error.ts';

/** Something that may go well when it is asked again; `afterMs`: when the other side says it may. */
export class PassingTrouble extends Error {
  constructor(
    readonly code: Extract<
      IngestErrorCode,
      'connection_unreachable' | 'connection_lost' | 'connection_answer' | 'connection_busy'
    >,
    readonly problem: string,
    readonly afterMs: number | null = null,
  ) {
    super(problem);
  }
}

const lost = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);
const late = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT']);

/** What the way to the other side said; an error of ours passes as it is. */
export function asPassing(error: unknown): unknown {
  if (error instanceof PassingTrouble || error instanceof IngestError) return error;
  const { name, message, code, cause } = error as Error & { code?: string };
  if (name === 'TimeoutError') return new PassingTrouble('connection_lost', 'no answer within the timeout');
  const under = (cause ?? {}) as { code?: string; message?: string };
  const known = under.code ?? code ?? '';
  if (/^(Z_|ERR_BROTLI|ERR_ZSTD)/.test(known))
    return new PassingTrouble('connection_answer', 'it cannot be unpacked to its end');
  if (lost.has(known) || late.has(known) || message === 'terminated')
    return new PassingTrouble('connection_lost', under.message ?? message);
  if (/^(E[A-Z]+|UND_ERR_CONNECT_TIMEOUT)$/.test(known) && message === 'fetch failed')
    return new PassingTrouble('connection_unreachable', known);
  if (/^(CERT|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_TLS)/.test(known))
    return new IngestError('connection_refused', { source: '', role: '', problem: `certificate: ${known}` });
  if (message === 'fetch failed') return new PassingTrouble('connection_lost', under.message ?? message);
  return error;
}
