import type pg from 'pg';
import type { Source } from '../source/source.ts';
import type { DeliveredFile } from './discover.ts';

/** What a delivery means, after a look at what has been published before. */
export interface Delivery {
  /** To be loaded. */
  fresh: DeliveredFile[];
  /** Snapshots older than the one published last: counted, never loaded. */
  superseded: DeliveredFile[];
  /** Roles of which a file has been published before. */
  published: ReadonlySet<string>;
}

interface KnownFile {
  file_id: string;
  role: string;
  file_time: Date;
}

/** The same content is never loaded twice; of a snapshot only the newest picture counts, whatever the order of arrival. */
export async function compareWithLedger(
  db: pg.Client,
  source: Source,
  files: readonly DeliveredFile[],
): Promise<Delivery> {
  const { rows } = await db.query<KnownFile>(
    'select file_id, role, file_time from ops.files where source = $1 order by file_time desc, published_at desc',
    [source.name],
  );
  const delivery = {
    fresh: [] as DeliveredFile[],
    superseded: [] as DeliveredFile[],
    published: new Set(rows.map(({ role }) => role)),
  };
  for (const file of files) {
    const definition = source.files[file.role];
    const known = rows.filter((row) => row.role === file.role);
    const current = known[0];
    const seen = known.some((row) => row.file_id === file.fileId);
    if (definition?.delivery === 'delta') {
      if (!seen || isAgain(file, current)) delivery.fresh.push(file);
    } else if (!current || (definition?.bundled && !seen)) {
      delivery.fresh.push(file);
    } else if (file.fileId !== current.file_id) {
      if (file.fileTime >= current.file_time) delivery.fresh.push(file);
      else if (!seen) delivery.superseded.push(file);
    }
  }
  delivery.fresh.sort((a, b) => a.fileTime.getTime() - b.fileTime.getTime());
  return delivery;
}

/** A known content that is delivered again after others is news: what was A, then B, is A once more. */
function isAgain(file: DeliveredFile, current: KnownFile | undefined): boolean {
  return current !== undefined && file.fileId !== current.file_id && file.fileTime > current.file_time;
}
