import type { Queryable } from '@rapport/model/schema';
import { roles, type Role } from '@rapport/model/vocabulary';
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

export class AccessError extends Error {
  override readonly name = 'AccessError';
}

export function assertRole(role: string): asserts role is Role {
  if (Object.hasOwn(roles, role)) return;
  throw new AccessError(`There is no role “${role}”. Roles: ${Object.keys(roles).join(', ')}.`);
}

export async function createUser(db: Queryable, { name, role }: { name: string; role: string }): Promise<User> {
  assertRole(role);
  if (name.trim() === '') throw new AccessError('A user needs a name.');
  const { rows } = await db.query<User>(
    'insert into auth.users (name, role) values ($1, $2) on conflict (name) do nothing returning id, name, role',
    [name, role],
  );
  const user = rows[0];
  if (!user)
    throw new AccessError(
      `There is a user “${name}” already. Make a sign-in link for that one, or choose another name.`,
    );
  return user;
}

/**
 * A link that signs its user in once. Given a role, a user who does not exist yet is created with it;
 * a role never changes one who exists.
 */
export async function createSignInLink(
  db: Queryable,
  { user: name, role, minutes = 15 }: { user: string; role?: string; minutes?: number },
): Promise<SignInLink> {
  const user = (await findUser(db, name)) ?? (role === undefined ? undefined : await createUser(db, { name, role }));
  if (!user) throw new AccessError(`There is no user “${name}”. Create it first, naming its role.`);
  if (role !== undefined && user.role !== role)
    throw new AccessError(`User “${name}” is ${user.role}, not ${role}. Leave the role out, or choose another name.`);
  const token = newSecret();
  const { rows } = await db.query<{ expiresAt: Date }>(
    `insert into auth.sign_in_links (token_hash, user_id, expires_at) values ($1, $2, now() + make_interval(mins => $3)) returning expires_at as "expiresAt"`,
    [hashOf(token), user.id, minutes],
  );
  return { token, path: `/sign-in?token=${token}`, expiresAt: rows[0]!.expiresAt, user };
}

async function findUser(db: Queryable, name: string): Promise<User | undefined> {
  const { rows } = await db.query<User & { disabled: boolean }>(
    'select id, name, role, disabled_at is not null as disabled from auth.users where name = $1',
    [name],
  );
  if (rows[0]?.disabled) throw new AccessError(`User “${name}” is disabled.`);
  return rows[0];
}
