import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { vi } from 'vitest';
import type { FeedName, IngestReport } from '@rapport/etl';
import { emptyHouse, ingestOnly, load } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { columnsOf, writeSource, type MadeSource } from './made-source.ts';

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** Files of made sources in folders of their own, and the houses they are loaded into. */
export class FeedHouse {
  readonly #folder = mkdtempSync(join(tmpdir(), 'rapport-feeds-'));
  readonly #houses: TestDatabase[] = [];
  #clock = Date.UTC(2025, 5, 1);

  constructor(sources: readonly MadeSource[]) {
    for (const source of sources) this.declare(source);
    vi.stubEnv('RAPPORT_SOURCES', join(this.#folder, 'sources'));
  }

  /** Writes a source folder, or writes it again. */
  declare(source: MadeSource): void {
    writeSource(join(this.#folder, 'sources'), source);
  }

  async open(): Promise<TestDatabase> {
    const house = await emptyHouse();
    this.#houses.push(house);
    return house;
  }

  /** Puts a file of canonical rows into the source's folder, younger than all before it unless a time is given. */
  deliver(
    source: string,
    feed: FeedName,
    rows: readonly Row[],
    { name = '1', at = (this.#clock += 60_000) } = {},
  ): void {
    const columns = columnsOf(feed);
    const unknown = rows.flatMap((row) => Object.keys(row).filter((column) => !columns.includes(column)));
    if (unknown.length > 0) throw new Error(`${feed} has no ${unknown.join(', ')}`);
    const lines = rows.map((row) => columns.map((column) => cell(row[column] ?? null)).join(','));
    mkdirSync(this.folderOf(source), { recursive: true });
    const path = join(this.folderOf(source), `${feed}-${name}.csv`);
    writeFileSync(path, `${[columns.join(','), ...lines].join('\n')}\n`);
    utimesSync(path, at / 1000, at / 1000);
  }

  withdraw(source: string, feed: FeedName, name = '1'): void {
    rmSync(join(this.folderOf(source), `${feed}-${name}.csv`), { force: true });
  }

  clear(): void {
    for (const name of readdirSync(this.#folder))
      if (name !== 'sources') rmSync(join(this.#folder, name), { recursive: true });
  }

  folderOf(source: string): string {
    return join(this.#folder, `files-${source}`);
  }

  load(house: TestDatabase, source: string, options = {}): Promise<IngestReport> {
    return load(house.url, this.folderOf(source), { source, ...options });
  }

  /** Leaves stale what the load left stale. */
  ingestOnly(house: TestDatabase, source: string, options = {}): Promise<IngestReport> {
    return ingestOnly(house.url, this.folderOf(source), { source, ...options });
  }

  async close(): Promise<void> {
    vi.unstubAllEnvs();
    await Promise.all(this.#houses.map((house) => house.drop()));
    rmSync(this.#folder, { recursive: true });
  }
}

function cell(value: string | number | boolean | null): string {
  const text = value === null ? '' : String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Live rows of a feed: their id in the source → the external id of the customer they belong to; visitors by their raw id. */
export async function ownersOf(house: TestDatabase, table: string): Promise<Record<string, string>> {
  const { rows } = await house.pool.query<{ id: string; owner: string }>(
    `select t.external_id as id, coalesce(c.external_id, t.customer_id::text) as owner from core.${table} t
     left join core.customers c on c.customer_id = t.customer_id where t.deleted_at is null order by 1`,
  );
  return Object.fromEntries(rows.map(({ id, owner }) => [id, owner]));
}

/** What a run made of each feed, without zeros. */
export function fates({ feeds }: IngestReport): Record<string, Record<string, number>> {
  const names = [
    'inserted',
    'updated',
    'unchanged',
    'duplicate',
    'superseded',
    'pending',
    'quarantined',
    'deleted',
    'healed',
  ] as const;
  const found: Record<string, Record<string, number>> = {};
  for (const line of feeds) {
    for (const name of names) {
      if (line[name] === 0) continue;
      const fate = (found[line.feed] ??= {});
      fate[name] = (fate[name] ?? 0) + line[name];
    }
  }
  return found;
}
