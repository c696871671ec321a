import type { Command } from 'commander';
import { runWithDatabase, type DatabaseRun } from '../../cli/action.ts';
import { CommandError, EXIT } from '../../cli/failures.ts';
import {
  countQuarantine,
  pageQuarantine,
  readQuarantine,
  sampleQuarantine,
  type QuarantineRow,
} from '../../readers/quarantine.reader.ts';
import { positive } from '../runs.ts';
import { filterOf, filters, type Filters } from './filters.ts';

const SHOWN = 400;

/** The record as it came. Records of files with personal columns are sealed and shown to operators in the dashboard only. */
const textOf = (bytes: Buffer, sealed: boolean): string => (sealed ? '(sealed)' : bytes.toString('utf8'));

function told(row: QuarantineRow): Record<string, unknown> {
  const { raw, sealed, corrected, correctedSealed, ...rest } = row;
  return {
    ...rest,
    raw: textOf(raw, sealed),
    rawEncrypted: sealed,
    corrected: corrected && textOf(corrected, correctedSealed),
  };
}

function tell({ output }: DatabaseRun, rows: readonly QuarantineRow[]): void {
  const inOneLine = (text: string): string => text.replaceAll(/\r?\n/g, '⏎').slice(0, SHOWN);
  for (const row of rows) {
    output.say(
      `#${row.id}  ${row.source}/${row.feed}  ${row.file}, record ${row.record}, line ${row.line ?? '?'}, byte ${row.byteOffset ?? '?'}`,
    );
    const field = row.field === null ? '' : ` in ${row.field}`;
    const why = row.discardReason === null ? '' : `: ${row.discardReason}`;
    output.say(`    ${row.reason}${field}  ${JSON.stringify(row.detail)}  (${row.state}${why})`);
    output.say(`    ${inOneLine(textOf(row.raw, row.sealed))}`);
    if (row.corrected)
      output.say(`    corrected by ${row.correctedBy}: ${inOneLine(textOf(row.corrected, row.correctedSealed))}`);
  }
  if (rows.length === 0) output.say('Nothing matches.');
  output.result({ rows: rows.map(told) });
}

/** Something was asked for that may be misspelt. */
const isNarrowed = ({ state, json: _json, ...rest }: Filters): boolean =>
  state !== 'waiting' || Object.values(rest).some((value) => value !== undefined);

export function listCommand(group: Command): void {
  filters(group.command('list').description('Count what is kept, by source, feed, reason, field and state.')).action(
    (options: Filters) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const groups = await countQuarantine(database.pool, filterOf(options));
        if (groups.length === 0)
          output.say(isNarrowed(options) ? 'Nothing matches.' : 'Nothing is waiting in quarantine.');
        else
          output.table(
            ['source', 'feed', 'reason', 'field', 'state', 'rows'],
            groups.map((g) => [g.source, g.feed, g.reason, g.field, g.state, g.rows]),
          );
        output.result({ groups });
      }),
  );
}

export function showCommand(group: Command): void {
  filters(group.command('show').description('Show refused records with file, line, reason and the raw text.'))
    .argument('[id]', 'one record', positive)
    .option('--last <n>', 'at most', positive, 20)
    .action((id: number | undefined, options: Filters & { last: number }) =>
      runWithDatabase(options.json, async (run) => {
        const { pool } = run.database;
        if (id === undefined) return tell(run, await pageQuarantine(pool, filterOf(options), 0, options.last));
        const row = await readQuarantine(pool, id);
        if (!row)
          throw new CommandError(
            EXIT.usage,
            `There is no quarantined record ${id}.\n  → "npm run rapport -- quarantine show" lists them.`,
          );
        return tell(run, [row]);
      }),
    );
}

export function searchCommand(group: Command): void {
  filters(group.command('search').description('Find refused records by what is written in them.'))
    .argument('<text>', 'as it is in the record; sealed records are not searched')
    .option('--last <n>', 'at most', positive, 20)
    .action((text: string, options: Filters & { last: number }) =>
      runWithDatabase(options.json, async (run) =>
        tell(run, await pageQuarantine(run.database.pool, filterOf({ ...options, text }), 0, options.last)),
      ),
    );
}

export function sampleCommand(group: Command): void {
  filters(group.command('sample').description('Show the first records of each reason and field.'))
    .option('--each <n>', 'records of each', positive, 3)
    .action((options: Filters & { each: number }) =>
      runWithDatabase(options.json, async (run) =>
        tell(run, await sampleQuarantine(run.database.pool, filterOf(options), options.each)),
      ),
    );
}
