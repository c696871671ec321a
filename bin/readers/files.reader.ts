import type { Queryable } from '@rapport/model/schema';

/** Whether anything of this source has been published. */
export async function hasFiles(db: Queryable, source: string): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(
    'select exists (select from ops.files where source = $1) as found',
    [source],
  );
  return rows[0]?.found === true;
}
