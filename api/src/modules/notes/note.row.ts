import type { ChartNote as Kept } from '@rapport/model/entities';
import type { Principal } from '../../platform/auth/principal.ts';
import type { ChartNote } from './note.type.ts';

export const toNote = ({ id, ownerId, owner, metric, ...kept }: Kept, asks: Principal): ChartNote => ({
  ...kept,
  id: String(id),
  metric: metric ?? null,
  author: owner,
  mine: ownerId === asks.id,
});

/** What no number is names no note. */
export const numberOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);
