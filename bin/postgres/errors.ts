export type EmbeddedPostgresCode =
  | 'PLATFORM_NOT_SUPPORTED'
  | 'NO_UNPRIVILEGED_USER'
  | 'HOME_NOT_WRITABLE'
  | 'DATA_DIRECTORY_NOT_OURS'
  | 'NO_REACHABLE_DIRECTORY'
  | 'INITDB_FAILED'
  | 'START_FAILED'
  | 'START_LOCKED'
  | 'SERVER_MISMATCH'
  | 'SERVER_NOT_ANSWERING'
  | 'STOP_TIMED_OUT';

/** A named refusal: what happened, where, and what the operator can do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly code: EmbeddedPostgresCode;

  constructor(code: EmbeddedPostgresCode, what: string, remedy: string, cause?: unknown) {
    super(`${what}\n  → ${remedy}`, cause === undefined ? undefined : { cause });
    this.code = code;
  }
}
