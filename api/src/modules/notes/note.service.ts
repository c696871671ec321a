import { OptimisticLockError } from '@mikro-orm/core';
import { AuditLogEntry, ChartNote as Kept, entitiesOver, type EntityManager } from '@rapport/model/entities';
import type { Principal } from '../../platform/auth/principal.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import { assertRoom } from '../../platform/operations/room.ts';
import { checkedDays, checkedShop, checkedText, room } from './note.checks.ts';
import { numberOf, toNote } from './note.row.ts';
import type { ChartNote, SaveNoteInput } from './note.type.ts';

const changedMeanwhile = (): OperationRefused =>
  new OperationRefused(
    'CHANGED_MEANWHILE',
    {
      en: 'This note was changed elsewhere since you opened it. Open it again.',
      zh: '打开之后，该备注已在别处被修改，请重新打开。',
    },
    'version',
  );

/** The same words for one that is not there, and for one that is somebody else's. */
async function own(em: EntityManager, asks: Principal, id: string, version: number | null | undefined): Promise<Kept> {
  const kept = await em.findOne(Kept, { id: numberOf(id), ownerId: asks.id });
  if (!kept)
    throw new OperationRefused(
      'NOT_FOUND',
      {
        en: 'You have no such note. Notes of others can be read, not changed.',
        zh: '您没有该备注。他人的备注只能查看，不能修改。',
      },
      'id',
    );
  if (kept.version !== version) throw changedMeanwhile();
  return kept;
}

async function changing<Value>(context: RequestContext, work: (em: EntityManager) => Promise<Value>): Promise<Value> {
  try {
    return await entitiesOver(context.pool).transactional(work);
  } catch (error) {
    if (error instanceof OptimisticLockError) throw changedMeanwhile();
    throw error;
  }
}

/** What only its author could read leaves no trace; what others read beside their figures does. */
function write(em: EntityManager, asks: Principal, verb: 'save' | 'delete', note: Kept): void {
  const { id, shop, metric, startsOn, endsOn, version } = note;
  em.create(AuditLogEntry, {
    actor: actorOf(asks),
    action: `note.${verb}`,
    subject: `note ${id}`,
    detail: { shop, metric: metric ?? null, startsOn, endsOn, version },
  });
}

export async function saveNote(context: RequestContext, input: SaveNoteInput): Promise<ChartNote> {
  const { principal } = context;
  const wanted = {
    text: checkedText(input.text),
    ...checkedDays(input),
    shop: await checkedShop(context.reads, input.shop),
    metric: input.metric ?? null,
    shared: input.shared ?? false,
  };
  return changing(context, async (em) => {
    const now = new Date();
    const before = input.id ? await own(em, principal, input.id, input.version) : null;
    const wasShared = before?.shared ?? false;
    if (!before) await assertRoom(em, principal.id, room, () => em.count(Kept, { ownerId: principal.id }));
    const kept = before
      ? em.assign(before, { ...wanted, updatedAt: now })
      : em.create(Kept, {
          ...wanted,
          ownerId: principal.id,
          owner: actorOf(principal),
          createdAt: now,
          updatedAt: now,
        });
    await em.flush();
    if (wanted.shared || wasShared) write(em, principal, 'save', kept);
    await em.flush();
    return toNote(kept, principal);
  });
}

export async function deleteNote(
  context: RequestContext,
  { id, version }: { id: string; version: number },
): Promise<string> {
  return changing(context, async (em) => {
    const kept = await own(em, context.principal, id, version);
    if (kept.shared) write(em, context.principal, 'delete', kept);
    em.remove(kept);
    await em.flush();
    return id;
  });
}
