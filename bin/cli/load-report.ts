import type { IngestReport } from '@rapport/etl';
import type { Output } from './output.ts';

const COUNTS = [
  'read',
  'inserted',
  'updated',
  'unchanged',
  'duplicate',
  'superseded',
  'pending',
  'quarantined',
  'deleted',
] as const;

/** For people: what became of every record, per file and feed, and where the first refused ones stand. */
export function printLoad(report: IngestReport, output: Output): void {
  const seconds = `${report.seconds.toFixed(1)} s`;
  if (report.state === 'unchanged') output.say(`Nothing new in the files of ${report.source} (${seconds}).`);
  else {
    output.table(
      ['file', 'feed', ...COUNTS],
      report.feeds.map((feed) => [feed.fileName, feed.feed, ...COUNTS.map((name) => feed[name])]),
    );
    const verb = report.state === 'dry-run' ? 'would be loaded; nothing was changed' : 'loaded';
    output.say(`${report.source}: ${verb} (${seconds}).`);
  }
  for (const note of report.notes) output.say(`Note: ${note.en}`);
  for (const row of report.refused) {
    const field = row.field === null ? '' : `, field ${row.field}`;
    output.say(`Refused: ${row.fileName}, line ${row.lineNo}, record ${row.recordNo}${field}: ${row.reason}`);
  }
}
