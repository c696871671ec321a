import { completeRollups } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';

/** Every row of core, journey and mart in a fixed order, by table. Two loads that agree give equal dumps, once what they left stale is made anew. */
export async function dump(db: Queryable, leaveOut: readonly string[] = []): Promise<Record<string, string[]>> {
  await completeRollups(db);
  const { rows: tables } = await db.query(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('core', 'journey', 'mart') and c.relkind = 'r' order by 1`,
  );
  const dumped: Record<string, string[]> = {};
  for (const { name } of tables as { name: string }[]) {
    const { rows } = await db.query(
      `select line from (select (to_jsonb(t) - $1::text[])::text as line from ${name} t) dumped order by line collate "C"`,
      [leaveOut],
    );
    dumped[name] = (rows as { line: string }[]).map(({ line }) => line);
  }
  return dumped;
}

/** What stands in one dump and not in the other, by table; empty when they agree. */
export function differences(
  before: Record<string, string[]>,
  after: Record<string, string[]>,
): Record<string, { gone: string[]; come: string[] }> {
  const found: Record<string, { gone: string[]; come: string[] }> = {};
  for (const table of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const old = new Set(before[table]);
    const now = new Set(after[table]);
    const gone = [...old].filter((line) => !now.has(line));
    const come = [...now].filter((line) => !old.has(line));
    if (gone.length + come.length > 0) found[table] = { gone, come };
  }
  return found;
}
