import type { QuarantineReason } from '@rapport/model/vocabulary';
import type { FeedCounts } from '../publish/record.ts';
import type { Source } from '../source/source.ts';
import type { Note } from './note.ts';
import type { StageTime } from './progress.ts';
import type { Run } from './run.ts';

export interface RefusedSample {
  feed: string;
  fileName: string;
  recordNo: number;
  lineNo: number;
  reason: QuarantineReason;
  field: string | null;
}

/** What a dry run would refuse for one reason. */
export interface RefusalGroup {
  feed: string;
  reason: QuarantineReason;
  field: string | null;
  /** The records would be loaded without the value. */
  valueOnly: boolean;
  rows: number;
  /** The first of them; `found` is what the cell said, masked where the file has personal columns. */
  samples: { fileName: string; lineNo: number | null; recordNo: number; found: string | null }[];
}

/** What a run did, or, of a dry run, would do. */
export interface IngestReport {
  source: string;
  shop: string;
  state: 'committed' | 'unchanged' | 'dry-run';
  /** Null for a dry run, which leaves no trace. */
  runId: string | null;
  dataVersion: string | null;
  feeds: FeedCounts[];
  notes: Note[];
  /** The first refused records; the rest is in quarantine. */
  refused: RefusedSample[];
  /** Of a dry run: everything that would be refused, by reason. */
  refusals?: RefusalGroup[];
  seconds: number;
  stages: StageTime[];
  /** Work on each loaded file; files are worked on side by side, so this adds up to more than the run. */
  files: { name: string; seconds: number }[];
}

export function emptyReport(
  source: Source,
  run: Run | null,
  times: { seconds: number; stages: StageTime[] },
): IngestReport {
  const head = {
    source: source.name,
    shop: source.shop.code,
    state: 'unchanged' as const,
    runId: run?.runId ?? null,
    dataVersion: null,
  };
  return { ...head, feeds: [], notes: [], refused: [], files: [], ...times };
}
