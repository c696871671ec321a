import type { Queryable } from '@rapport/model/schema';
import type { DeliveredFile } from '../files/discover.ts';
import type { DataKey } from '../privacy/keys.ts';
import { unseal } from '../privacy/seal.ts';
import type { KeptRecord } from '../records/kept.ts';

/** The field under which records of quarantine are sealed. */
export const QUARANTINE_SEAL = 'quarantine';

export interface KeptRow {
  id: string;
  file_id: string;
  record_no: string;
  line_no: string | null;
  byte_offset: string | null;
  raw: Buffer;
  key_id: number | null;
  positions: number[] | null;
  truncated: boolean;
}

/** What is read in the place of a refused record: the corrected bytes where there are any. */
export const keptColumns = `q.id::text, q.file_id, q.record_no::text, q.line_no::text, q.byte_offset::text, coalesce(q.corrected, q.raw) as raw,
  case when q.corrected is null then q.key_id else q.corrected_key_id end as key_id, q.positions, q.truncated and q.corrected is null as truncated`;

export function keptRecord(row: KeptRow, key: DataKey | null): KeptRecord {
  const place = {
    recordNo: Number(row.record_no),
    lineNo: Number(row.line_no ?? 1),
    byteOffset: Number(row.byte_offset ?? 0),
  };
  return { place, raw: opened(row, key), positions: row.positions, truncated: row.truncated };
}

export function opened({ raw, key_id }: Pick<KeptRow, 'raw' | 'key_id'>, key: DataKey | null): Buffer {
  if (key_id === null) return raw;
  if (!key) throw new Error('A sealed record cannot be read without the data key.');
  return unseal(key, QUARANTINE_SEAL, raw);
}

/** A file that is read again is read as it was corrected: what a replay published of it stays. */
export async function keepCorrections(
  db: Queryable,
  files: readonly DeliveredFile[],
  key: () => DataKey | null,
): Promise<void> {
  const unread = files.filter(({ kept }) => kept === undefined);
  const { rows } = await db.query<KeptRow>(
    `select distinct on (q.file_id, q.record_no) ${keptColumns} from ops.quarantine q
     where q.file_id = any($1::uuid[]) and q.state = 'replayed' and q.corrected is not null order by q.file_id, q.record_no, q.corrected_at desc`,
    [unread.map(({ fileId }) => fileId)],
  );
  for (const [fileId, mine] of Map.groupBy(rows, ({ file_id }) => file_id)) {
    const file = unread.find((one) => one.fileId === fileId);
    if (file)
      file.kept = {
        alone: null,
        records: new Map(mine.map((row) => [Number(row.record_no), keptRecord(row, key())])),
      };
  }
}
