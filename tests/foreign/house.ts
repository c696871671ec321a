import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import { ingest, type IngestReport } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';

/** Houses into which a test loads the sources of this folder. */
export class ForeignHouses {
  readonly #opened: TestDatabase[] = [];
  readonly #home = mkdtempSync(join(tmpdir(), 'rapport-home-'));

  constructor() {
    beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', join(import.meta.dirname, 'sources')));
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

  load(house: TestDatabase, source: string, from: string): Promise<IngestReport> {
    return ingest({ databaseUrl: house.url, source, from, home: this.#home, trigger: 'cli' });
  }
}

/** One row of one query. */
export async function figures(house: TestDatabase, sql: string): Promise<Record<string, unknown>> {
  const { rows } = await house.pool.query<Record<string, unknown>>(sql);
  return rows[0] ?? {};
}
