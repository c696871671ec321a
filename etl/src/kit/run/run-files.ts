import type pg from 'pg';
import type { DeliveredFile } from '../files/discover.ts';
import type { Delivery } from '../files/ledger.ts';
import type { LandedFile } from '../landing/land-file.ts';
import type { Run } from './run.ts';
import type { WorkClock } from './work-clock.ts';

/** What lay in the folder, and what it is to this run. */
export async function recordFound(
  db: pg.Client,
  { runId }: Run,
  files: readonly DeliveredFile[],
  delivery: Delivery,
): Promise<void> {
  const stateOf = ({ fileId }: DeliveredFile): string => {
    const isIn = (some: readonly DeliveredFile[]) => some.some((file) => file.fileId === fileId);
    return isIn(delivery.fresh) ? 'fresh' : isIn(delivery.superseded) ? 'superseded' : 'known';
  };
  await db.query(
    `insert into ops.run_files (run_id, file_id, role, name, state, bytes, file_time)
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::text[], $6::bigint[], $7::timestamptz[])
     on conflict do nothing`,
    [
      runId,
      files.map(({ fileId }) => fileId),
      files.map(({ role }) => role),
      files.map(({ name }) => name),
      files.map(stateOf),
      files.map(({ bytes }) => bytes),
      files.map(({ fileTime }) => fileTime),
    ],
  );
}

type ReadFile = Pick<LandedFile, 'fileId' | 'records'>;

/** How many records each had; a file that was known is read all the same where a new one is joined to it. */
export async function recordLanded(db: pg.Client, { runId }: Run, files: readonly ReadFile[]): Promise<void> {
  await db.query(
    `update ops.run_files f set records = l.records, state = case f.state when 'known' then 'joined' else f.state end
     from unnest($2::uuid[], $3::bigint[]) l(file_id, records) where f.run_id = $1 and f.file_id = l.file_id`,
    [runId, files.map(({ fileId }) => fileId), files.map(({ records }) => records)],
  );
}

/** Work is timed by role: each of its files gets its share by size. */
export async function shareOutSeconds(
  db: pg.Client,
  { runId }: Run,
  files: readonly LandedFile[],
  clock: WorkClock,
): Promise<void> {
  const sizeOf = (role: string): number =>
    files.reduce((sum, file) => sum + (file.role === role ? file.bytes : 0), 0) || 1;
  await db.query(
    `update ops.run_files f set seconds = round(w.seconds::numeric, 3)
     from unnest($2::uuid[], $3::float8[]) w(file_id, seconds) where f.run_id = $1 and f.file_id = w.file_id`,
    [
      runId,
      files.map(({ fileId }) => fileId),
      files.map(({ role, bytes }) => (clock.spent(role) * bytes) / sizeOf(role)),
    ],
  );
}
