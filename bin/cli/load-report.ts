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

export function printLoad(report: IngestReport, output: Output): void {
  output.table(
    ['file', 'feed', ...COUNTS],
    report.feeds.map((feed) => [feed.file, feed.feed, ...COUNTS.map((name) => feed[name])]),
  );
}
