import { type EntityManager, User as Account } from '@rapport/model/entities';
import { audit } from '@rapport/model/schema';
import type { RoleRule } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { keptScope, scopeOf } from '../scope.ts';
import { hashOf, newSecret } from '../secrets.ts';
import { endSessionsOf, openSession, type NewSession } from '../sessions.ts';
import { written, type Written } from '../written.ts';
import type { Asked, Provider, Told } from './provider.ts';
import { ruleFor } from './role-rules.ts';

const MINUTES = 10;

/** Sends a browser to the provider; `browser` is what this browser alone holds until it is back. */
export async function beginProviderSignIn(
  pool: pg.Pool,
  provider: Provider,
): Promise<{ url: string; browser: string }> {
  const { url, asked } = await provider.ask();
  const browser = newSecret();
  await pool.query('/* forget provider sign-ins */ delete from auth.provider_sign_ins where expires_at < now()');
  await pool.query(
    `/* begin provider sign-in */ insert into auth.provider_sign_ins (state_hash, browser_hash, nonce, verifier, expires_at)
     values ($1, $2, $3, $4, now() + make_interval(mins => ${MINUTES}))`,
    [hashOf(asked.state), hashOf(browser), asked.nonce, asked.verifier],
  );
  return { url, browser };
}

/** What was asked with this state by this browser, once. */
async function askedWith(pool: pg.Pool, state: string, browser: string): Promise<Asked | undefined> {
  const { rows } = await pool.query<Omit<Asked, 'state'>>(
    `/* end provider sign-in */ update auth.provider_sign_ins set used_at = now()
     where state_hash = $1 and browser_hash = $2 and used_at is null and expires_at > now() returning nonce, verifier`,
    [hashOf(state), hashOf(browser)],
  );
  return rows[0] && { state, ...rows[0] };
}

/** expired: not begun by this browser, or too long ago; failed: the provider's answer does not hold; no_role: nothing here is theirs. */
export type ProviderOutcome = NewSession | 'expired' | 'failed' | 'no_role';

export interface Answer {
  query: string;
  state: string;
  browser: string;
}

export async function endProviderSignIn(
  pool: pg.Pool,
  provider: Provider,
  { query, state, browser }: Answer,
  { hours, replaces, onFailure }: { hours: number; replaces: string | undefined; onFailure: (error: unknown) => void },
): Promise<ProviderOutcome> {
  const asked = await askedWith(pool, state, browser);
  if (!asked) return 'expired';
  let told: Told;
  try {
    told = await provider.hear(query, asked);
  } catch (error) {
    onFailure(error);
    return 'failed';
  }
  const rule = ruleFor(provider.settings.roles, told.roleClaim);
  if (!rule) return refused(pool);
  const session = await written(pool, async (em, write) => {
    const user = await accountFor(em, write, told, rule);
    return user.disabledAt ? undefined : openSession(em, write, { user, by: 'provider', hours, replaces });
  });
  return session ?? refused(pool);
}

async function refused(pool: pg.Pool): Promise<'no_role'> {
  const nobody = { actor: 'user unknown', subject: 'user unknown' };
  await audit(pool, { ...nobody, action: 'session.refuse', detail: { by: 'provider' } });
  return 'no_role';
}

/** Known by issuer and subject, never by name: somebody who calls themselves like a local account does not become it. */
async function accountFor(
  em: EntityManager,
  write: (entry: Written) => void,
  { issuer, subject, name }: Told,
  { role, scope }: RoleRule,
): Promise<Account> {
  const known = await em.findOne(Account, { issuer, subject });
  if (known) {
    const before = {
      role: known.role,
      scope: scopeOf({ scopeDimension: known.scopeDimension ?? null, scopeValues: known.scopeValues ?? null }),
    };
    if (JSON.stringify(before) === JSON.stringify({ role, scope })) return known;
    Object.assign(known, { role, ...keptScope(role, scope) });
    const ended = await endSessionsOf(em, known.id);
    const detail = { before, after: { role, scope }, ended };
    write({ actor: 'provider', action: 'user.change', subject: `user ${known.name}`, detail });
    return known;
  }
  const isTaken = (await em.count(Account, { name })) > 0;
  const own = isTaken ? `${name} (${hashOf(`${issuer} ${subject}`).toString('hex').slice(0, 8)})` : name;
  write({ actor: 'provider', action: 'user.create', subject: `user ${own}`, detail: { role, scope } });
  return em.create(Account, { name: own, role, issuer, subject, ...keptScope(role, scope) });
}
