import type { IngestReport, Mark, NewSource, SourceCheck } from '@rapport/etl';
import { quarantineReasons } from '@rapport/model/vocabulary';
import type { Output } from './output.ts';

const MOST_METRICS = 5;
const MOST_GROUPS = 8;
const count = (value: number): string => value.toLocaleString('en-US');

export function printNewSource({ name, folder, files, marks }: NewSource, output: Output): void {
  output.say(`Written: ${folder}`);
  output.table(
    ['file', 'read as', 'encoding', 'gives'],
    files.map(({ file, format, encoding, feeds }) => [
      file,
      format,
      encoding,
      feeds.join(', ') || 'no feed: only for other SQL to join',
    ]),
  );
  printMarks(marks, output);
  output.say(`Next: rapport source check ${name} --from <folder of the files>`);
}

/** What is left to a person, by file and line. */
function printMarks(marks: readonly Mark[], output: Output): void {
  const of = (kind: Mark['kind']) => marks.filter((mark) => mark.kind === kind);
  for (const { file, line, text } of of('check')) output.say(`To look at: ${file}, line ${line}: ${text}`);
  for (const { file, line, text } of of('decide')) output.say(`Left to decide: ${file}, line ${line}: ${text}`);
}

export function printSourceCheck(found: SourceCheck, output: Output): void {
  output.say(`The folder of ${found.name} is sound: ${found.feeds.length} feeds from ${found.files.length} files.`);
  for (const { feed, given, absent } of found.contracts) {
    output.say(`${feed} gives: ${given.join(', ')}`);
    if (absent.length > 0) output.say(`  and leaves empty, as it may: ${absent.join(', ')}`);
  }
  for (const { role, columns } of found.unused)
    output.say(`Columns of "${role}" that no SQL reads: ${columns.join(', ')}`);
  const { served, unserved } = found.metrics;
  output.say(
    `Of ${served.length + unserved.length} metrics this source suffices for ${served.length}: ${served.join(', ') || 'none'}`,
  );
  const groups = byMissing(unserved);
  for (const [missing, metrics] of groups.slice(0, MOST_GROUPS)) {
    const more = metrics.length > MOST_METRICS ? `, … (${metrics.length})` : '';
    output.say(`Without ${missing}: ${metrics.slice(0, MOST_METRICS).join(', ')}${more}`);
  }
  if (groups.length > MOST_GROUPS) output.say(`… and ${groups.length - MOST_GROUPS} more: --json has them all.`);
  printMarks(found.marks, output);
}

function byMissing(unserved: SourceCheck['metrics']['unserved']): [missing: string, metrics: string[]][] {
  const groups = Map.groupBy(unserved, ({ missing }) => missing.map(({ name }) => name.en).join(', '));
  return [...groups]
    .map(([missing, metrics]): [string, string[]] => [missing, metrics.map(({ metric }) => metric)])
    .toSorted((a, b) => b[1].length - a[1].length);
}

/** What of the files would wait in quarantine, by feed and reason. */
export function printRefusals({ feeds, refusals = [] }: IngestReport, output: Output): void {
  const refused = feeds.reduce((sum, feed) => sum + feed.quarantined, 0);
  if (refusals.length > 0) {
    output.table(
      ['feed', 'reason', 'field', 'records', 'first'],
      refusals.map(({ feed, reason, field, rows, samples, valueOnly }) => [
        feed,
        quarantineReasons[reason].title.en + (valueOnly ? ' (the record is loaded without it)' : ''),
        field,
        rows,
        samples
          .map(({ fileName, lineNo, found }) => `${fileName}:${lineNo ?? '?'}${found === null ? '' : ` "${found}"`}`)
          .join(', '),
      ]),
    );
  }
  output.say(
    refused === 0
      ? 'Every record would be loaded.'
      : `${count(refused)} ${refused === 1 ? 'record' : 'records'} would be quarantined.`,
  );
}
