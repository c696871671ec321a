import type { Queryable } from '@rapport/model/schema';
import type { Role } from '@rapport/model/vocabulary';
import { hashOf, newSecret } from './secrets.ts';
import { AccessError, assertRole } from './users.ts';

const PREFIX_LENGTH = 12;

export interface ApiKey {
  prefix: string;
  label: string;
  role: Role;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const columns = `prefix, label, role, created_at as "createdAt", expires_at as "expiresAt", last_used_at as "lastUsedAt", revoked_at as "revokedAt"`;

/** The key itself is in the answer and nowhere else: only its hash is kept. */
export async function createApiKey(
  db: Queryable,
  { role, label, expiresInDays }: { role: string; label: string; expiresInDays?: number },
): Promise<ApiKey & { key: string }> {
  assertRole(role);
  const key = `rpt_${newSecret()}`;
  const { rows } = await db.query<ApiKey>(
    `insert into auth.api_keys (prefix, key_hash, label, role, expires_at) values ($1, $2, $3, $4, now() + make_interval(days => $5)) returning ${columns}`,
    [key.slice(0, PREFIX_LENGTH), hashOf(key), label, role, expiresInDays ?? null],
  );
  return { ...rows[0]!, key };
}

export async function listApiKeys(db: Queryable): Promise<ApiKey[]> {
  const { rows } = await db.query<ApiKey>(`select ${columns} from auth.api_keys order by created_at, prefix`);
  return rows;
}

/** Works within five seconds on every running server (see authenticate.ts). */
export async function revokeApiKey(db: Queryable, prefix: string): Promise<ApiKey> {
  const { rows } = await db.query<ApiKey>(
    `update auth.api_keys set revoked_at = coalesce(revoked_at, now()) where prefix = $1 returning ${columns}`,
    [prefix.slice(0, PREFIX_LENGTH)],
  );
  if (!rows[0]) throw new AccessError(`No key begins with “${prefix}”. List the keys to see their prefixes.`);
  return rows[0];
}
