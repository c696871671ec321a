import type pg from 'pg';
import { refusedTable } from '../landing/tables.ts';
import type { RefusalGroup } from '../run/report.ts';
import type { Source } from '../source/source.ts';

const SAMPLES = 3;

/** What would be refused, by feed and reason, most first; what a cell said is masked where its file has personal columns. */
export async function refusalGroups(db: pg.Client, source: Source): Promise<RefusalGroup[]> {
  const { rows } = await db.query<{
    feed: string;
    reason: RefusalGroup['reason'];
    field: string | null;
    value_only: boolean;
    rows: string;
    samples: RefusalGroup['samples'];
  }>(
    `select feed, reason, field, value_only, count(*) as rows,
       to_jsonb((array_agg(jsonb_build_object('fileName', file_name, 'lineNo', line_no, 'recordNo', record_no, 'found', detail ->> 'found') order by file_name, record_no))[1:${SAMPLES}]) as samples
     from ${refusedTable(source)} group by 1, 2, 3, 4 order by count(*) desc, feed, reason, field`,
  );
  return rows.map(({ value_only: valueOnly, ...group }) => ({ ...group, valueOnly, rows: Number(group.rows) }));
}
