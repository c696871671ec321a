import { createApiKey, startApi, type LogLine } from '@rapport/api';
import { ensureRollups, rollupMaintenance } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { seedShop } from './seed.ts';

export const roles = ['executive', 'analyst', 'operator'] as const;
export type Role = (typeof roles)[number];

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

/** The API over the seeded shop, with a key for each role. */
export async function seededApi(): Promise<SeededApi> {
  const database = await testDatabase();
  await seedShop(database.pool);
  await ensureRollups(database.pool);
  await rollupMaintenance.rebuild(database.pool);
  const log: LogLine[] = [];
  const api = await startApi({ databaseUrl: database.url, port: 0, log: (line) => log.push(line) });
  const made = await Promise.all(
    roles.map(async (role) => [role, (await createApiKey(database.pool, { role, label: `test ${role}` })).key]),
  );
  const keys = Object.fromEntries(made) as Record<Role, string>;
  return {
    url: api.url,
    database,
    log,
    keys,
    ask: (role, query, variables = {}) =>
      post(api.url, JSON.stringify({ query, variables }), { authorization: `Bearer ${keys[role]}` }),
    async close() {
      await api.close();
      await database.drop();
    },
  };
}
