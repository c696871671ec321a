import { entitiesOver, User as Account } from '@rapport/model/entities';
import { audit } from '@rapport/model/schema';
import type pg from 'pg';
import { isPassword, nobodysHash } from './passwords.ts';
import { openSession, type NewSession } from './sessions.ts';
import { mayTry, succeeded } from './throttle.ts';
import { written } from './written.ts';

export interface Credentials {
  account: string;
  password: string;
  /** Where it comes from. */
  address: string;
}

export type SignInOutcome = NewSession | 'refused' | 'throttled';

/** The same answer, after the same work, for a wrong password and for somebody who does not exist, is disabled or has none. */
export async function signInWithPassword(
  pool: pg.Pool,
  { account, password, address }: Credentials,
  hours: number,
  replaces?: string,
): Promise<SignInOutcome> {
  const attempt = { account, address };
  if (!(await mayTry(pool, attempt))) return 'throttled';
  const user = await entitiesOver(pool).findOne(
    Account,
    { name: account.trim(), disabledAt: null, passwordHash: { $ne: null } },
    { populate: ['passwordHash'] },
  );
  const fits = await isPassword(password, user?.passwordHash ?? (await nobodysHash));
  if (!user || !fits) {
    // What was typed as a name may be a password: only a known name is written down.
    const subject = user ? `user ${user.name}` : 'user unknown';
    await audit(pool, { actor: subject, action: 'session.refuse', subject, detail: { by: 'password' } });
    return 'refused';
  }
  await succeeded(pool, attempt);
  return written(pool, async (em, write) => {
    const known = await em.findOneOrFail(Account, user.id);
    return openSession(em, write, { user: known, by: 'password', hours, replaces });
  });
}

/** Is there anybody who could sign in so? */
export async function havePasswords(pool: pg.Pool): Promise<boolean> {
  return (await entitiesOver(pool).count(Account, { passwordHash: { $ne: null }, disabledAt: null })) > 0;
}
