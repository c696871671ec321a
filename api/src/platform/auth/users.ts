import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { type EntityManager, entitiesOver, SignInLink as Link, User as Account } from '@rapport/model/entities';
import { roles, type Role } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { AccessError } from './access-error.ts';
import { after, now } from './clock.ts';
import { hashOf, newSecret } from './secrets.ts';

export interface User {
  id: string;
  name: string;
  role: Role;
}

export interface SignInLink {
  token: string;
  /** To be put behind the address the server is reached at. */
  path: string;
  expiresAt: Date;
  user: User;
}

export function assertRole(role: string): asserts role is Role {
  if (Object.hasOwn(roles, role)) return;
  throw new AccessError(`There is no role “${role}”. Roles: ${Object.keys(roles).join(', ')}.`);
}

export async function createUser(pool: pg.Pool, { name, role }: { name: string; role: string }): Promise<User> {
  const em = entitiesOver(pool);
  const account = newAccount(em, name, role);
  await save(em, name);
  return toUser(account);
}

/**
 * A link that signs its user in once. Given a role, a user who does not exist yet is created with it;
 * a role never changes one who exists.
 */
export async function createSignInLink(
  pool: pg.Pool,
  { user: name, role, minutes = 15 }: { user: string; role?: string; minutes?: number },
): Promise<SignInLink> {
  const em = entitiesOver(pool);
  const account =
    (await em.findOne(Account, { name })) ?? (role === undefined ? undefined : newAccount(em, name, role));
  if (!account) throw new AccessError(`There is no user “${name}”. Create it first, naming its role.`);
  if (account.disabledAt) throw new AccessError(`User “${name}” is disabled.`);
  if (role !== undefined && account.role !== role)
    throw new AccessError(
      `User “${name}” is ${account.role}, not ${role}. Leave the role out, or choose another name.`,
    );
  const token = newSecret();
  const expiresAt = after(await now(em), minutes, 'minutes');
  em.create(Link, { tokenHash: hashOf(token), user: account, expiresAt });
  await save(em, name);
  return { token, path: `/sign-in?token=${token}`, expiresAt, user: toUser(account) };
}

const toUser = ({ id, name, role }: Account): User => ({ id, name, role });

function newAccount(em: EntityManager, name: string, role: string): Account {
  assertRole(role);
  if (name.trim() === '') throw new AccessError('A user needs a name.');
  return em.create(Account, { name, role });
}

async function save(em: EntityManager, name: string): Promise<void> {
  await em.flush().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new AccessError(
      `There is a user “${name}” already. Make a sign-in link for that one, or choose another name.`,
    );
  });
}
