import { createApiKey, startApi, type LogLine } from '@rapport/api';
import type { Scope } from '@rapport/model/vocabulary';
import { ensureRollups, noteFeeds, rollupMaintenance } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import type { Shop } from '../testkit/shop.ts';
import { seedShop } from './seed.ts';

export const roles = ['executive', 'analyst', 'lead', 'steward', 'operator'] as const;
export type Role = (typeof roles)[number];
/** What the lead of these tests sees. */
export const leadScope: Scope = { dimension: 'CARRIER', values: ['sf'] };

interface GraphqlError {
  message: string;
  path?: (string | number)[];
  extensions: { code: string; [name: string]: unknown };
}

export interface Reply<Data> {
  status: number;
  text: string;
  data: Data | null;
  errors: GraphqlError[];
  extensions: { cost?: { requested: number; limit: number } };
}

export interface SeededApi {
  url: string;
  database: TestDatabase;
  log: LogLine[];
  keys: Record<Role, string>;
  ask<Data>(role: Role, query: string, variables?: Record<string, unknown>): Promise<Reply<Data>>;
  close(): Promise<void>;
}

export async function post<Data>(url: string, body: string, headers: Record<string, string>): Promise<Reply<Data>> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const text = await response.text();
  const { data = null, errors = [], extensions = {} } = JSON.parse(text) as Partial<Reply<Data>>;
  return { status: response.status, text, data, errors, extensions };
}

async function apiOver(fill: (pool: TestDatabase['pool']) => Promise<unknown>): Promise<SeededApi> {
  const database = await testDatabase();
  await fill(database.pool);
  const api = await serving(database);
  return { ...api, close: () => api.close().then(() => database.drop()) };
}

/** The API over a database as it stands, with a key for each role; closing it leaves the database. */
export async function serving(database: TestDatabase): Promise<SeededApi> {
  const log: LogLine[] = [];
  const api = await startApi({ databaseUrl: database.url, port: 0, log: (line) => log.push(line) });
  const made = await Promise.all(
    roles.map(async (role) => [
      role,
      (await createApiKey(database.pool, { role, label: `test ${role}`, scope: role === 'lead' ? leadScope : null }))
        .key,
    ]),
  );
  const keys = Object.fromEntries(made) as Record<Role, string>;
  return {
    url: api.url,
    database,
    log,
    keys,
    ask: (role, query, variables = {}) =>
      post(api.url, JSON.stringify({ query, variables }), { authorization: `Bearer ${keys[role]}` }),
    close: () => api.close(),
  };
}

/** The API over the seeded shop. */
export const seededApi = (): Promise<SeededApi> =>
  apiOver(async (pool) => {
    await seedShop(pool);
    await noteFeeds(pool, 'seed', 'everything');
    await ensureRollups(pool);
    await rollupMaintenance.rebuild(pool);
  });

/** The API over a shop of the testkit, with ids that rows can be found by. */
export const apiOf = (shop: Shop): Promise<SeededApi> =>
  apiOver(async (pool) => {
    await shop.load(pool);
    await pool.query(`insert into core.identity select customer_id, 'customer', customer_id from core.customers
      union all select id, 'order', customer_id from core.orders union all select id, 'case', customer_id from core.service_cases`);
  });
