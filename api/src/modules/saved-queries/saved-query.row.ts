import type { SavedQuery as Kept } from '@rapport/model/entities';
import type { Principal } from '../../platform/auth/principal.ts';
import { roleName } from '../access/index.ts';
import type { SavedQuery } from './saved-query.type.ts';

export const toSavedQuery = ({ id, ownerId, sharedWith, variables, ...kept }: Kept, asks: Principal): SavedQuery => ({
  ...kept,
  id: String(id),
  variables: variables ?? null,
  mine: ownerId === asks.id,
  sharedWith: sharedWith.map(roleName),
});

/** What no number is names no query. */
export const numberOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);
