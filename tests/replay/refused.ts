import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, vi } from 'vitest';
import {
  correct,
  previewReplay,
  replay,
  type Correction,
  type ProgressListener,
  type ReplayOptions,
} from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import { Workshop } from '../formats/sources.ts';
import type { TestDatabase } from '../testkit/index.ts';

export const home = mkdtempSync(join(tmpdir(), 'rapport-replay-'));
const actor = 'cli test';

export interface RefusedRow {
  id: number;
  feed: string;
  record_no: number;
  reason: string;
  field: string | null;
  state: string;
  tried_run_id: number | null;
}

/** Everything quarantine ever held, oldest first. */
export async function refusedRows({ pool }: TestDatabase): Promise<RefusedRow[]> {
  const { rows } = await pool.query<RefusedRow>(
    'select id, feed, record_no, reason, field, state, tried_run_id from ops.quarantine order by id',
  );
  return rows;
}

/** A workshop of sources, houses to load them into, and the ways of an operator. */
export class Quarantine {
  readonly shop = new Workshop();
  readonly #opened: TestDatabase[] = [];

  constructor() {
    beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', this.shop.folder));
    afterAll(async () => {
      vi.unstubAllEnvs();
      await Promise.all(this.#opened.map((one) => one.drop()));
    });
  }

  async open(): Promise<TestDatabase> {
    const made = await emptyHouse();
    this.#opened.push(made);
    return made;
  }

  load = ({ url }: TestDatabase, source: string) => this.shop.load(url, source, { home });

  replay = (
    { url: databaseUrl }: TestDatabase,
    selection: ReplayOptions['selection'],
    from: string | null = null,
    onProgress: ProgressListener = () => undefined,
  ) => replay({ databaseUrl, home, actor, selection, from, onProgress });

  preview = (
    { url: databaseUrl }: TestDatabase,
    selection: ReplayOptions['selection'],
    from: string | null = null,
    more: Pick<ReplayOptions, 'waitToPublishMs'> = {},
  ) => previewReplay({ databaseUrl, home, actor, selection, from, ...more });

  correct = ({ pool }: TestDatabase, id: number, correction: Correction) =>
    correct(pool, { home }, { id, correction, actor });
}

export const orderColumns = { id: 'text', person: 'text', status: 'text', at: 'timestamp' };
export const ordersSql =
  'select file_id, record_no, id as external_id, person as customer_ref, status, at as ordered_at from {orders}';

/** What the file is called depends on its content: a corrected file is another one. */
export const apartFromFiles = ['file_id'];
