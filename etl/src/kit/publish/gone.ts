import pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import { isOfCustomer } from '../feeds/contract.ts';
import type { Note } from '../run/note.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { FileCount } from '../stage/stage-feed.ts';
import type { ClassifiedFeed } from './classify.ts';

/** Above both, a snapshot is taken for incomplete unless a person says that it is not; so is one without any record. */
const SUSPICIOUS_ROWS = 5;
const SUSPICIOUS_SHARE = 0.2;

export interface GoneRows {
  rows: number;
  note: Note | null;
}

const nothingGone: GoneRows = { rows: 0, note: null };

/** Finds the published rows of earlier snapshots of this file that the new one does not have. Classification must be done. */
export async function findGone(
  db: pg.Client,
  source: Source,
  classified: ClassifiedFeed,
  allowDeletes: boolean,
): Promise<GoneRows> {
  const { contract, feed, files } = classified;
  const [snapshot] = files;
  if (
    !snapshot ||
    classified.unpublished ||
    source.files[feed.from]?.delivery !== 'snapshot' ||
    contract.shape === 'code'
  )
    return nothingGone;
  const table = workTable.gone(source, feed.feed);
  const key = contract.shape === 'customer' ? 'customer_id' : 'id';
  const content = contract.shape === 'content';
  const seen = content ? await contentSeen(db, source, classified) : workTable.changes(source, feed.feed);
  if (seen === null) return nothingGone;
  const mine = content
    ? 't.shop = $1 and $2::text is not null and $3::text is not null'
    : `t.shop = $1 and t.deleted_at is null and t.file_id in (select file_id from ops.files where source = $2 and role = $3)`;
  const own = [source.shop.code, source.name, feed.from];
  const customer = isOfCustomer(contract) ? 't.customer_id, ' : '';
  const { rowCount } = await db.query(
    withValues(
      `create unlogged table ${table} as select ${customer}t.${key} as id from ${contract.table} t
     where ${mine} and not exists (select from ${seen} c where c.id = t.${key})`,
      own,
    ),
  );
  const rows = rowCount ?? 0;
  if (rows === 0) return nothingGone;
  const refused = refusedBy(classified, snapshot);
  if (refused > 0) {
    await db.query(`truncate ${table}`);
    return { rows: 0, note: withheld(rows, snapshot.file.name, refused) };
  }
  const { rows: live } = await db.query<{ n: string }>(
    `select count(*) as n from ${contract.table} t where ${mine}`,
    own,
  );
  const of = Number(live[0]?.n ?? 0);
  const isSuspicious = snapshot.file.records === 0 || (rows > SUSPICIOUS_ROWS && rows > of * SUSPICIOUS_SHARE);
  if (isSuspicious && !allowDeletes) {
    throw new IngestError('too_many_deletes', { file: snapshot.file.name, rows, of, feed: feed.feed });
  }
  return { rows, note: null };
}

/** Records whose absence may be why a row is missing: of the file itself, whoever answers for them, and of those it is joined to. */
function refusedBy({ feed, joinedRefused }: ClassifiedFeed, { file, quarantined }: FileCount): number {
  return quarantined + joinedRefused + (feed.secondary ? file.refused : 0);
}

/** Where nothing was published before, the stage table was renamed and nothing can be gone. */
async function contentSeen(db: pg.Client, source: Source, { feed }: ClassifiedFeed): Promise<string | null> {
  const stage = workTable.staged(source, feed.feed);
  const { rows } = await db.query<{ there: boolean }>('select to_regclass($1) is not null as there', [stage]);
  return rows[0]?.there ? stage : null;
}

/** Utility statements take no parameters; these values come from a checked source definition. */
function withValues(sql: string, values: readonly string[]): string {
  return sql.replace(/\$(\d)/g, (_whole, at: string) => pg.escapeLiteral(values[Number(at) - 1] ?? ''));
}

/** What of a feed was left as it is because records were refused. */
export function withheldNotes({ gone, held, files }: ClassifiedFeed): Note[] {
  const notes = gone.note ? [gone.note] : [];
  const file = files[0]?.file.name ?? '';
  if (held > 0)
    notes.push({
      code: 'changes_withheld',
      en: `${file}: ${held} published rows would lose a value or their customer, but records of a file they are joined to were refused, so these rows were left as they are.`,
      zh: `${file}：${held} 行已发布数据将缺失取值或顾客，但其关联文件有记录被拒收，因此这些行保持不变。`,
    });
  return notes;
}

function withheld(rows: number, file: string, refused: number): Note {
  return {
    code: 'deletes_withheld',
    en: `${file}: ${rows} rows of earlier deliveries are missing, but ${refused} records were refused, so nothing was deleted.`,
    zh: `${file}：较早交付中的 ${rows} 行已不存在，但有 ${refused} 条记录被拒收，因此未删除任何行。`,
  };
}

/** Facts keep their row and get a time of deletion; a point of a map simply goes. */
export async function deleteGone(
  tx: pg.Client,
  source: Source,
  { contract, feed, files }: ClassifiedFeed,
): Promise<void> {
  const table = workTable.gone(source, feed.feed);
  if (contract.shape === 'content') {
    await tx.query(`delete from ${contract.table} t using ${table} g where t.id = g.id`);
    return;
  }
  const match =
    contract.shape === 'customer'
      ? 't.customer_id = g.id'
      : isOfCustomer(contract)
        ? 't.customer_id = g.customer_id and t.id = g.id'
        : 't.id = g.id';
  await tx.query(`update ${contract.table} t set deleted_at = $1 from ${table} g where ${match}`, [
    files[0]?.file.fileTime,
  ]);
}
