import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApiKey, createSignInLink, startApi, type ApiOptions } from '@rapport/api';
import { BUILT_DOCUMENTS } from '@rapport/bin/dashboard';
import { operationsOf } from '@rapport/bin/operations';
import { catchUpOn, ingest } from '@rapport/etl';
import { demoSources, generateShop, type DemoSource, type Truth } from '@rapport/etl/demo';
import { testDatabase, type TestDatabase } from './database.ts';

export type Role = 'executive' | 'analyst' | 'steward' | 'operator';

/** A whole product on a free port: a generated shop, loaded by the real engine into a database of its own, served by the real API. */
export interface DemoHouse {
  url: string;
  shopDirectory: string;
  truth: Truth;
  database: TestDatabase;
  key(role: Role): Promise<string>;
  /** A one-time link, whole. */
  signInLink(role: Role): Promise<string>;
  close(): Promise<void>;
}

interface HouseOptions {
  orders: number;
  seed?: string;
  /** The systems whose exports are loaded, in order; all six where absent. Fewer are faster. */
  sources?: readonly DemoSource[];
  /** A built dashboard; without it the API answers alone. */
  dashboardDir?: string;
  /** Operators can have things done, as on a server that `rapport serve` started. */
  operated?: boolean;
  /** Where people sign in who have no account here. */
  provider?: ApiOptions['provider'];
  /** Prints pages. */
  printing?: ApiOptions['printing'];
}

export async function openDemoHouse({
  orders,
  seed = 'house',
  sources = demoSources,
  dashboardDir,
  operated = false,
  provider,
  printing,
}: HouseOptions): Promise<DemoHouse> {
  const home = await mkdtemp(join(tmpdir(), 'rapport-house-'));
  const shopDirectory = join(home, 'shop');
  const { truth } = await generateShop({ orders, seed, out: shopDirectory });
  const database = await testDatabase();
  for (const source of sources)
    await ingest({ databaseUrl: database.url, source, from: join(shopDirectory, source), home, trigger: 'cli' });
  await catchUpOn(database.url);
  const operations = operationsOf({ home, masterKey: undefined, deliveries: home }, database, {
    look: () => undefined,
  });
  const api = await startApi({
    databaseUrl: database.url,
    port: 0,
    dashboardDir,
    documents: dashboardDir === undefined ? [] : await documentsOf(dashboardDir),
    // A suite asks in a minute what a person asks in a day, of a machine that may be slow.
    costPerMinute: 1_000_000_000,
    statementTimeoutMs: 60_000,
    requestTimeoutMs: 120_000,
    ...(operated ? { operations } : {}),
    ...(provider ? { provider } : {}),
    ...(printing ? { printing } : {}),
    log: () => {},
  });
  return {
    url: api.url,
    shopDirectory,
    truth,
    database,
    key: async (role) => (await createApiKey(database.pool, { role, label: `test ${role}` })).key,
    signInLink: async (role) =>
      new URL((await createSignInLink(database.pool, { user: `test-${role}`, role })).path, api.url).href,
    close: async () => {
      await api.close();
      await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

/** What the pages ask is known to a server before anybody does. */
async function documentsOf(dashboardDir: string): Promise<string[]> {
  const built = JSON.parse(await readFile(join(dashboardDir, BUILT_DOCUMENTS), 'utf8')) as Record<string, string>;
  return Object.values(built);
}

export interface Answer {
  data: Record<string, unknown> | null;
  errors?: { message: string; extensions?: Record<string, unknown> }[];
}

/** Asks as a program with a key does; the text is the body as it came. */
export async function ask(
  url: string,
  key: string,
  query: string,
  variables: Record<string, unknown> = {},
): Promise<{ text: string; answer: Answer }> {
  const response = await fetch(new URL('/graphql', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
    body: JSON.stringify({ query, variables }),
  });
  const text = await response.text();
  return { text, answer: JSON.parse(text) as Answer };
}

/** The data of an answer that must have no errors. */
export async function askFor<Data>(url: string, key: string, query: string): Promise<Data> {
  const { answer, text } = await ask(url, key, query);
  if (answer.errors || !answer.data) throw new Error(`The API refused ${query.slice(0, 200)}: ${text.slice(0, 600)}`);
  return answer.data as Data;
}
