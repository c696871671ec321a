import type { Queryable } from '@rapport/model/schema';
import { hashOf, newSecret } from './secrets.ts';

export interface NewSession {
  token: string;
  expiresAt: Date;
}

/** Uses the link up and opens a session in one statement: of two clicks at once, one wins. */
export async function signIn(db: Queryable, linkToken: string, hours: number): Promise<NewSession | undefined> {
  const token = newSecret();
  const { rows } = await db.query<{ expiresAt: Date }>(
    `with used as (
       update auth.sign_in_links l set used_at = now() from auth.users u
       where l.token_hash = $1 and l.used_at is null and l.expires_at > now() and u.id = l.user_id and u.disabled_at is null
       returning l.user_id
     )
     insert into auth.sessions (token_hash, user_id, expires_at)
     select $2, user_id, now() + make_interval(hours => $3) from used
     returning expires_at as "expiresAt"`,
    [hashOf(linkToken), hashOf(token), hours],
  );
  return rows[0] && { token, expiresAt: rows[0].expiresAt };
}

export async function signOut(db: Queryable, token: string): Promise<void> {
  await db.query('update auth.sessions set ended_at = now() where token_hash = $1 and ended_at is null', [
    hashOf(token),
  ]);
}
