import { AuditLogEntry, type EntityManager, entitiesOver } from '@rapport/model/entities';
import type pg from 'pg';
import type { Actor } from '../operations/actor.ts';

/** Who has something changed where nobody is named: a program of the house itself. */
export const HOUSE: Actor = 'house';

/** Areas and verbs of the audit that are ours. */
export type AccessAction =
  | 'session.sign_in'
  | 'session.refuse'
  | 'session.sign_out'
  | 'session.end_all'
  | 'user.create'
  | 'user.change'
  | 'user.password'
  | 'link.create'
  | 'key.create'
  | 'key.revoke';

export interface Written {
  actor: Actor;
  action: AccessAction;
  subject: string;
  detail?: Record<string, unknown>;
}

/** What is changed and what the audit says of it, both or neither. */
export function written<Value>(
  pool: pg.Pool,
  work: (em: EntityManager, write: (entry: Written) => void) => Promise<Value>,
): Promise<Value> {
  return entitiesOver(pool).transactional((em) =>
    work(em, ({ detail, ...entry }) => {
      em.create(AuditLogEntry, { ...entry, detail: detail ?? {} });
    }),
  );
}
