import type { Queryable } from './database.ts';

/** One thing an operator did, or had done. */
export interface AuditEntry {
  /** 'user ada', 'key nightly export', 'cli deploy', 'schedule'. */
  actor: string;
  /** Area and verb: 'quarantine.discard'. */
  action: string;
  /** What it was done to: 'quarantine 17', 'source olist'. */
  subject: string;
  runId?: string | number | null;
  /** Counts, codes, reasons; personal values never. */
  detail?: Record<string, unknown>;
}

/** Writes down what was done, in the transaction that does it. The table only grows. */
export async function audit(db: Queryable, { actor, action, subject, runId, detail }: AuditEntry): Promise<void> {
  await db.query(
    `/* audit */ insert into ops.audit (actor, action, subject, run_id, detail) values ($1, $2, $3, $4, $5)`,
    [actor, action, subject, runId ?? null, JSON.stringify(detail ?? {})],
  );
}
