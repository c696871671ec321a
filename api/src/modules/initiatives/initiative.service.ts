import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { AuditLogEntry, entitiesOver, KeptInitiative, type EntityManager } from '@rapport/model/entities';
import { readInitiatives } from '@rapport/model/findings';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import { assertRoom } from '../../platform/operations/room.ts';
import { toInitiative } from './finding.reader.ts';
import { checkedCode, checkedInitiative, room } from './initiative.checks.ts';
import type { Initiative, SaveInitiativeInput } from './initiative.type.ts';

const changedMeanwhile = (): OperationRefused =>
  new OperationRefused(
    'CHANGED_MEANWHILE',
    {
      en: 'This programme was changed elsewhere since you opened it. Open it again and repeat your change.',
      zh: '打开之后，该举措已在别处被修改。请重新打开后再改。',
    },
    'version',
  );

const noShop = (shop: string): OperationRefused =>
  new OperationRefused('UNKNOWN_SHOP', { en: `There is no shop “${shop}”.`, zh: `没有店铺“${shop}”。` }, 'shop');

const notHere = (): OperationRefused =>
  new OperationRefused(
    'NOT_FOUND',
    {
      en: 'Nothing was entered here under this code. What a source delivers can be corrected, not deleted.',
      zh: '此处没有录入过该代码的举措。数据源同步的举措可以更正，不能删除。',
    },
    'code',
  );

async function currencyOf({ pool }: RequestContext, shop: string): Promise<string> {
  const { rows } = await pool.query<{ currency: string }>(
    '/* currency of a shop */ select currency::text as currency from core.shops where shop = $1',
    [shop],
  );
  const [found] = rows;
  if (!found) throw noShop(shop);
  return found.currency;
}

async function changing(context: RequestContext, work: (em: EntityManager) => Promise<void>): Promise<void> {
  try {
    await entitiesOver(context.pool).transactional(work);
  } catch (error) {
    if (error instanceof OptimisticLockError || error instanceof UniqueConstraintViolationException)
      throw changedMeanwhile();
    throw error;
  }
}

/** As it is after a change: read beside the request's snapshot, which was taken before it. */
async function now({ pool }: RequestContext, shop: string, code: string): Promise<Initiative | null> {
  const [found] = await readInitiatives(pool, { shop, code });
  return found ? toInitiative(found) : null;
}

function audit(em: EntityManager, context: RequestContext, action: string, kept: KeptInitiative): void {
  const { labelEn, labelZh, metric, startsOn, scopeDimension, scopeValues } = kept;
  em.create(AuditLogEntry, {
    actor: actorOf(context.principal),
    action,
    subject: `initiative ${kept.shop} ${kept.code}`,
    detail: { labelEn, labelZh, metric, startsOn, scopeDimension, scopeValues },
  });
}

export async function saveInitiative(context: RequestContext, input: SaveInitiativeInput): Promise<Initiative | null> {
  const { shop } = input;
  const code = checkedCode(input.code);
  const wanted = checkedInitiative(input, await currencyOf(context, shop));
  await changing(context, async (em) => {
    const kept = await em.findOne(KeptInitiative, { shop, code });
    if ((kept?.version ?? null) !== (input.version ?? null)) throw changedMeanwhile();
    if (!kept) await assertRoom(em, shop, room, () => em.count(KeptInitiative, { shop }));
    const by = { authorId: context.principal.id, author: actorOf(context.principal), updatedAt: new Date() };
    const changed = kept
      ? em.assign(kept, { ...wanted, ...by })
      : em.create(KeptInitiative, { shop, code, ...wanted, ...by, createdAt: by.updatedAt });
    audit(em, context, 'initiative.save', changed);
    await em.flush();
  });
  return now(context, shop, code);
}

/** Gives back what a source delivers under the code. */
export async function deleteInitiative(
  context: RequestContext,
  { shop, code, version }: { shop: string; code: string; version: number },
): Promise<Initiative | null> {
  await changing(context, async (em) => {
    const kept = await em.findOne(KeptInitiative, { shop, code });
    if (!kept) throw notHere();
    if (kept.version !== version) throw changedMeanwhile();
    audit(em, context, 'initiative.delete', kept);
    em.remove(kept);
    await em.flush();
  });
  return now(context, shop, code);
}
