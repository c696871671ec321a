import { mkdirSync, mkdtempSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { ingest, newSource, type IngestReport } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';

/** A shop of its own that copies presets, and a house to load into. */
export class PresetHouses {
  readonly sources = mkdtempSync(join(tmpdir(), 'rapport-own-sources-'));
  readonly #home = mkdtempSync(join(tmpdir(), 'rapport-home-'));
  readonly #opened: TestDatabase[] = [];

  constructor() {
    beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', this.sources));
    afterAll(async () => {
      vi.unstubAllEnvs();
      await Promise.all(this.#opened.map((house) => house.drop()));
    });
  }

  async open(): Promise<TestDatabase> {
    const house = await emptyHouse();
    this.#opened.push(house);
    return house;
  }

  /** Copies a preset; `edit` is what the shop changes in its source.yaml. */
  async copy(preset: string, name: string, edit: (yaml: string) => string = (yaml) => yaml): Promise<string> {
    const { folder } = await newSource({ name, preset, shop: 'mine', zone: 'Asia/Shanghai', currency: 'CNY' });
    const file = join(folder, 'source.yaml');
    writeFileSync(file, edit(readFileSync(file, 'utf8')));
    return name;
  }

  /** A folder with these files, dated before today. */
  delivery(files: Record<string, string | Buffer>): string {
    const folder = mkdtempSync(join(tmpdir(), 'rapport-delivery-'));
    for (const [name, content] of Object.entries(files)) {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, content);
      utimesSync(path, 1_750_000_000, 1_750_000_000);
    }
    return folder;
  }

  load(house: TestDatabase, source: string, from: string): Promise<IngestReport> {
    return ingest({ databaseUrl: house.url, source, from, home: this.#home, trigger: 'cli' });
  }
}

export async function rowsOf(house: TestDatabase, sql: string): Promise<Record<string, unknown>[]> {
  return (await house.pool.query<Record<string, unknown>>(sql)).rows;
}
