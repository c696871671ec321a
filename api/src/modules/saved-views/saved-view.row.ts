import type { SavedView as Kept } from '@rapport/model/entities';
import type { Role } from '@rapport/model/vocabulary';
import type { Principal } from '../../platform/auth/principal.ts';
import { roleName } from '../access/index.ts';
import type { SavedView } from './saved-view.type.ts';

export const toSavedView = (
  { id, ownerId, sharedWith, name, path, search, owner, version, updatedAt }: Kept,
  homeOf: readonly Role[],
  asks: Principal,
): SavedView => ({
  name,
  path,
  search,
  owner,
  version,
  updatedAt,
  id: String(id),
  mine: ownerId === asks.id,
  sharedWith: sharedWith.map(roleName),
  homeOf: homeOf.map(roleName),
});

/** What no number is names no view. */
export const numberOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);
