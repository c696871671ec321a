import { type Command, InvalidArgumentError } from 'commander';
import { runWithDatabase } from '../cli/action.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import { listRuns, readRun, type RunFeedRow } from '../readers/runs.reader.ts';

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

export function runsCommand(program: Command): void {
  program
    .command('runs')
    .description('Show ingestion runs, newest first, or one run with its counts per file and feed.')
    .argument('[run]', 'number of a run', positive)
    .option('--source <name>', 'only this source')
    .option('--last <n>', 'how many', positive, 20)
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- runs --source olist --last 5\n  npm run rapport -- runs 12',
    )
    .action((run: number | undefined, options: { source?: string; last: number; json?: boolean }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        if (run === undefined) {
          const runs = await listRuns(database.pool, options.source ?? null, options.last);
          output.table(
            ['run', 'source', 'state', 'stage', 'started', 'seconds', 'error'],
            runs.map((r) => [String(r.run), r.source, r.state, r.stage, r.startedAt, r.seconds, r.errorCode]),
          );
          output.result({ runs });
          return;
        }
        const found = await readRun(database.pool, run);
        if (found === null)
          throw new CommandError(EXIT.usage, `There is no run ${run}.\n  → "npm run rapport -- runs" lists them.`);
        output.say(
          `Run ${found.run} of ${found.source}: ${found.state}, stage ${found.stage}${found.errorMessage === null ? '' : `\n${found.errorMessage}`}`,
        );
        output.table(['file', 'feed', ...COUNTS], found.feeds.map(feedRow));
        output.result(found);
      }),
    );
}
