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

const count = (value: number): string => value.toLocaleString('en-US');

/** One line: for a load among several. */
export function printLoadInBrief(report: IngestReport, output: Output): void {
  const sum = (name: (typeof COUNTS)[number]) => report.feeds.reduce((total, feed) => total + feed[name], 0);
  const taken = count(sum('inserted') + sum('updated'));
  const left = `${count(sum('quarantined'))} refused, ${count(sum('pending'))} waiting`;
  output.say(
    `${report.source}: ${taken} rows loaded of ${count(sum('read'))} read; ${left} (${report.seconds.toFixed(1)} s).`,
  );
}

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
