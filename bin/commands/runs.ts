import { type Command, InvalidArgumentError } from 'commander';
import { runWithDatabase } from '../cli/action.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import type { Output } from '../cli/output.ts';
import { listRuns, readRun, type RunFeedRow, type WholeRun } from '../readers/runs.reader.ts';

export function positive(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1) throw new InvalidArgumentError('It must be a whole number from 1.');
  return value;
}

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
  'healed',
] as const;

const feedRow = (feed: RunFeedRow): (string | number)[] => [
  feed.file,
  feed.feed,
  ...COUNTS.map((count) => feed[count]),
];

const plural = (n: number, what: string): string => `${n} ${what}${n === 1 ? '' : 's'}`;

function tell(run: WholeRun, output: Output): void {
  const window = run.window === null ? '' : `, window of ${run.window.toISOString()}`;
  output.say(`Run ${run.run} of ${run.source}: ${run.state}, stage ${run.stage}, started by ${run.trigger}${window}`);
  if (run.errorMessage !== null) output.say(run.errorMessage);
  for (const { en } of run.notes) output.say(`Note: ${en}`);
  if (run.stages.length > 0)
    output.table(
      ['stage', 'started', 'seconds', 'rows', 'rows/s', 'bytes'],
      run.stages.map((s) => [s.stage, s.startedAt, s.seconds, s.rows, s.rowsPerSecond, s.bytes]),
    );
  if (run.files.length > 0)
    output.table(
      ['file', 'role', 'is', 'bytes', 'records', 'seconds'],
      run.files.map((f) => [f.file, f.role, f.state, f.bytes, f.records, f.seconds]),
    );
  if (run.feeds.length > 0) output.table(['file', 'feed', ...COUNTS], run.feeds.map(feedRow));
  for (const { feed, reason, rows } of run.quarantine) output.say(`${feed}: ${plural(rows, 'row')} refused: ${reason}`);
}

const show = (run: number, options: { json?: boolean }): Promise<void> =>
  runWithDatabase(options.json, async ({ database, output }) => {
    const found = await readRun(database.pool, run);
    if (found === null)
      throw new CommandError(EXIT.usage, `There is no run ${run}.\n  → "npm run rapport -- runs" lists them.`);
    tell(found, output);
    output.result(found);
  });

const list = (options: { source?: string; last: number; json?: boolean }): Promise<void> =>
  runWithDatabase(options.json, async ({ database, output }) => {
    const runs = await listRuns(database.pool, options.source ?? null, options.last);
    output.table(
      ['run', 'source', 'state', 'stage', 'started', 'seconds', 'error'],
      runs.map((r) => [String(r.run), r.source, r.state, r.stage, r.startedAt, r.seconds, r.errorCode]),
    );
    output.result({ runs });
  });

export function runsCommand(program: Command): void {
  const runs = program
    .command('runs')
    .description('Show ingestion runs, newest first, or one run with its stages, files and counts.')
    .helpCommand(false)
    .argument('[run]', 'number of a run', positive)
    .option('--source <name>', 'only this source')
    .option('--last <n>', 'how many', positive, 20)
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- runs --source olist --last 5\n  npm run rapport -- runs show 12',
    )
    .action((run: number | undefined, options: { source?: string; last: number; json?: boolean }) =>
      run === undefined ? list(options) : show(run, options),
    );
  runs
    .command('show')
    .description('One run: its stages with time and rows, files, reconciliation, what it refused and why it failed.')
    .argument('<run>', 'number of a run', positive)
    .option('--json', 'print the result as JSON on the last line')
    .action(show);
}
