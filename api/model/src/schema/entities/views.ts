import { defineEntity, type InferEntity, p, sql } from '@mikro-orm/core';
import type { Role } from '../../vocabulary/index.ts';

export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_views',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    ownerId: p.uuid(),
    owner: p.text(),
    name: p.text(),
    path: p.text(),
    search: p.text().default(''),
    sharedWith: p.array().$type<Role[]>(),
    // Every change says which version it changes, so two of them cannot both win.
    version: p.integer().version(),
    createdAt: p.datetime().default(sql`now()`),
    updatedAt: p.datetime().default(sql`now()`),
  },
});
export type SavedView = InferEntity<typeof SavedView>;

/** What a role begins with; gone with its view. */
export const HomeView = defineEntity({
  name: 'HomeView',
  tableName: 'home_views',
  schema: 'ops',
  properties: {
    role: p.text().$type<Role>().primary(),
    viewId: p.bigint('number'),
    setBy: p.text(),
    setAt: p.datetime().default(sql`now()`),
  },
});
export type HomeView = InferEntity<typeof HomeView>;
