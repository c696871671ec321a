import { LockMode, raw } from '@mikro-orm/core';
import { entitiesOver, Session, SignInLink } from '@rapport/model/entities';
import type pg from 'pg';
import { after, now } from './clock.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface NewSession {
  token: string;
  expiresAt: Date;
}

/** Uses the link up and opens a session. The link is locked while it is read: of two clicks at once, one wins. */
export function signIn(pool: pg.Pool, linkToken: string, hours: number): Promise<NewSession | undefined> {
  return entitiesOver(pool).transactional(async (em) => {
    const link = await em.findOne(
      SignInLink,
      {
        tokenHash: hashOf(linkToken),
        usedAt: null,
        expiresAt: { $gt: raw('now()') },
        user: { disabledAt: null },
      },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!link) return undefined;
    link.usedAt = await now(em);
    const token = newSecret();
    const expiresAt = after(link.usedAt, hours, 'hours');
    em.create(Session, { tokenHash: hashOf(token), user: link.user, expiresAt });
    return { token, expiresAt };
  });
}

export async function signOut(pool: pg.Pool, token: string): Promise<void> {
  await entitiesOver(pool).nativeUpdate(
    Session,
    { tokenHash: hashOf(token), endedAt: null },
    { endedAt: raw('now()') },
  );
}
