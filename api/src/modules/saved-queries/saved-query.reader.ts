import { SavedQuery as Kept, type EntityManager } from '@rapport/model/entities';
import type { Principal } from '../../platform/auth/principal.ts';
import { given, LatestFirst } from '../../platform/database/latest-first.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { numberOf, toSavedQuery } from './saved-query.row.ts';
import type { SavedQuery, SavedQueryWhere } from './saved-query.type.ts';

const latestFirst = new LatestFirst('savedQueries');

/** One's own, and those shared with one's role. */
const openTo = ({ id, role }: Principal) => ({ $or: [{ ownerId: id }, { sharedWith: { $contains: [role] } }] });

function ownership({ id }: Principal, mine: boolean | null | undefined) {
  if (mine === null || mine === undefined) return {};
  return { ownerId: mine ? id : { $ne: id } };
}

/** As it is written: no sign of the reader's is a wildcard. */
const holding = (text: string) => ({ $ilike: `%${text.replace(/[\\%_]/g, '\\$&')}%` });

const named = (text: string | null | undefined) =>
  text ? { $or: [{ name: holding(text) }, { description: holding(text) }] } : {};

export async function readSavedQueries(
  em: EntityManager,
  asks: Principal,
  { text, mine }: SavedQueryWhere,
  { first, after }: PageArgs,
): Promise<Page<SavedQuery>> {
  const where = { $and: [openTo(asks), ownership(asks, mine), named(text)] };
  const kept = await em.find(
    Kept,
    { $and: [where, given({ id: latestFirst.behind(after) })] },
    { orderBy: { id: 'desc' }, limit: first + 1, comments: ['saved queries'] },
  );
  return pageOf(kept, first, {
    cursor: ({ id }) => latestFirst.cursor(id),
    node: (query) => toSavedQuery(query, asks),
    count: () => em.count(Kept, where, { comments: ['count saved queries'] }),
  });
}

export async function readSavedQuery(em: EntityManager, asks: Principal, id: string): Promise<SavedQuery | null> {
  const kept = await em.findOne(Kept, { $and: [{ id: numberOf(id) }, openTo(asks)] }, { comments: ['saved query'] });
  return kept && toSavedQuery(kept, asks);
}
