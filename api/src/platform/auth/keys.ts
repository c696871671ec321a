import { ApiKey as Key, entitiesOver } from '@rapport/model/entities';
import type { Role } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { AccessError } from './access-error.ts';
import { after, now } from './clock.ts';
import { hashOf, newSecret } from './secrets.ts';
import { assertRole } from './users.ts';

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

const toApiKey = ({ prefix, label, role, createdAt, ...times }: Key): ApiKey => ({
  prefix,
  label,
  role,
  createdAt,
  expiresAt: times.expiresAt ?? null,
  lastUsedAt: times.lastUsedAt ?? null,
  revokedAt: times.revokedAt ?? null,
});

/** The key itself is in the answer and nowhere else: only its hash is kept. */
export async function createApiKey(
  pool: pg.Pool,
  { role, label, expiresInDays }: { role: string; label: string; expiresInDays?: number },
): Promise<ApiKey & { key: string }> {
  assertRole(role);
  const em = entitiesOver(pool);
  const key = `rpt_${newSecret()}`;
  const expiresAt = expiresInDays === undefined ? null : after(await now(em), expiresInDays, 'days');
  const made = em.create(Key, { prefix: key.slice(0, PREFIX_LENGTH), keyHash: hashOf(key), label, role, expiresAt });
  await em.flush();
  return { ...toApiKey(made), key };
}

export async function listApiKeys(pool: pg.Pool): Promise<ApiKey[]> {
  const keys = await entitiesOver(pool).find(Key, {}, { orderBy: { createdAt: 'asc', prefix: 'asc' } });
  return keys.map(toApiKey);
}

/** Works within five seconds on every running server (see authenticate.ts). */
export async function revokeApiKey(pool: pg.Pool, prefix: string): Promise<ApiKey> {
  const em = entitiesOver(pool);
  const key = await em.findOne(Key, { prefix: prefix.slice(0, PREFIX_LENGTH) });
  if (!key) throw new AccessError(`No key begins with “${prefix}”. List the keys to see their prefixes.`);
  key.revokedAt ??= await now(em);
  await em.flush();
  return toApiKey(key);
}
