import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from '../testkit/index.ts';

export const home = mkdtempSync(join(tmpdir(), 'rapport-replay-'));

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
