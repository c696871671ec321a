import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import type { Command } from 'commander';
import type { Queryable } from '@rapport/model/schema';
import { runWithDatabase } from '../cli/action.ts';
import { csvLine } from '../cli/csv.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import {
  countQuarantine,
  pageQuarantine,
  readQuarantine,
  type QuarantineFilter,
  type QuarantineRow,
} from '../readers/quarantine.reader.ts';
import { positive } from './runs.ts';

interface Filters {
  source?: string;
  feed?: string;
  reason?: string;
  state: string;
  json?: boolean;
}

const EXPORTED = [
  'id',
  'run',
  'source',
  'feed',
  'file',
  'record',
  'line',
  'byte_offset',
  'reason',
  'field',
  'detail',
  'raw',
] as const;
const PAGE = 1_000;

const filterOf = (options: Filters): QuarantineFilter => ({
  source: options.source ?? null,
  feed: options.feed ?? null,
  reason: options.reason ?? null,
  state: options.state === 'all' ? null : options.state,
});

/** The refused record as it came. Records with personal columns are kept encrypted and shown to operators in the dashboard only. */
const rawText = (row: QuarantineRow): string => (row.rawEncrypted ? '(encrypted)' : row.raw.toString('utf8'));

function filters(command: Command): Command {
  return command
    .option('--source <name>', 'only this source')
    .option('--feed <name>', 'only this feed')
    .option('--reason <code>', 'only this reason')
    .option('--state <state>', 'waiting, replayed, discarded, superseded or all', 'waiting')
    .option('--json', 'print the result as JSON on the last line');
}

async function exportRows(db: Queryable, filter: QuarantineFilter, path: string): Promise<number> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  let exported = 0;
  try {
    await once(file, 'open');
    file.write(csvLine(EXPORTED));
    for (let after = 0; ;) {
      const rows = await pageQuarantine(db, filter, after, PAGE);
      for (const row of rows) {
        const where = [row.id, row.run, row.source, row.feed, row.file, row.record, row.line, row.byteOffset];
        if (!file.write(csvLine([...where, row.reason, row.field, JSON.stringify(row.detail), rawText(row)])))
          await once(file, 'drain');
      }
      exported += rows.length;
      after = rows.at(-1)?.id ?? 0;
      if (rows.length < PAGE) return exported;
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new CommandError(EXIT.usage, `${path} exists already.\n  → Choose another file; nothing was overwritten.`);
  } finally {
    if (!file.pending) await new Promise((resolve) => file.end(resolve));
  }
}

function listCommand(group: Command): void {
  filters(group.command('list').description('Count what is kept, by source, feed, reason and state.')).action(
    (options: Filters) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const groups = await countQuarantine(database.pool, filterOf(options));
        if (groups.length === 0) output.say('Nothing is waiting in quarantine.');
        else
          output.table(
            ['source', 'feed', 'reason', 'state', 'rows'],
            groups.map((g) => [g.source, g.feed, g.reason, g.state, g.rows]),
          );
        output.result({ groups });
      }),
  );
}

function showCommand(group: Command): void {
  filters(group.command('show').description('Show refused records with file, line, reason and the raw text.'))
    .argument('[id]', 'one record', positive)
    .option('--last <n>', 'at most', positive, 20)
    .action((id: number | undefined, options: Filters & { last: number }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const one = id === undefined ? undefined : await readQuarantine(database.pool, id);
        if (one === null)
          throw new CommandError(
            EXIT.usage,
            `There is no quarantined record ${id}.\n  → "npm run rapport -- quarantine show" lists them.`,
          );
        const rows =
          one === undefined ? await pageQuarantine(database.pool, filterOf(options), 0, options.last) : [one];
        for (const row of rows) {
          output.say(
            `#${row.id}  ${row.source}/${row.feed}  ${row.file}, record ${row.record}, line ${row.line ?? '?'}, byte ${row.byteOffset ?? '?'}`,
          );
          output.say(
            `    ${row.reason}${row.field === null ? '' : ` in ${row.field}`}  ${JSON.stringify(row.detail)}  (${row.state})`,
          );
          output.say(`    ${rawText(row).replaceAll(/\r?\n/g, '⏎').slice(0, 400)}`);
        }
        if (rows.length === 0) output.say('Nothing matches.');
        output.result({ rows: rows.map(({ raw: _, ...row }) => ({ ...row, raw: rawText({ ...row, raw: _ }) })) });
      }),
    );
}

export function quarantineCommand(program: Command): void {
  const group = program
    .command('quarantine')
    .description('Records that were refused, each with its reason: list, show, export.')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- quarantine list\n  npm run rapport -- quarantine show --source olist --reason bad_value\n  npm run rapport -- quarantine export --source olist --out refused.csv',
    );
  listCommand(group);
  showCommand(group);
  filters(group.command('export').description('Write refused records as CSV, safe to open in a spreadsheet.'))
    .requiredOption('--out <file>', 'file to create')
    .action((options: Filters & { out: string }) =>
      runWithDatabase(options.json, async ({ config, database, output }) => {
        const path = config.fromUser(options.out);
        const exported = await exportRows(database.pool, filterOf(options), path);
        output.say(`${exported} records written to ${path}.`);
        output.result({ path, exported });
      }),
    );
}
