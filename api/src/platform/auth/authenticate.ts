import type { Queryable } from '@rapport/model/schema';
import type { Principal } from './principal.ts';
import { scopeOf, type KeptScope } from './scope.ts';
import { hashOf } from './secrets.ts';

/** How long an answer about a secret is believed: a revoked key or an ended session stops within this. */
const BELIEVED_MS = 3000;
/** How long a holder is believed while the database does not answer at all, so that what is in memory can still be shown. */
const BELIEVED_ALONE_MS = 10 * 60_000;
const REMEMBERED = 10_000;

// Every request comes through here: one bound statement each, no unit of work around it, where an entity would take a read and a write.
// The key's last use is written at most once a minute, and in the same statement that looks it up.
const keyLookup = `
  with used as (
    update auth.api_keys set last_used_at = now()
    where key_hash = $1 and revoked_at is null and (last_used_at is null or last_used_at < now() - interval '1 minute')
  )
  select id, label as name, role, scopes, scope_dimension as "scopeDimension", scope_values as "scopeValues" from auth.api_keys
  where key_hash = $1 and revoked_at is null and (expires_at is null or expires_at > now())`;

// A session ends by itself after its hours, and before where nobody used it for a while.
const sessionLookup = `
  with live as (
    select s.token_hash, s.seen_at, u.id, u.name, u.role, u.scope_dimension, u.scope_values
    from auth.sessions s join auth.users u on u.id = s.user_id
    where s.token_hash = $1 and s.ended_at is null and s.expires_at > now() and u.disabled_at is null
      and s.seen_at > now() - make_interval(mins => $2)
  ), seen as (
    update auth.sessions s set seen_at = now() from live l where s.token_hash = l.token_hash and l.seen_at < now() - interval '1 minute'
  )
  select id, name, role, null::text[] as scopes, scope_dimension as "scopeDimension", scope_values as "scopeValues" from live`;

type Holder = Pick<Principal, 'id' | 'name' | 'role' | 'scopes'> & KeptScope;

const asPrincipal = (kind: Principal['kind'], { scopeDimension, scopeValues, ...holder }: Holder): Principal => ({
  kind,
  ...holder,
  scope: scopeOf({ scopeDimension, scopeValues }),
});

/** Tells who holds a secret. One statement at most every few seconds for each holder. */
export class Authenticator {
  readonly #db: Queryable;
  readonly #idleMinutes: number;
  readonly #insider: { hash: string; principal: Principal } | null;
  readonly #known = new Map<string, { principal: Promise<Principal | undefined>; until: number }>();
  /** Who held a secret when the database was last asked. */
  readonly #lastSeen = new Map<string, { principal: Principal; at: number }>();

  constructor(
    db: Queryable,
    { idleMinutes, insider }: { idleMinutes: number; insider?: { key: string; principal: Principal } | undefined },
  ) {
    this.#db = db;
    this.#idleMinutes = idleMinutes;
    this.#insider = insider ? { hash: hashOf(insider.key).toString('base64'), principal: insider.principal } : null;
  }

  byKey(key: string): Promise<Principal | undefined> {
    if (this.#insider?.hash === hashOf(key).toString('base64')) return Promise.resolve(this.#insider.principal);
    return this.#remembered('key', key, keyLookup, []);
  }

  bySession(token: string): Promise<Principal | undefined> {
    return this.#remembered('session', token, sessionLookup, [this.#idleMinutes]);
  }

  /** Nobody is believed any more before they were looked up again: after rights changed on this server. */
  forgetAll(): void {
    this.#known.clear();
    this.#lastSeen.clear();
  }

  forget(kind: Principal['kind'], secret: string): void {
    const id = `${kind} ${hashOf(secret).toString('base64')}`;
    this.#known.delete(id);
    this.#lastSeen.delete(id);
  }

  #remembered(
    kind: Principal['kind'],
    secret: string,
    sql: string,
    values: readonly unknown[],
  ): Promise<Principal | undefined> {
    const hash = hashOf(secret);
    const id = `${kind} ${hash.toString('base64')}`;
    const known = this.#known.get(id);
    if (known && known.until > Date.now()) return known.principal;
    const principal = this.#db.query<Holder>(sql, [hash, ...values]).then(
      ({ rows }) => this.#seen(id, rows[0] && asPrincipal(kind, rows[0])),
      (error: unknown) => this.#seenBefore(id, error),
    );
    if (this.#known.size >= REMEMBERED) this.#known.clear();
    this.#known.set(id, { principal, until: Date.now() + BELIEVED_MS });
    // Only a holder is remembered: an unknown secret or a failed look-up is asked again next time.
    principal.then(
      (found) => found ?? this.#known.delete(id),
      () => this.#known.delete(id),
    );
    return principal;
  }

  #seen(id: string, principal: Principal | undefined): Principal | undefined {
    if (this.#lastSeen.size >= REMEMBERED) this.#lastSeen.clear();
    if (principal) this.#lastSeen.set(id, { principal, at: Date.now() });
    else this.#lastSeen.delete(id);
    return principal;
  }

  /** The database said nothing, neither yes nor no. */
  #seenBefore(id: string, error: unknown): Principal {
    const last = this.#lastSeen.get(id);
    if (last && last.at > Date.now() - BELIEVED_ALONE_MS) return last.principal;
    throw error;
  }
}
