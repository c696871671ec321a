import { defineEntity, type InferEntity, p, sql } from '@mikro-orm/core';
import type { Role } from '../../vocabulary/index.ts';

export const SavedQuery = defineEntity({
  name: 'SavedQuery',
  tableName: 'saved_queries',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    ownerId: p.uuid(),
    owner: p.text(),
    name: p.text(),
    description: p.text().default(''),
    document: p.text(),
    variables: p.text().nullable(),
    sharedWith: p.array().$type<Role[]>(),
    // Every change says which version it changes, so two of them cannot both win.
    version: p.integer().version(),
    createdAt: p.datetime().default(sql`now()`),
    updatedAt: p.datetime().default(sql`now()`),
  },
});
export type SavedQuery = InferEntity<typeof SavedQuery>;
