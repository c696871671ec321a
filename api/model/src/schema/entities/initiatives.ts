import { defineEntity, type InferEntity, p, sql } from '@mikro-orm/core';

/** A programme entered or corrected by a person; of a delivered one it takes the place. */
export const KeptInitiative = defineEntity({
  name: 'KeptInitiative',
  tableName: 'initiatives',
  schema: 'ops',
  properties: {
    shop: p.text().primary(),
    code: p.text().primary(),
    labelEn: p.text().default(''),
    labelZh: p.text().default(''),
    claimEn: p.text().default(''),
    claimZh: p.text().default(''),
    theme: p.text().nullable(),
    metric: p.text(),
    expected: p.double().nullable(),
    scopeDimension: p.text().nullable(),
    scopeValues: p.array().$type<string[]>(),
    within: p.json().$type<{ dimension: string; values: string[] }[]>(),
    startsOn: p.date(),
    endsOn: p.date().nullable(),
    costMinor: p.bigint('number').nullable(),
    authorId: p.uuid(),
    author: p.text(),
    // Every change says which version it changes, so two of them cannot both win.
    version: p.integer().version(),
    createdAt: p.datetime().default(sql`now()`),
    updatedAt: p.datetime().default(sql`now()`),
  },
});
export type KeptInitiative = InferEntity<typeof KeptInitiative>;
