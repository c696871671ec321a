import { ApiKey as Key, entitiesOver } from '@rapport/model/entities';
import { keyScopes, type KeyScope, type Role, type Scope } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { AccessError } from './access-error.ts';
import { assertNamed, assertSpan } from './named.ts';
import { after, now } from './clock.ts';
import { assertRole, keptScope, scopeOf } from './scope.ts';
import { hashOf, newSecret } from './secrets.ts';
import { HOUSE, written } from './written.ts';

const PREFIX_LENGTH = 12;

export interface ApiKey {
  prefix: string;
  label: string;
  role: Role;
  /** The rows a lead's key sees; null for other roles. */
  scope: Scope | null;
  /** What of its role it may use; null: all of it. */
  scopes: KeyScope[] | null;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

export interface NewApiKey {
  role: string;
  label: string;
  scope?: Scope | null;
  scopes?: readonly string[] | null;
  expiresInDays?: number | null;
  actor?: string;
}

const toApiKey = ({ prefix, label, role, createdAt, ...kept }: Key): ApiKey => ({
  prefix,
  label,
  role,
  createdAt,
  scope: scopeOf({ scopeDimension: kept.scopeDimension ?? null, scopeValues: kept.scopeValues ?? null }),
  scopes: kept.scopes ?? null,
  expiresAt: kept.expiresAt ?? null,
  lastUsedAt: kept.lastUsedAt ?? null,
  revokedAt: kept.revokedAt ?? null,
});

function keyScopesOf(scopes: readonly string[] | null | undefined): KeyScope[] | null {
  if (!scopes) return null;
  const unknown = scopes.find((scope) => !keyScopes.some((known) => known === scope));
  if (unknown !== undefined || scopes.length === 0)
    throw new AccessError(
      `A key may be kept to ${keyScopes.join(', ')}, not to “${unknown ?? ''}”.`,
      `密钥权限可限定为 ${keyScopes.join('、')}，不能是“${unknown ?? ''}”。`,
    );
  return keyScopes.filter((known) => scopes.includes(known));
}

/** The key itself is in the answer and nowhere else: only its hash is kept. */
export async function createApiKey(
  pool: pg.Pool,
  { role, label, scope, scopes, expiresInDays, actor = HOUSE }: NewApiKey,
): Promise<ApiKey & { key: string }> {
  assertRole(role);
  assertNamed(label);
  if (expiresInDays != null) assertSpan(expiresInDays, 3650, { en: 'days', zh: '天' });
  const kept = { ...keptScope(role, scope), scopes: keyScopesOf(scopes) };
  const key = `rpt_${newSecret()}`;
  const prefix = key.slice(0, PREFIX_LENGTH);
  const made = await written(pool, async (em, write) => {
    const expiresAt = expiresInDays == null ? null : after(await now(em), expiresInDays, 'days');
    write({ actor, action: 'key.create', subject: `key ${prefix}`, detail: { label, role, ...kept, expiresAt } });
    return em.create(Key, { prefix, keyHash: hashOf(key), label, role, expiresAt, ...kept });
  });
  return { ...toApiKey(made), key };
}

export async function listApiKeys(pool: pg.Pool): Promise<ApiKey[]> {
  const keys = await entitiesOver(pool).find(Key, {}, { orderBy: { createdAt: 'asc', prefix: 'asc' } });
  return keys.map(toApiKey);
}

/** Works within five seconds on every running server (see authenticate.ts). */
export async function revokeApiKey(pool: pg.Pool, prefix: string, actor = HOUSE): Promise<ApiKey> {
  return written(pool, async (em, write) => {
    const key = await em.findOne(Key, { prefix: prefix.slice(0, PREFIX_LENGTH) });
    if (!key)
      throw new AccessError(
        `No key begins with “${prefix}”. List the keys to see their prefixes.`,
        `没有以“${prefix}”开头的密钥，请在密钥列表中查看前缀。`,
      );
    if (!key.revokedAt) {
      key.revokedAt = await now(em);
      write({ actor, action: 'key.revoke', subject: `key ${key.prefix}`, detail: { label: key.label } });
    }
    return toApiKey(key);
  });
}
