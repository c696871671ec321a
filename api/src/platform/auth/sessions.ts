import { LockMode, raw } from '@mikro-orm/core';
import { type EntityManager, Session, SignInLink, User } from '@rapport/model/entities';
import type pg from 'pg';
import { after, now } from './clock.ts';
import { hashOf, newSecret } from './secrets.ts';
import { written, type Written } from './written.ts';

export interface NewSession {
  token: string;
  expiresAt: Date;
}

export type SignedInBy = 'link' | 'password' | 'provider';

/** Opens a session under a new token, whatever the browser had before: a token planted there is worth nothing afterwards. */
export async function openSession(
  em: EntityManager,
  write: (entry: Written) => void,
  { user, by, hours, replaces }: { user: User; by: SignedInBy; hours: number; replaces?: string | undefined },
): Promise<NewSession> {
  const token = newSecret();
  const expiresAt = after(await now(em), hours, 'hours');
  if (replaces !== undefined) await endSession(em, replaces);
  em.create(Session, { tokenHash: hashOf(token), user, expiresAt, signedInBy: by });
  write({ actor: `user ${user.name}`, action: 'session.sign_in', subject: `user ${user.name}`, detail: { by } });
  return { token, expiresAt };
}

/** Uses the link up and opens a session. The link is locked while it is read: of two clicks at once, one wins. */
export function signIn(
  pool: pg.Pool,
  linkToken: string,
  hours: number,
  replaces?: string,
): Promise<NewSession | undefined> {
  return written(pool, async (em, write) => {
    const link = await em.findOne(
      SignInLink,
      {
        tokenHash: hashOf(linkToken),
        usedAt: null,
        expiresAt: { $gt: raw('now()') },
        user: { disabledAt: null },
      },
      { lockMode: LockMode.PESSIMISTIC_WRITE, populate: ['user'] },
    );
    if (!link) return undefined;
    link.usedAt = await now(em);
    return openSession(em, write, { user: link.user, by: 'link', hours, replaces });
  });
}

async function endSession(em: EntityManager, token: string): Promise<number> {
  return em.nativeUpdate(Session, { tokenHash: hashOf(token), endedAt: null }, { endedAt: raw('now()') });
}

export function endSessionsOf(em: EntityManager, userId: string): Promise<number> {
  return em.nativeUpdate(Session, { user: userId, endedAt: null }, { endedAt: raw('now()') });
}

/** Ends the session, or every session of its user. */
export async function signOut(pool: pg.Pool, token: string, everywhere = false): Promise<void> {
  await written(pool, async (em, write) => {
    const session = await em.findOne(Session, { tokenHash: hashOf(token), endedAt: null }, { populate: ['user'] });
    if (!session) return;
    const { id, name } = session.user as User;
    const ended = everywhere ? await endSessionsOf(em, id) : await endSession(em, token);
    const action = everywhere ? 'session.end_all' : 'session.sign_out';
    write({ actor: `user ${name}`, action, subject: `user ${name}`, detail: { ended } });
  });
}
