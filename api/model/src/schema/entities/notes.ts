import { defineEntity, type InferEntity, p, sql } from '@mikro-orm/core';

export const ChartNote = defineEntity({
  name: 'ChartNote',
  tableName: 'chart_notes',
  schema: 'ops',
  properties: {
    id: p.bigint('number').primary(),
    shop: p.text(),
    metric: p.text().nullable(),
    startsOn: p.date(),
    endsOn: p.date(),
    text: p.text(),
    shared: p.boolean().default(false),
    ownerId: p.uuid(),
    owner: p.text(),
    // Every change says which version it changes, so two of them cannot both win.
    version: p.integer().version(),
    createdAt: p.datetime().default(sql`now()`),
    updatedAt: p.datetime().default(sql`now()`),
  },
});
export type ChartNote = InferEntity<typeof ChartNote>;
