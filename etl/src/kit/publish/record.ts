import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import { workTable } from '../stage/names.ts';
import { supersededNote } from '../landing/file-notes.ts';
import { withheldNotes } from './gone.ts';
import { noVerdicts, verdictsOf, type ClassifiedFeed, type Verdicts } from './classify.ts';
import { recordShapes } from '../drift/watch.ts';
import type { Note } from '../run/note.ts';
import { shareOutSeconds } from '../run/run-files.ts';
import type { Published, PublishInput } from './publish.ts';
import { recordQuarantine } from './record-quarantine.ts';

/** One line of the reconciliation: what a feed made of a file. */
export interface FeedCounts extends Verdicts {
  fileId: string;
  fileName: string;
  feed: string;
  home: boolean;
  read: number;
  quarantined: number;
  deleted: number;
}

/** Files, counts, quarantine, freshness and the run's own end, written with the data they speak of. */
export async function recordOutcome(
  tx: pg.Client,
  input: PublishInput,
  feeds: readonly ClassifiedFeed[],
  remarks: readonly Note[],
): Promise<Published> {
  const { source, run } = input;
  const counts = [...countsOf(feeds), ...(await healedElsewhere(tx, feeds)), ...supersededFiles(input)];
  const notes = [
    ...input.files.flatMap((file) => file.notes),
    ...feeds.flatMap(withheldNotes),
    ...input.superseded.map(supersededNote),
    ...remarks,
  ];
  if (!input.replay) await recordFiles(tx, input);
  await recordShapes(tx, source, input.files);
  await shareOutSeconds(tx, run, input.files, input.clock);
  await recordCounts(tx, run.runId, counts);
  if (!input.replay) await recordQuarantine(tx, input, feeds);
  for (const feed of feeds) await recordFreshness(tx, input, feed);
  const { rows } = await tx.query<{ version: string }>(
    'update ops.data_version set version = version + 1, published_at = now() returning version',
  );
  const dataVersion = rows[0]?.version ?? '0';
  const { rowCount } = await tx.query(
    `with ended as (
       update ops.run_stages set ended_at = clock_timestamp() where run_id = $1 and ended_at is null
     ) update ops.runs set state = 'committed', stage = 'done', finished_at = clock_timestamp(), heartbeat_at = clock_timestamp(), data_version = $2, notes = $3
     where run_id = $1 and state = 'running'`,
    [run.runId, dataVersion, JSON.stringify(notes)],
  );
  if (!rowCount)
    throw new IngestError('fenced_off', { run: run.runId, source: run.source, token: run.token, newer: '?' });
  await tx.query(`select pg_notify('rapport_data', $1)`, [dataVersion]);
  return { dataVersion, feeds: counts, notes };

  function supersededFiles({ superseded }: PublishInput): FeedCounts[] {
    return superseded.map((file) => {
      const home = source.feeds.find((feed) => feed.from === file.role && !feed.secondary);
      const line = {
        fileId: file.fileId,
        fileName: file.name,
        feed: home?.feed ?? file.role,
        home: true,
        quarantined: 0,
        deleted: 0,
      };
      return { ...noVerdicts(), ...line, read: file.records, superseded: file.records };
    });
  }
}

/** Every record of every file has one fate; a sum that does not come out fails the run. */
export function countsOf(feeds: readonly ClassifiedFeed[]): FeedCounts[] {
  return feeds.flatMap(({ feed, files, verdicts, gone }) =>
    files.map(({ file, read, quarantined }) => {
      const line = {
        fileId: file.fileId,
        fileName: file.name,
        feed: feed.feed,
        home: !feed.secondary,
        read,
        quarantined,
        deleted: gone.rows,
      };
      const found = verdictsOf(verdicts, file.fileId);
      const { inserted, updated, unchanged, duplicate, superseded, pending } = found;
      const accounted = inserted + updated + unchanged + duplicate + superseded + pending + quarantined;
      if (accounted !== read)
        throw new IngestError('counts_do_not_add_up', { feed: feed.feed, file: file.name, read, accounted });
      return { ...found, ...line };
    }),
  );
}

/** Rows that had waited may come from files of earlier runs; they get a line of their own. */
async function healedElsewhere(tx: pg.Client, feeds: readonly ClassifiedFeed[]): Promise<FeedCounts[]> {
  const lines: FeedCounts[] = [];
  for (const { feed, files, verdicts } of feeds) {
    for (const [fileId, found] of verdicts) {
      if (found.healed === 0 || files.some(({ file }) => file.fileId === fileId)) continue;
      const { rows } = await tx.query<{ name: string }>('select name from ops.files where file_id = $1', [fileId]);
      const line = {
        fileId,
        fileName: rows[0]?.name ?? '',
        feed: feed.feed,
        home: false,
        read: 0,
        quarantined: 0,
        deleted: 0,
      };
      lines.push({ ...noVerdicts(), ...line, healed: found.healed });
    }
  }
  return lines;
}

async function recordFiles(tx: pg.Client, { source, run, files, superseded }: PublishInput): Promise<void> {
  const all = [...files, ...superseded];
  await tx.query(
    `insert into ops.files (file_id, source, role, name, bytes, sha256, file_time, records, header, run_id, published_at)
     select f.file_id, $1, f.role, f.name, f.bytes, f.sha256, f.file_time, f.records, f.header, $2, now()
     from unnest($3::uuid[], $4::text[], $5::text[], $6::bigint[], $7::text[], $8::timestamptz[], $9::bigint[], $10::text[])
       as f(file_id, role, name, bytes, sha256, file_time, records, header)
     on conflict (file_id) do update set name = excluded.name, file_time = greatest(ops.files.file_time, excluded.file_time),
       header = coalesce(excluded.header, ops.files.header), run_id = excluded.run_id, published_at = excluded.published_at`,
    [
      source.name,
      run.runId,
      all.map(({ fileId }) => fileId),
      all.map(({ role }) => role),
      all.map(({ name }) => name),
      all.map(({ bytes }) => bytes),
      all.map(({ sha256 }) => sha256),
      all.map(({ fileTime }) => fileTime),
      all.map(({ records }) => records),
      [...files.map(({ headerText }) => headerText), ...superseded.map(() => null)],
    ],
  );
}

const countColumns = [
  'read',
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

async function recordCounts(tx: pg.Client, runId: string, counts: readonly FeedCounts[]): Promise<void> {
  const places = countColumns.map((_name, at) => `$${at + 6}::bigint[]`).join(', ');
  await tx.query(
    `insert into ops.run_feeds (run_id, file_id, file_name, feed, home, ${countColumns.join(', ')})
     select $1, * from unnest($2::uuid[], $3::text[], $4::text[], $5::boolean[], ${places})`,
    [
      runId,
      counts.map(({ fileId }) => fileId),
      counts.map(({ fileName }) => fileName),
      counts.map(({ feed }) => feed),
      counts.map(({ home }) => home),
      ...countColumns.map((name) => counts.map((line) => line[name])),
    ],
  );
}

async function recordFreshness(
  tx: pg.Client,
  { source, run }: PublishInput,
  { feed, contract, added, gone }: ClassifiedFeed,
): Promise<void> {
  const changes = workTable.changes(source, feed.feed);
  const seen = contract.eventTime ? `(select max(${contract.eventTime}) from ${changes})` : 'null::timestamptz';
  await tx.query(
    `insert into ops.feed_state as s (source, feed, shop, rows, data_through, last_run_id, last_published_at, freshness_promise)
     values ($1, $2, $3, $4, ${seen}, $5, now(), $6::interval)
     on conflict (source, feed) do update set rows = s.rows + excluded.rows, data_through = greatest(s.data_through, excluded.data_through),
       last_run_id = excluded.last_run_id, last_published_at = excluded.last_published_at, freshness_promise = excluded.freshness_promise`,
    [source.name, feed.feed, source.shop.code, added - gone.rows, run.runId, feed.freshness ?? null],
  );
}
