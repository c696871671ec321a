import { ChartNote as Kept, type EntityManager } from '@rapport/model/entities';
import type { Principal } from '../../platform/auth/principal.ts';
import { toNote } from './note.row.ts';
import type { ChartNote } from './note.type.ts';

/** More beside one chart could not be read; the latest days win. */
const MOST = 200;

/** One's own, and those that are shared, that touch the period. */
export async function readNotes(
  em: EntityManager,
  asks: Principal,
  { period, shop }: { period: { from: string; to: string }; shop: string },
): Promise<ChartNote[]> {
  const seen = { $or: [{ ownerId: asks.id }, { shared: true }] };
  const inside = { shop, startsOn: { $lte: period.to }, endsOn: { $gte: period.from } };
  const kept = await em.find(
    Kept,
    { $and: [inside, seen] },
    { orderBy: { startsOn: 'desc', id: 'desc' }, limit: MOST, comments: ['chart notes'] },
  );
  return kept.toReversed().map((note) => toNote(note, asks));
}
