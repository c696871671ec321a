import { HomeView, SavedView as Kept, type EntityManager } from '@rapport/model/entities';
import type { Role } from '@rapport/model/vocabulary';
import type { Principal } from '../../platform/auth/principal.ts';
import { given, LatestFirst } from '../../platform/database/latest-first.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { numberOf, toSavedView } from './saved-view.row.ts';
import type { SavedView, SavedViewWhere } from './saved-view.type.ts';

const latestFirst = new LatestFirst('savedViews');

/** One's own, and those shared with one's role. */
const openTo = ({ id, role }: Principal) => ({ $or: [{ ownerId: id }, { sharedWith: { $contains: [role] } }] });

function ownership({ id }: Principal, mine: boolean | null | undefined) {
  if (mine === null || mine === undefined) return {};
  return { ownerId: mine ? id : { $ne: id } };
}

/** As it is written: no sign of the reader's is a wildcard. */
const named = (text: string | null | undefined) =>
  text ? { name: { $ilike: `%${text.replace(/[\\%_]/g, '\\$&')}%` } } : {};

/** The roles that begin with each view; one row a role there can be. */
export async function homesOf(em: EntityManager): Promise<Map<number, Role[]>> {
  const homes = await em.find(HomeView, {}, { orderBy: { role: 'asc' }, comments: ['home views'] });
  const ofView = new Map<number, Role[]>();
  for (const { role, viewId } of homes) ofView.set(viewId, [...(ofView.get(viewId) ?? []), role]);
  return ofView;
}

function ofHome(homes: ReadonlyMap<number, readonly Role[]>, { role }: Principal, home: boolean | null | undefined) {
  if (!home) return {};
  return { id: { $in: [...homes].filter(([, roles]) => roles.includes(role)).map(([id]) => id) } };
}

export async function readSavedViews(
  em: EntityManager,
  asks: Principal,
  { text, mine, home }: SavedViewWhere,
  { first, after }: PageArgs,
): Promise<Page<SavedView>> {
  const homes = await homesOf(em);
  const where = { $and: [openTo(asks), ownership(asks, mine), named(text), ofHome(homes, asks, home)] };
  const kept = await em.find(
    Kept,
    { $and: [where, given({ id: latestFirst.behind(after) })] },
    { orderBy: { id: 'desc' }, limit: first + 1, comments: ['saved views'] },
  );
  return pageOf(kept, first, {
    cursor: ({ id }) => latestFirst.cursor(id),
    node: (view) => toSavedView(view, homes.get(view.id) ?? [], asks),
    count: () => em.count(Kept, where, { comments: ['count saved views'] }),
  });
}

export async function readSavedView(em: EntityManager, asks: Principal, id: string): Promise<SavedView | null> {
  const kept = await em.findOne(Kept, { $and: [{ id: numberOf(id) }, openTo(asks)] }, { comments: ['saved view'] });
  return kept && toSavedView(kept, (await homesOf(em)).get(kept.id) ?? [], asks);
}
