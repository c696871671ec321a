import { entitiesOver, FeedKey as Key } from '@rapport/model/entities';
import type { Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { AccessError } from './access-error.ts';
import { after, now } from './clock.ts';
import { hashOf, newSecret } from './secrets.ts';

const PREFIX_LENGTH = 12;

/** A key that may bring the rows of one source, and read nothing. */
export interface FeedKey {
  prefix: string;
  label: string;
  source: string;
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

const toFeedKey = ({ prefix, label, source, createdAt, ...times }: Key): FeedKey => ({
  prefix,
  label,
  source,
  createdAt,
  expiresAt: times.expiresAt ?? null,
  lastUsedAt: times.lastUsedAt ?? null,
  revokedAt: times.revokedAt ?? null,
});

/** The key itself is in the answer and nowhere else: only its hash is kept. */
export async function createFeedKey(
  pool: pg.Pool,
  { source, label, expiresInDays }: { source: string; label: string; expiresInDays?: number },
): Promise<FeedKey & { key: string }> {
  const em = entitiesOver(pool);
  const key = `rpf_${newSecret()}`;
  const expiresAt = expiresInDays === undefined ? null : after(await now(em), expiresInDays, 'days');
  const made = em.create(Key, { prefix: key.slice(0, PREFIX_LENGTH), keyHash: hashOf(key), label, source, expiresAt });
  await em.flush();
  return { ...toFeedKey(made), key };
}

export async function listFeedKeys(pool: pg.Pool): Promise<FeedKey[]> {
  const keys = await entitiesOver(pool).find(Key, {}, { orderBy: { createdAt: 'asc', prefix: 'asc' } });
  return keys.map(toFeedKey);
}

/** Works at once: a feed key is looked up with every request. */
export async function revokeFeedKey(pool: pg.Pool, prefix: string): Promise<FeedKey> {
  const em = entitiesOver(pool);
  const key = await em.findOne(Key, { prefix: prefix.slice(0, PREFIX_LENGTH) });
  if (!key)
    throw new AccessError(
      `No key begins with “${prefix}”. List the keys to see their prefixes.`,
      `没有以“${prefix}”开头的密钥，请在密钥列表中查看前缀。`,
    );
  key.revokedAt ??= await now(em);
  await em.flush();
  return toFeedKey(key);
}

/** The source a key brings rows of; null: it is unknown, expired or revoked. */
export async function sourceOfKey(db: Queryable, key: string): Promise<string | null> {
  const { rows } = await db.query<{ source: string }>(
    `with used as (
       update auth.feed_keys set last_used_at = now()
       where key_hash = $1 and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute')
     )
     select source from auth.feed_keys where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`,
    [hashOf(key)],
  );
  return rows[0]?.source ?? null;
}
