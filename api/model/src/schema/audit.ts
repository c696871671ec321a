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

export interface AuditChain {
  /** Entries in the chain. */
  entries: number;
  /** Hash of the last one, hexadecimal; null: none yet. */
  head: string | null;
  /** What is wrong, at most 100. */
  faults: { seq: number | null; auditId: number; fault: string }[];
}

/** Reckons every hash again. What was cut off at the end shows only against a head that was kept elsewhere: see `isInChain`. */
export async function verifyAudit(db: Queryable): Promise<AuditChain> {
  const { rows: ends } = await db.query<{ entries: number; head: string | null }>(
    `/* audit chain */ select count(*) as entries, (select encode(hash, 'hex') from ops.audit_chain order by seq desc limit 1) as head from ops.audit_chain`,
  );
  const { rows: faults } = await db.query<AuditChain['faults'][number]>(
    `/* audit faults */ select seq, audit_id as "auditId", fault from ops.audit_faults() limit 100`,
  );
  return { entries: ends[0]?.entries ?? 0, head: ends[0]?.head ?? null, faults };
}

/** Was this once the last hash, and is it still in the chain? */
export async function isInChain(db: Queryable, head: string): Promise<boolean> {
  const { rows } = await db.query<{ there: boolean }>(
    `/* audit head */ select exists (select from ops.audit_chain where encode(hash, 'hex') = $1) as there`,
    [head.toLowerCase()],
  );
  return rows[0]?.there ?? false;
}
