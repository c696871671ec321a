import { OptimisticLockError, UniqueConstraintViolationException } from '@mikro-orm/core';
import { randomInt } from 'node:crypto';
import { AuditLogEntry, entitiesOver, RecoveryCase as Kept, type EntityManager } from '@rapport/model/entities';
import type { HurtCustomer } from '@rapport/model/findings';
import { recoveryActions, recoveryOutcomes, type LocalizedText } from '@rapport/model/vocabulary';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { actorOf } from '../../platform/operations/actor.ts';
import { OperationRefused } from '../../platform/operations/index.ts';
import { writtenText } from '../../platform/operations/written-text.ts';
import { toRecoveryCase } from './recovery.reader.ts';
import type { OpenRecoveryInput, RecordRecoveryInput } from './recovery.input.ts';
import type { RecoveryCase } from './recovery.type.ts';

const MOST = 500;
const DAY = 86_400_000;

const refuse = (code: string, field: string | null, text: LocalizedText): OperationRefused =>
  new OperationRefused(code, text, field);

function within(field: string, value: number, low: number, high: number, whole: boolean): number {
  if (value >= low && value <= high && (!whole || Number.isInteger(value))) return value;
  throw refuse('OUT_OF_RANGE', field, {
    en: `${field} goes from ${low} to ${high}; ${value} was given.`,
    zh: `${field} 应为 ${low} 至 ${high}，收到的是 ${value}。`,
  });
}

const ownerOf = (owner: string | null | undefined): string | null =>
  writtenText(owner, { code: 'BAD_OWNER', field: 'owner', what: { en: 'An owner', zh: '负责人' }, most: 120 }) || null;

const changedMeanwhile = (): OperationRefused =>
  refuse('CHANGED_MEANWHILE', 'version', {
    en: 'This case was changed elsewhere since you opened it. Open it again.',
    zh: '打开之后，该记录已在别处被修改，请重新打开。',
  });

async function changing<Value>(context: RequestContext, work: (em: EntityManager) => Promise<Value>): Promise<Value> {
  try {
    return await entitiesOver(context.pool).transactional(work);
  } catch (error) {
    if (error instanceof OptimisticLockError) throw changedMeanwhile();
    if (error instanceof UniqueConstraintViolationException)
      throw refuse('TAKEN_MEANWHILE', null, {
        en: 'Somebody has just taken some of these customers in hand. Load the list again.',
        zh: '其中部分顾客刚刚已被他人接手，请重新加载列表。',
      });
    throw error;
  }
}

const later = (day: string, days: number): string => new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);

/** By lot, with the randomness of the system: nobody can foresee it or choose. */
const heldOut = (share: number): boolean => randomInt(1_000_000) < share * 1_000_000;

interface ToOpen {
  customers: readonly HurtCustomer[];
  currency: string;
  asOf: string;
}

/** Takes hurt customers in hand, the dearest first; who is contacted and who is left alone is drawn for each of them. */
export async function openRecovery(
  context: RequestContext,
  input: OpenRecoveryInput,
  { customers, currency, asOf }: ToOpen,
): Promise<{ opened: number; heldOut: number }> {
  const count = within('customers', input.customers, 1, MOST, true);
  const days = within('dueInDays', input.dueInDays ?? 7, 1, 90, true);
  const share = within('holdOutShare', input.holdOutShare ?? 0.2, 0, 0.5, false);
  const owner = ownerOf(input.owner);
  const taken = customers.slice(0, count);
  if (taken.length === 0)
    throw refuse('NOBODY', 'customers', {
      en: 'No hurt customer of this shop is left to be taken in hand.',
      zh: '该店铺没有待接手的受损顾客。',
    });
  const actor = actorOf(context.principal);
  return changing(context, async (em) => {
    let held = 0;
    for (const { customerId, orderId, failures, hurtOn, atStakeMinor } of taken) {
      const alone = heldOut(share);
      if (alone) held += 1;
      em.create(Kept, {
        shop: input.shop,
        customerId,
        orderId,
        failures: [...failures],
        hurtOn,
        currency,
        valueAtStakeMinor: atStakeMinor,
        arm: alone ? 'hold_out' : 'contact',
        assignedOn: asOf,
        dueOn: later(asOf, days),
        owner: alone ? null : owner,
        openedBy: actor,
      });
    }
    const detail = { customers: taken.length, heldOut: held, holdOutShare: share, owner };
    em.create(AuditLogEntry, { actor, action: 'recovery.open', subject: `shop ${input.shop}`, detail });
    await em.flush();
    return { opened: taken.length - held, heldOut: held };
  });
}

function assertMayChange(kept: Kept | null, version: number): asserts kept is Kept {
  if (!kept) throw refuse('NOT_FOUND', 'id', { en: 'There is no such recovery case.', zh: '没有这条挽回记录。' });
  if (kept.version !== version) throw changedMeanwhile();
  if (kept.arm === 'hold_out')
    throw refuse('HOLD_OUT', 'id', {
      en: 'The lot has left this customer alone, so that it can be told whether contacting helps. Contacting them would spoil the comparison.',
      zh: '抽签决定不联系这位顾客，以便判断联系是否有效。联系会破坏对照。',
    });
  if (kept.outcome)
    throw refuse('CLOSED', 'id', {
      en: 'This case is closed: its outcome stays as it was recorded.',
      zh: '该记录已结案，结果不再更改。',
    });
}

const lower = <Name extends string>(name: Name): Lowercase<Name> => name.toLowerCase() as Lowercase<Name>;

/** Owner, deadline, action and outcome of a case; an outcome closes it. */
export async function recordRecovery(
  context: RequestContext,
  { id, version, owner, dueOn, action, outcome }: RecordRecoveryInput,
  lastDays: ReadonlyMap<string, string>,
): Promise<RecoveryCase> {
  return changing(context, async (em) => {
    const kept = /^\d{1,15}$/.test(id) ? await em.findOne(Kept, { id: Number(id) }) : null;
    assertMayChange(kept, version);
    const asOf = lastDays.get(kept.shop) ?? kept.assignedOn;
    if (outcome && !action && !kept.action)
      throw refuse('NO_ACTION', 'action', {
        en: 'An outcome needs what was done first: give the action too.',
        zh: '填写结果前须先说明采取了什么措施。',
      });
    em.assign(kept, {
      ...(owner === undefined ? {} : { owner: ownerOf(owner) }),
      ...(dueOn ? { dueOn } : {}),
      ...(action ? { action: lower(action) satisfies keyof typeof recoveryActions } : {}),
      ...(outcome ? { outcome: lower(outcome) satisfies keyof typeof recoveryOutcomes, closedOn: asOf } : {}),
      updatedAt: new Date(),
    });
    const detail = {
      owner: kept.owner ?? null,
      dueOn: kept.dueOn,
      action: kept.action ?? null,
      outcome: kept.outcome ?? null,
    };
    const actor = actorOf(context.principal);
    const verb = outcome ? 'recovery.close' : 'recovery.record';
    em.create(AuditLogEntry, { actor, action: verb, subject: `recovery case ${kept.id}`, detail });
    await em.flush();
    return toRecoveryCase(kept, asOf);
  });
}
