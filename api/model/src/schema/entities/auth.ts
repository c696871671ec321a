import { defineEntity, p, sql } from '@mikro-orm/core';

export const User = defineEntity({
  name: 'User',
  tableName: 'users',
  schema: 'auth',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    name: p.text().unique(),
    role: p.text(),
    createdAt: p.datetime().default(sql`now()`),
    disabledAt: p.datetime().nullable(),
  },
});

export const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  schema: 'auth',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    prefix: p.text().unique(),
    keyHash: p.blob().hidden(),
    label: p.text(),
    role: p.text(),
    createdAt: p.datetime().default(sql`now()`),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});

export const SignInLink = defineEntity({
  name: 'SignInLink',
  tableName: 'sign_in_links',
  schema: 'auth',
  properties: {
    tokenHash: p.blob().primary(),
    user: () => p.manyToOne(User).fieldName('user_id'),
    createdAt: p.datetime().default(sql`now()`),
    expiresAt: p.datetime(),
    usedAt: p.datetime().nullable(),
  },
});

export const Session = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  schema: 'auth',
  properties: {
    tokenHash: p.blob().primary(),
    user: () => p.manyToOne(User).fieldName('user_id'),
    csrfHash: p.blob().nullable(),
    createdAt: p.datetime().default(sql`now()`),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
});
