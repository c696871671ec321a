import pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { IngestError } from '../errors/ingest-error.ts';
import type { FeedContract } from '../feeds/contract.ts';
import { quoted } from '../landing/tables.ts';
import { landingTable, type Source, type SourceFeed } from '../source/source.ts';
import { workTable } from './names.ts';

/** Whether a landed record says that its row is gone; null for a file whose records never do. */
function tombstoneSql(source: Source, role: string): string | null {
  const file = source.files[role];
  if (!file?.tombstone) return null;
  const { column, is } = file.tombstone;
  const value = `l.${quoted(column)}`;
  if (is) return `${value}::text in (${is.map((one) => pg.escapeLiteral(one)).join(', ')})`;
  return file.columns[column]?.type === 'boolean' ? `${value} is true` : `${value} is not null`;
}

/** Where nothing is published, a load takes a way that knows new rows only. */
export async function hasTombstones(db: Queryable, source: Source, roles: readonly string[]): Promise<boolean> {
  const found = roles.flatMap((role) => {
    const gone = tombstoneSql(source, role);
    return gone ? [`exists (select from ${landingTable(source.name, role)} l where ${gone})`] : [];
  });
  if (found.length === 0) return false;
  const { rows } = await db.query<{ any: boolean }>(`select ${found.join(' or ')} as any`);
  return rows[0]?.any ?? false;
}

/**
 * Marks the staged rows that only say that a row is gone. Nothing is asked of them but whose they are; one without a version is
 * as young as the youngest row of its id it came with.
 */
export async function markTombstones(
  db: pg.Client,
  source: Source,
  { feed, from }: SourceFeed,
  { shape }: FeedContract,
): Promise<void> {
  const gone = tombstoneSql(source, from);
  if (!gone) return;
  if (shape === 'code' || shape === 'content') {
    throw new IngestError('source_definition', {
      file: `${source.name}/source.yaml`,
      line: null,
      problem: `files.${from}.tombstone: rows of "${feed}" cannot be taken away one by one`,
      remedy: 'Deliver the file as a snapshot.',
    });
  }
  const table = workTable.staged(source, feed);
  await db.query(`alter table ${table} add column gone boolean`);
  const { rowCount } = await db.query(
    `update ${table} s set gone = true, refusal = case when s.refusal like '%:external_id' then s.refusal end
     from ${landingTable(source.name, from)} l where l.file_id = s.file_id and l.record_no = s.record_no and ${gone}`,
  );
  if (!rowCount) return;
  await db.query(
    `update ${table} s set source_version = versions.latest
     from (select id, max(source_version) as latest from ${table} group by id) versions
     where s.gone and s.source_version is null and versions.id = s.id and versions.latest is not null`,
  );
}
