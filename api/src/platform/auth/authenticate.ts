import type { Queryable } from '@rapport/model/schema';
import { hashOf } from './secrets.ts';
import type { Principal } from './principal.ts';

/** How long an answer about a secret is believed: a revoked key or an ended session stops within this. */
const BELIEVED_MS = 3000;
const REMEMBERED = 10_000;

// Every request comes through here: one bound statement each, no unit of work around it, where an entity would take a read and a write.
// The key's last use is written at most once a minute, and in the same statement that looks it up.
const keyLookup = `
  with used as (
    update auth.api_keys set last_used_at = now()
    where key_hash = $1 and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute')
  )
  select id, label as name, role from auth.api_keys
  where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`;

const sessionLookup = `
  select u.id, u.name, u.role from auth.sessions s join auth.users u on u.id = s.user_id
  where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and u.disabled_at is null`;

/** Tells who holds a secret. One statement at most every few seconds for each holder. */
export class Authenticator {
  readonly #db: Queryable;
  readonly #known = new Map<string, { principal: Promise<Principal | undefined>; until: number }>();

  constructor(db: Queryable) {
    this.#db = db;
  }

  byKey(key: string): Promise<Principal | undefined> {
    return this.#remembered('key', key, keyLookup);
  }

  bySession(token: string): Promise<Principal | undefined> {
    return this.#remembered('session', token, sessionLookup);
  }

  forget(kind: Principal['kind'], secret: string): void {
    this.#known.delete(`${kind} ${hashOf(secret).toString('base64')}`);
  }

  #remembered(kind: Principal['kind'], secret: string, sql: string): Promise<Principal | undefined> {
    const hash = hashOf(secret);
    const id = `${kind} ${hash.toString('base64')}`;
    const known = this.#known.get(id);
    if (known && known.until > Date.now()) return known.principal;
    const principal = this.#db
      .query<Omit<Principal, 'kind'>>(sql, [hash])
      .then(({ rows }) => rows[0] && { kind, ...rows[0] });
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(id, { principal, until: Date.now() + BELIEVED_MS });
    // Only a holder is remembered: an unknown secret or a failed look-up is asked again next time.
    principal.then(
      (found) => found ?? this.#known.delete(id),
      () => this.#known.delete(id),
    );
    return principal;
  }
}
