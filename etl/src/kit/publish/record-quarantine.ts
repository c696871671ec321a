import type pg from 'pg';
import { refusedTable } from '../landing/tables.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';
import type { PublishInput } from './publish.ts';

/** Refused records wait from here on, and those that something newer answers for do not any more. */
export async function recordQuarantine(
  tx: pg.Client,
  input: PublishInput,
  feeds: readonly ClassifiedFeed[],
): Promise<void> {
  const present = feeds.filter(({ files }) => files.length > 0);
  const fresh = input.files.map(({ fileId }) => fileId);
  await supersedeOfFiles(tx, input, present, fresh);
  for (const feed of present) await supersedeOfRecords(tx, input, feed);
  // What somebody decided to leave out does not come back with the same file.
  await tx.query(
    `insert into ops.quarantine (run_id, source, shop, feed, file_id, file_name, record_no, line_no, byte_offset, reason, field, detail,
       raw, raw_encrypted, key_id, truncated, positions, external_id, source_version, value_only)
     select $1, $2, $3, feed, file_id, file_name, record_no, line_no, byte_offset, reason, field, detail,
       raw, key_id is not null, key_id, reason = 'record_too_long', positions, external_id, source_version, value_only
     from ${refusedTable(input.source)} r where (file_id = any($4::uuid[]) or feed = any($5::text[]))
       and not exists (select from ops.quarantine q where q.file_id = r.file_id and q.feed = r.feed and q.record_no = r.record_no and q.state = 'discarded')
     order by file_name, record_no, feed`,
    [input.run.runId, input.source.name, input.source.shop.code, fresh, present.map(({ feed }) => feed.feed)],
  );
}

/**
 * A new snapshot answers for its whole file, and a file read again for itself: what waited of them is superseded. Refused records
 * of an unchanged file that was only joined are waiting already.
 */
async function supersedeOfFiles(
  tx: pg.Client,
  { source, files }: PublishInput,
  present: readonly ClassifiedFeed[],
  fresh: readonly string[],
): Promise<void> {
  const snapshots = present.filter(({ feed }) => source.files[feed.from]?.delivery === 'snapshot');
  const roles = files.filter(({ role }) => source.files[role]?.delivery === 'snapshot').map(({ role }) => role);
  const again = present.flatMap(({ feed, files: own }) =>
    own.map(({ file }) => ({ feed: feed.feed, id: file.fileId })),
  );
  await tx.query(
    `update ops.quarantine q set state = 'superseded', resolved_at = now(), resolved_by = 'a newer file'
     where q.source = $1 and q.state = 'waiting' and (q.feed = any($2::text[]) or q.file_id = any($3::uuid[])
       or exists (select from ops.files f where f.file_id = q.file_id and f.source = $1 and f.role = any($6::text[]))
       or exists (select from unnest($4::text[], $5::uuid[]) again(feed, id) where again.feed = q.feed and again.id = q.file_id))`,
    [
      source.name,
      snapshots.map(({ feed }) => feed.feed),
      fresh,
      again.map(({ feed }) => feed),
      again.map(({ id }) => id),
      roles,
    ],
  );
}

/** The same record in a later file, taken or refused again, is the one that counts. */
async function supersedeOfRecords(
  tx: pg.Client,
  { source }: PublishInput,
  { feed, contract }: ClassifiedFeed,
): Promise<void> {
  if (contract.shape === 'content') return;
  const mine = `q.source = $1 and q.feed = $2 and q.state = 'waiting' and q.external_id is not null`;
  const { rows } = await tx.query<{ any: boolean }>(
    `select exists (select from ops.quarantine q where ${mine}) as any`,
    [source.name, feed.feed],
  );
  if (!rows[0]?.any) return;
  await tx.query(
    `update ops.quarantine q set state = 'superseded', resolved_at = now(), resolved_by = 'a newer row'
     from (
       select external_id, file_id, source_version, file_time from ${workTable.changes(source, feed.feed)} where op <> 'superseded' and not healed
       union all select r.external_id, r.file_id, r.source_version, f.file_time from ${refusedTable(source)} r join ops.files f on f.file_id = r.file_id
         where r.feed = $2 and r.external_id is not null
     ) newer
     where ${mine} and newer.external_id = q.external_id and newer.file_id <> q.file_id
       and (coalesce(newer.source_version, '-infinity'), newer.file_time)
         >= (coalesce(q.source_version, '-infinity'), (select f.file_time from ops.files f where f.file_id = q.file_id))`,
    [source.name, feed.feed],
  );
}
