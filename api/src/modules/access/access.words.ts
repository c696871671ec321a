import type { Role } from '@rapport/model/vocabulary';
import type { ApiKey as KeptKey } from '../../platform/auth/keys.ts';
import type { KnownUser } from '../../platform/auth/users.ts';
import type { ApiKey, KeyScopeName, RoleName, User } from './access.type.ts';

export const roleName = (role: Role): RoleName => role.toUpperCase() as RoleName;
export const roleOf = (name: RoleName): Role => name.toLowerCase() as Role;

export const toUser = ({ role, ...user }: KnownUser): User => ({ ...user, role: roleName(role) });

export const toApiKey = ({ role, scopes, ...key }: KeptKey): ApiKey => ({
  ...key,
  role: roleName(role),
  scopes: scopes && scopes.map((scope) => scope.toUpperCase() as KeyScopeName),
});
