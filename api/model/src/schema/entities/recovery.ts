import { defineEntity, type InferEntity, p, sql } from '@mikro-orm/core';
import type { RecoveryAction, RecoveryOutcome } from '../../vocabulary/index.ts';

export const RecoveryCase = defineEntity({
  name: 'RecoveryCase',
  tableName: 'recovery_cases',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    shop: p.text(),
    customerId: p.uuid(),
    orderId: p.uuid(),
    failures: p.array(),
    hurtOn: p.date(),
    valueAtStakeMinor: p.bigint('number'),
    currency: p.text(),
    arm: p.text().$type<'contact' | 'hold_out'>(),
    assignedOn: p.date(),
    dueOn: p.date(),
    owner: p.text().nullable(),
    action: p.text().$type<RecoveryAction>().nullable(),
    outcome: p.text().$type<RecoveryOutcome>().nullable(),
    closedOn: p.date().nullable(),
    // Every change says which version it changes, so two of them cannot both win.
    version: p.integer().version(),
    openedBy: p.text(),
    openedAt: p.datetime().default(sql`now()`),
    updatedAt: p.datetime().default(sql`now()`),
  },
});
export type RecoveryCase = InferEntity<typeof RecoveryCase>;
