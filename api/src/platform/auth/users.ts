import { UniqueConstraintViolationException } from '@mikro-orm/core';
import { type EntityManager, entitiesOver, SignInLink as Link, User as Account } from '@rapport/model/entities';
import type { Role, Scope } from '@rapport/model/vocabulary';
import type pg from 'pg';
import { AccessError } from './access-error.ts';
import { after, now } from './clock.ts';
import { assertNamed, assertSpan } from './named.ts';
import { assertRole, keptScope, scopeOf } from './scope.ts';
import { hashOf, newSecret } from './secrets.ts';
import { endSessionsOf } from './sessions.ts';
import { HOUSE, written } from './written.ts';

export interface User {
  id: string;
  name: string;
  role: Role;
  /** The rows a lead sees; null for other roles. */
  scope: Scope | null;
}

export interface KnownUser extends User {
  createdAt: Date;
  disabledAt: Date | null;
  /** Ways they may sign in, beside a link. */
  hasPassword: boolean;
  fromProvider: boolean;
}

export interface NewUser {
  name: string;
  role: string;
  scope?: Scope | null;
  actor?: string;
}

/** What is to be different; what is left out stays. */
export interface UserChange {
  role?: string | undefined;
  scope?: Scope | null | undefined;
  disabled?: boolean | undefined;
}

export interface SignInLink {
  token: string;
  /** To be put behind the address the server is reached at. */
  path: string;
  expiresAt: Date;
  user: User;
}

const toUser = ({ id, name, role, scopeDimension, scopeValues }: Account): User => ({
  id,
  name,
  role,
  scope: scopeOf({ scopeDimension: scopeDimension ?? null, scopeValues: scopeValues ?? null }),
});

export async function createUser(pool: pg.Pool, { actor = HOUSE, ...wanted }: NewUser): Promise<User> {
  return taken(wanted.name, () =>
    written(pool, async (em, write) => {
      const account = newAccount(em, wanted);
      write({ actor, action: 'user.create', subject: `user ${account.name}`, detail: rightsOf(account) });
      await em.flush();
      return toUser(account);
    }),
  );
}

export async function listKnownUsers(pool: pg.Pool): Promise<KnownUser[]> {
  const accounts = await entitiesOver(pool).find(Account, {}, { orderBy: { name: 'asc' }, populate: ['passwordHash'] });
  return accounts.map((account) => ({
    ...toUser(account),
    createdAt: account.createdAt,
    disabledAt: account.disabledAt ?? null,
    hasPassword: account.passwordHash != null,
    fromProvider: account.issuer != null,
  }));
}

/** New rights hold at once: every session of the user ends, so that none goes on with the old ones. */
export async function changeUser(pool: pg.Pool, name: string, change: UserChange, actor = HOUSE): Promise<User> {
  return written(pool, async (em, write) => {
    const account = await accountOf(em, name);
    const before = rightsOf(account);
    const role = change.role ?? account.role;
    assertRole(role);
    const scope = change.scope === undefined && role === 'lead' ? toUser(account).scope : change.scope;
    Object.assign(account, { role, ...keptScope(role, scope) });
    if (change.disabled !== undefined)
      account.disabledAt = change.disabled ? (account.disabledAt ?? (await now(em))) : null;
    const ended = await endSessionsOf(em, account.id);
    write({
      actor,
      action: 'user.change',
      subject: `user ${name}`,
      detail: { before, after: rightsOf(account), ended },
    });
    return toUser(account);
  });
}

/**
 * A link that signs its user in once. Given a role, a user who does not exist yet is created with it;
 * a role never changes one who exists.
 */
export async function createSignInLink(
  pool: pg.Pool,
  { user: name, role, scope, minutes = 15, actor = HOUSE }: SignInLinkWish,
): Promise<SignInLink> {
  assertSpan(minutes, 7 * 24 * 60, { en: 'minutes', zh: '分钟' });
  const token = newSecret();
  return taken(name, () =>
    written(pool, async (em, write) => {
      const known = await em.findOne(Account, { name });
      if (!known && role === undefined)
        throw new AccessError(
          `There is no user “${name}”. Create it first, naming its role.`,
          `没有用户“${name}”，请先创建并指定角色。`,
        );
      const account = known ?? newAccount(em, { name, role: role!, scope });
      if (account.disabledAt) throw new AccessError(`User “${name}” is disabled.`, `用户“${name}”已停用。`);
      if (role !== undefined && account.role !== role)
        throw new AccessError(
          `User “${name}” is ${account.role}, not ${role}. Leave the role out, or choose another name.`,
          `用户“${name}”的角色是 ${account.role}，不是 ${role}。请不填角色，或换一个名称。`,
        );
      if (!known) write({ actor, action: 'user.create', subject: `user ${name}`, detail: rightsOf(account) });
      const expiresAt = after(await now(em), minutes, 'minutes');
      em.create(Link, { tokenHash: hashOf(token), user: account, expiresAt });
      write({ actor, action: 'link.create', subject: `user ${name}`, detail: { expiresAt } });
      await em.flush();
      return { token, path: `/sign-in?token=${token}`, expiresAt, user: toUser(account) };
    }),
  );
}

export interface SignInLinkWish {
  user: string;
  role?: string;
  scope?: Scope | null;
  minutes?: number;
  actor?: string;
}

export async function accountOf(em: EntityManager, name: string): Promise<Account> {
  const account = await em.findOne(Account, { name });
  if (!account)
    throw new AccessError(
      `There is no user “${name}”. List the users to see their names.`,
      `没有用户“${name}”，请在用户列表中查看名称。`,
    );
  return account;
}

const rightsOf = ({ role, scopeDimension, scopeValues, disabledAt }: Account): Record<string, unknown> => ({
  role,
  ...(scopeDimension ? { scope: { dimension: scopeDimension, values: scopeValues } } : {}),
  ...(disabledAt ? { disabled: true } : {}),
});

export function newAccount(em: EntityManager, { name, role, scope }: Omit<NewUser, 'actor'>): Account {
  assertRole(role);
  assertNamed(name);
  return em.create(Account, { name, role, ...keptScope(role, scope) });
}

async function taken<Value>(name: string, work: () => Promise<Value>): Promise<Value> {
  return work().catch((error: unknown) => {
    if (!(error instanceof UniqueConstraintViolationException)) throw error;
    throw new AccessError(
      `There is a user “${name}” already. Make a sign-in link for that one, or choose another name.`,
      `已有用户“${name}”，请为其生成登录链接，或换一个名称。`,
    );
  });
}
