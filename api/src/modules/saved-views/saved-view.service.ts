import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { AuditLogEntry, entitiesOver, HomeView, SavedView as Kept, type EntityManager } from '@rapport/model/entities';
import type { Role } from '@rapport/model/vocabulary';
import type { Principal } from '../../platform/auth/principal.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import { assertRoom } from '../../platform/operations/room.ts';
import type { RoleName } from '../access/index.ts';
import { checkedName, checkedPath, checkedRoles, checkedSearch, room } from './saved-view.checks.ts';
import { homesOf } from './saved-view.reader.ts';
import { numberOf, toSavedView } from './saved-view.row.ts';
import type { SavedView, SaveViewInput } from './saved-view.type.ts';

const changedMeanwhile = (): OperationRefused =>
  new OperationRefused(
    'CHANGED_MEANWHILE',
    {
      en: 'This view was changed elsewhere since you opened it. Look at it again, or save yours under another name.',
      zh: '打开之后，该视图已在别处被修改。请重新查看，或以其他名称另存。',
    },
    'version',
  );

const nameTaken = (): OperationRefused =>
  new OperationRefused(
    'NAME_TAKEN',
    { en: 'You keep a view of this name already. Choose another name.', zh: '您已有同名视图，请换一个名称。' },
    'name',
  );

const notFound = (): OperationRefused =>
  new OperationRefused(
    'NOT_FOUND',
    {
      en: 'You keep no such view. Those of others can be opened, and saved as your own.',
      zh: '您没有保存过该视图。他人分享的视图可以打开，并另存为自己的。',
    },
    'id',
  );

/** The same words for one that is not there, and for one that is not theirs. */
async function own(em: EntityManager, asks: Principal, id: string, version: number | null | undefined): Promise<Kept> {
  const kept = await em.findOne(Kept, { id: numberOf(id), ownerId: asks.id });
  if (!kept) throw notFound();
  if (kept.version !== version) throw changedMeanwhile();
  return kept;
}

async function changing<Value>(context: RequestContext, work: (em: EntityManager) => Promise<Value>): Promise<Value> {
  try {
    return await entitiesOver(context.pool).transactional(work);
  } catch (error) {
    if (error instanceof OptimisticLockError) throw changedMeanwhile();
    if (error instanceof UniqueConstraintViolationException) throw nameTaken();
    throw error;
  }
}

function write(
  em: EntityManager,
  asks: Principal,
  verb: 'share' | 'delete' | 'home',
  { id, name }: { id: number; name?: string },
  more: object,
): void {
  em.create(AuditLogEntry, {
    actor: actorOf(asks),
    action: `view.${verb}`,
    subject: `saved view ${id}`,
    detail: { ...(name === undefined ? {} : { name }), ...more },
  });
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((each) => b.includes(each));

const told = async (em: EntityManager, kept: Kept, asks: Principal): Promise<SavedView> =>
  toSavedView(kept, (await homesOf(em)).get(kept.id) ?? [], asks);

/** Whom it is shared with is written to the audit where that changes; a role that can no longer open it no longer begins with it. */
export async function saveView(context: RequestContext, input: SaveViewInput): Promise<SavedView> {
  const { principal } = context;
  const wanted = { name: checkedName(input.name), path: checkedPath(input.path), search: checkedSearch(input.search) };
  const sharedWith = input.sharedWith ? checkedRoles(input.sharedWith) : undefined;
  return changing(context, async (em) => {
    const now = new Date();
    const before = input.id ? await own(em, principal, input.id, input.version) : undefined;
    const had = before?.sharedWith ?? [];
    if (!before) await assertRoom(em, principal.id, room, () => em.count(Kept, { ownerId: principal.id }));
    const kept = before
      ? em.assign(before, { ...wanted, sharedWith: sharedWith ?? had, updatedAt: now })
      : em.create(Kept, {
          ...wanted,
          ownerId: principal.id,
          owner: actorOf(principal),
          sharedWith: sharedWith ?? [],
          createdAt: now,
          updatedAt: now,
        });
    await em.flush();
    if (!same(had, kept.sharedWith)) {
      write(em, principal, 'share', kept, { sharedWith: kept.sharedWith });
      await em.nativeDelete(HomeView, { viewId: kept.id, role: { $nin: kept.sharedWith } });
    }
    await em.flush();
    return told(em, kept, principal);
  });
}

export async function deleteView(
  context: RequestContext,
  { id, version }: { id: string; version: number },
): Promise<string> {
  return changing(context, async (em) => {
    const kept = await own(em, context.principal, id, version);
    if (kept.sharedWith.length > 0) write(em, context.principal, 'delete', kept, { sharedWith: kept.sharedWith });
    em.remove(kept);
    await em.flush();
    return id;
  });
}

/** What a role begins with is one that all of it can open. */
function assertShared(kept: Kept | null, role: Role): asserts kept is Kept {
  if (!kept) throw notFound();
  if (kept.sharedWith.includes(role)) return;
  throw new OperationRefused(
    'NOT_SHARED',
    {
      en: `This view is not shared with the role ${role}: share it first, else its people could not open it.`,
      zh: `该视图未分享给角色 ${role}，其成员无法打开。请先分享。`,
    },
    'viewId',
  );
}

export async function setHome(
  context: RequestContext,
  { role: name, viewId }: { role: RoleName; viewId: string | null | undefined },
): Promise<SavedView | null> {
  const { principal } = context;
  const [role = 'analyst'] = checkedRoles([name]);
  return changing(context, async (em) => {
    if (!viewId) {
      const before = await em.findOne(HomeView, { role });
      if (!before) return null;
      write(em, principal, 'home', { id: before.viewId }, { role, begins: false });
      em.remove(before);
      await em.flush();
      return null;
    }
    const kept = await em.findOne(Kept, { id: numberOf(viewId) });
    assertShared(kept, role);
    await em.upsert(HomeView, { role, viewId: kept.id, setBy: actorOf(principal), setAt: new Date() });
    write(em, principal, 'home', kept, { role });
    await em.flush();
    return told(em, kept, principal);
  });
}
