import type { Queryable } from '../../schema/index.ts';

export interface ReadState {
  /** Texts of the latest load have been read. */
  upToDate: boolean;
}

/** How far texts have been read. */
export async function readStateOfTexts(db: Queryable): Promise<ReadState> {
  const { rows } = await db.query<ReadState>(
    `/* texts read */ select coalesce(r.data_version >= v.version, v.version = 0) as "upToDate" from ops.data_version v left join ops.words_read r on true`,
  );
  return rows[0] ?? { upToDate: true };
}
