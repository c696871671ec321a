import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject, vi } from 'vitest';
import { ingest, type IngestError, type IngestOptions, type IngestReport } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import { TriedSources } from '../faults/tried-source.ts';
import type { TestDatabase } from '../testkit/index.ts';

/** A house whose sources fetch from elsewhere. */
export class ConnectedHouse {
  readonly sources = new TriedSources();
  readonly home = mkdtempSync(join(tmpdir(), 'rapport-connect-'));
  readonly secrets = new Map<string, string>();

  private constructor(readonly database: TestDatabase) {
    vi.stubEnv('RAPPORT_SOURCES', this.sources.folder);
  }

  static async open(): Promise<ConnectedHouse> {
    return new ConnectedHouse(await emptyHouse());
  }

  load(source: string, options: Partial<IngestOptions> = {}): Promise<IngestReport> {
    return ingest({
      databaseUrl: this.database.url,
      source,
      home: this.home,
      secrets: (reference) => this.secrets.get('env' in reference ? reference.env : reference.file) ?? null,
      ...options,
    });
  }

  async refusal(source: string, options: Partial<IngestOptions> = {}): Promise<IngestError> {
    try {
      await this.load(source, options);
    } catch (error) {
      return error as IngestError;
    }
    throw new Error('the load went through');
  }

  async rows<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.database.pool.query<T>(sql, values)).rows;
  }

  /** Orders as they stand, by their own numbers; of one shop, where it is named. */
  async orders(shop: string | null = null): Promise<Record<string, string>> {
    const rows = await this.rows<{ id: string; status: string }>(
      'select external_id as id, status from core.orders where deleted_at is null and shop = coalesce($1, shop) order by 1',
      [shop],
    );
    return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
  }

  async close(): Promise<void> {
    vi.unstubAllEnvs();
    await this.database.drop();
    await rm(this.home, { recursive: true, force: true });
  }
}

/** The shop's own database, on the tests' server. */
export class ShopDatabase {
  readonly #name = `rapport_shop_${randomBytes(6).toString('hex')}`;
  readonly #admin: string;
  readonly pool: pg.Pool;
  readonly url: string;

  private constructor(adminUrl: string) {
    this.#admin = adminUrl;
    const url = new URL(adminUrl);
    url.pathname = `/${this.#name}`;
    this.url = url.href;
    this.pool = new pg.Pool({ connectionString: this.url, max: 8 });
    this.pool.on('error', () => undefined);
  }

  static async open(settings = ''): Promise<ShopDatabase> {
    const made = new ShopDatabase(inject('postgres').adminUrl);
    await made.#asAdmin(`create database ${made.#name} ${settings}`);
    return made;
  }

  async #asAdmin(statement: string): Promise<void> {
    const client = new pg.Client({ connectionString: this.#admin });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }

  async sql(text: string, values: unknown[] = []): Promise<void> {
    await this.pool.query(text, values);
  }

  async drop(): Promise<void> {
    await this.pool.end();
    await this.#asAdmin(`drop database if exists ${this.#name} with (force)`);
  }
}

export const ordersTable = `create table orders (id text primary key, person text, status text not null, placed timestamptz not null,
  changed timestamptz not null default now(), removed timestamptz)`;

/** Columns and feeds of a source of orders; `fill` is what fills it. */
export function ordersSource(connection: string, fill: string): string {
  return `connection:
${indented(connection, 2)}
files:
  orders:
    file: orders.csv
${indented(fill, 4)}
    columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz }
feeds: { orders: { from: orders } }
`;
}

export const ordersOf = (source: string): Record<string, string> => ({
  orders: `select file_id, record_no, id as external_id, person as customer_ref, status, placed as ordered_at, changed as source_version from landing.${source}__orders`,
});

export function indented(text: string, by: number): string {
  return text
    .trim()
    .split('\n')
    .map((line) => ' '.repeat(by) + line)
    .join('\n');
}
