import type pg from 'pg';
import { refusedTable } from '../landing/tables.ts';
import type { Note } from '../run/note.ts';
import type { IngestReport, RefusedSample } from '../run/report.ts';
import type { Source } from '../source/source.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';
import { classifyAll } from './classify-all.ts';
import { withheldNotes } from './gone.ts';
import { countsOf } from './record.ts';
import { refusalGroups } from './refusals.ts';

/** What publishing would do, from the same classification; nothing is written outside the working tables. */
export async function rehearse(
  side: pg.Client,
  source: Source,
  staged: readonly StagedFeed[],
  allowDeletes: boolean,
): Promise<Pick<IngestReport, 'feeds' | 'notes' | 'refused' | 'refusals'>> {
  const classifying = classifyAll(side, { source, staged, allowDeletes });
  const done = await Promise.all(classifying.feeds.values());
  const links = await classifying.links;
  const classified = done.filter((one) => one !== null);
  return {
    feeds: countsOf(classified),
    notes: [...notesOf(staged), ...classified.flatMap(withheldNotes), ...links.notes],
    refused: await firstRefused(side, source),
    refusals: await refusalGroups(side, source),
  };
}

function notesOf(staged: readonly StagedFeed[]): Note[] {
  return staged.filter(({ feed }) => !feed.secondary).flatMap(({ files }) => files.flatMap(({ file }) => file.notes));
}

/** The first refused records of the run, in file order. */
export async function firstRefused(db: pg.Client, source: Source): Promise<RefusedSample[]> {
  const { rows } = await db.query<{
    feed: string;
    file_name: string;
    record_no: string;
    line_no: string;
    reason: RefusedSample['reason'];
    field: string | null;
  }>(
    `select feed, file_name, record_no, line_no, reason, field from ${refusedTable(source)} order by file_name, record_no limit 50`,
  );
  return rows.map((row) => ({
    feed: row.feed,
    fileName: row.file_name,
    recordNo: Number(row.record_no),
    lineNo: Number(row.line_no),
    reason: row.reason,
    field: row.field,
  }));
}
