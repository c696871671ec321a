import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { AuditLogEntry, entitiesOver, SavedQuery as Kept, type EntityManager } from '@rapport/model/entities';
import type { GraphQLSchema } from 'graphql';
import type { Principal } from '../../platform/auth/principal.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import { assertRoom } from '../../platform/operations/room.ts';
import type { RoleName } from '../access/index.ts';
import {
  checkedDescription,
  checkedDocument,
  checkedName,
  checkedRoles,
  checkedVariables,
  room,
} from './saved-query.checks.ts';
import { numberOf, toSavedQuery } from './saved-query.row.ts';
import type { SavedQuery, SaveQueryInput } from './saved-query.type.ts';

const changedMeanwhile = (): OperationRefused =>
  new OperationRefused(
    'CHANGED_MEANWHILE',
    {
      en: 'This query was changed elsewhere since you opened it. Open it again, or save yours under another name.',
      zh: '打开之后，该查询已在别处被修改。请重新打开，或以其他名称另存。',
    },
    'version',
  );

const nameTaken = (): OperationRefused =>
  new OperationRefused(
    'NAME_TAKEN',
    { en: 'You keep a query of this name already. Choose another name.', zh: '您已有同名查询，请换一个名称。' },
    'name',
  );

/** The same words for one that is not there, and for one that is not theirs: what is shared can be opened, not changed. */
async function own(em: EntityManager, asks: Principal, id: string, version: number | null | undefined): Promise<Kept> {
  const kept = await em.findOne(Kept, { id: numberOf(id), ownerId: asks.id });
  if (!kept)
    throw new OperationRefused(
      'NOT_FOUND',
      {
        en: 'You keep no such query. Those of others can be opened, and saved as your own.',
        zh: '您没有保存过该查询。他人分享的查询可以打开，并另存为自己的。',
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
    if (error instanceof UniqueConstraintViolationException) throw nameTaken();
    throw error;
  }
}

function write(em: EntityManager, asks: Principal, verb: 'share' | 'delete', kept: Kept): void {
  em.create(AuditLogEntry, {
    actor: actorOf(asks),
    action: `query.${verb}`,
    subject: `saved query ${kept.id}`,
    detail: { name: kept.name, sharedWith: kept.sharedWith },
  });
}

export async function saveQuery(
  context: RequestContext,
  schema: GraphQLSchema,
  input: SaveQueryInput,
): Promise<SavedQuery> {
  const { principal } = context;
  const wanted = {
    name: checkedName(input.name),
    description: checkedDescription(input.description),
    document: checkedDocument(schema, input.document),
    variables: checkedVariables(input.variables),
  };
  return changing(context, async (em) => {
    const now = new Date();
    if (!input.id) await assertRoom(em, principal.id, room, () => em.count(Kept, { ownerId: principal.id }));
    const kept = input.id
      ? em.assign(await own(em, principal, input.id, input.version), { ...wanted, updatedAt: now })
      : em.create(Kept, {
          ...wanted,
          ownerId: principal.id,
          owner: actorOf(principal),
          sharedWith: [],
          createdAt: now,
          updatedAt: now,
        });
    await em.flush();
    return toSavedQuery(kept, principal);
  });
}

export async function renameQuery(
  context: RequestContext,
  { id, version, name }: { id: string; version: number; name: string },
): Promise<SavedQuery> {
  const wanted = checkedName(name);
  return changing(context, async (em) => {
    const kept = await own(em, context.principal, id, version);
    em.assign(kept, { name: wanted, updatedAt: new Date() });
    await em.flush();
    return toSavedQuery(kept, context.principal);
  });
}

export async function shareQuery(
  context: RequestContext,
  { id, version, roles }: { id: string; version: number; roles: readonly RoleName[] },
): Promise<SavedQuery> {
  const sharedWith = checkedRoles(roles);
  return changing(context, async (em) => {
    const kept = await own(em, context.principal, id, version);
    em.assign(kept, { sharedWith, updatedAt: new Date() });
    write(em, context.principal, 'share', kept);
    await em.flush();
    return toSavedQuery(kept, context.principal);
  });
}

export async function deleteQuery(
  context: RequestContext,
  { id, version }: { id: string; version: number },
): Promise<string> {
  return changing(context, async (em) => {
    const kept = await own(em, context.principal, id, version);
    // What nobody else could open is gone without a trace; what others relied on is not.
    if (kept.sharedWith.length > 0) write(em, context.principal, 'delete', kept);
    em.remove(kept);
    await em.flush();
    return id;
  });
}
