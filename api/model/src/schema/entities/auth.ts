import { defineEntity, type InferEntity, p, sql } from '@mikro-orm/core';
import type { KeyScope, Role, ScopeDimension } from '../../vocabulary/index.ts';

export const User = defineEntity({
  name: 'User',
  tableName: 'users',
  schema: 'auth',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    name: p.text().unique(),
    role: p.text().$type<Role>(),
    createdAt: p.datetime().default(sql`now()`),
    disabledAt: p.datetime().nullable(),
    scopeDimension: p.text().$type<ScopeDimension>().nullable(),
    scopeValues: p.array().nullable(),
    passwordHash: p.text().hidden().lazy().nullable(),
    passwordChangedAt: p.datetime().nullable(),
    issuer: p.text().nullable(),
    subject: p.text().nullable(),
  },
});
export type User = InferEntity<typeof User>;

export const ApiKey = defineEntity({
  name: 'ApiKey',
  tableName: 'api_keys',
  schema: 'auth',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    prefix: p.text().unique(),
    keyHash: p.blob().hidden().lazy(),
    label: p.text(),
    role: p.text().$type<Role>(),
    createdAt: p.datetime().default(sql`now()`),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
    scopeDimension: p.text().$type<ScopeDimension>().nullable(),
    scopeValues: p.array().nullable(),
    scopes: p.array().$type<KeyScope[]>().nullable(),
  },
});
export type ApiKey = InferEntity<typeof ApiKey>;

export const FeedKey = defineEntity({
  name: 'FeedKey',
  tableName: 'feed_keys',
  schema: 'auth',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    prefix: p.text().unique(),
    keyHash: p.blob().hidden().lazy(),
    label: p.text(),
    source: p.text(),
    createdAt: p.datetime().default(sql`now()`),
    expiresAt: p.datetime().nullable(),
    lastUsedAt: p.datetime().nullable(),
    revokedAt: p.datetime().nullable(),
  },
});
export type FeedKey = InferEntity<typeof FeedKey>;

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
export type SignInLink = InferEntity<typeof SignInLink>;

export const Session = defineEntity({
  name: 'Session',
  tableName: 'sessions',
  schema: 'auth',
  properties: {
    tokenHash: p.blob().primary(),
    user: () => p.manyToOne(User).fieldName('user_id'),
    createdAt: p.datetime().default(sql`now()`),
    expiresAt: p.datetime(),
    endedAt: p.datetime().nullable(),
    seenAt: p.datetime().default(sql`now()`),
    signedInBy: p.text().$type<'link' | 'password' | 'provider'>().default('link'),
  },
});
export type Session = InferEntity<typeof Session>;
