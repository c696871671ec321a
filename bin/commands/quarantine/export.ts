import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { type Command, Option } from 'commander';
import { audit, type Queryable } from '@rapport/model/schema';
import { runWithDatabase, type DatabaseRun } from '../../cli/action.ts';
import { commandLineActor } from '../../cli/actor.ts';
import { csvLine } from '../../cli/csv.ts';
import { CommandError, EXIT } from '../../cli/failures.ts';
import { pageQuarantine, type QuarantineFilter, type QuarantineRow } from '../../readers/quarantine.reader.ts';
import { filterOf, filters, type Filters } from './filters.ts';

const PAGE = 1_000;

type Cell = string | number | null;
type Opener = (sealed: Buffer) => Buffer;

interface Export extends Filters {
  out: string;
  format?: 'csv' | 'ndjson';
  decrypt?: boolean;
}

function cells(row: QuarantineRow, open: Opener | null): Record<string, Cell> {
  const shown = (bytes: Buffer | null, sealed: boolean): string | null => {
    if (!bytes || !sealed) return bytes?.toString('utf8') ?? null;
    return open ? open(bytes).toString('utf8') : '(sealed)';
  };
  return {
    id: row.id,
    run: row.run,
    source: row.source,
    feed: row.feed,
    file: row.file,
    record: row.record,
    line: row.line,
    byte_offset: row.byteOffset,
    record_id: row.recordId,
    state: row.state,
    reason: row.reason,
    field: row.field,
    detail: JSON.stringify(row.detail),
    raw: shown(row.raw, row.sealed),
    corrected: shown(row.corrected, row.correctedSealed),
  };
}

const header = ['id', 'run', 'source', 'feed', 'file', 'record', 'line', 'byte_offset', 'record_id', 'state', 'reason'];

/** A spreadsheet runs a cell that looks like a formula, so CSV is made harmless; NDJSON is for programs and exact. */
const writers = {
  csv: {
    first: csvLine([...header, 'field', 'detail', 'raw', 'corrected']),
    line: (row: Record<string, Cell>) => csvLine(Object.values(row)),
  },
  ndjson: { first: '', line: (row: Record<string, Cell>) => `${JSON.stringify(row)}\n` },
};

async function exportRows(
  db: Queryable,
  filter: QuarantineFilter,
  path: string,
  { format, open }: { format: 'csv' | 'ndjson'; open: Opener | null },
): Promise<number> {
  const file = createWriteStream(path, { flags: 'wx', mode: 0o600 });
  const { first, line } = writers[format];
  let exported = 0;
  try {
    await once(file, 'open');
    file.write(first);
    for (let after = 0; ;) {
      const rows = await pageQuarantine(db, filter, after, PAGE);
      for (const row of rows) if (!file.write(line(cells(row, open)))) await once(file, 'drain');
      exported += rows.length;
      after = rows.at(-1)?.id ?? 0;
      if (rows.length < PAGE) return exported;
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST')
      throw new CommandError(EXIT.usage, `${path} exists already.\n  → Choose another file; nothing was overwritten.`);
    if (code === 'ENOENT') throw new CommandError(EXIT.usage, `There is no folder to write ${path} in.`);
    throw error;
  } finally {
    if (!file.pending) await new Promise((resolve) => file.end(resolve));
  }
}

async function run({ config, database, output }: DatabaseRun, options: Export): Promise<void> {
  const path = config.fromUser(options.out);
  const format = options.format ?? (/\.(ndjson|jsonl)$/i.test(path) ? 'ndjson' : 'csv');
  const filter = filterOf(options);
  let open: Opener | null = null;
  if (options.decrypt) {
    const { rawOpener } = await import('@rapport/etl');
    open = await rawOpener(database.pool, { home: config.home, masterKey: config.masterKey ?? null });
  }
  // Written down before anything leaves the house: an export that is broken off has been one all the same.
  const asked = Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== null));
  const { text, ...conditions } = asked as Record<string, unknown>;
  const detail = { ...conditions, ...(text === undefined ? {} : { searched: true }), decrypted: open !== null, format };
  const subject = filter.source === null ? 'quarantine' : `source ${filter.source}`;
  await audit(database.pool, { actor: commandLineActor(), action: 'quarantine.export', subject, detail });
  const exported = await exportRows(database.pool, filter, path, { format, open });
  output.say(`${exported} records written to ${path}.`);
  output.result({ path, exported, format });
}

export function exportCommand(group: Command): void {
  filters(
    group.command('export').description('Write refused records as CSV, safe to open in a spreadsheet, or NDJSON.'),
  )
    .requiredOption('--out <file>', 'file to create')
    .option('--text <text>', 'only records with this text')
    .addOption(new Option('--format <format>', 'by the name of the file where absent').choices(['csv', 'ndjson']))
    .option('--decrypt', 'open sealed records; takes the master key, and is written down')
    .action((options: Export) => runWithDatabase(options.json, (house) => run(house, options)));
}
