import { type Command, Option } from 'commander';
import { runWithDatabase } from '../cli/action.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import { listPushBatches, publishAgain } from '../readers/push.reader.ts';
import { positive } from './runs.ts';

interface Json {
  json?: boolean;
}

export function pushCommand(program: Command): void {
  const push = program
    .command('push')
    .description('Batches of rows brought by POST /ingest/<feed>: list, retry.')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- push list --state failed\n  npm run rapport -- push retry 6f1c3e0a-…\nHow rows are pushed: docs/operations, "Pushed rows".',
    );
  push
    .command('list')
    .description('List batches, newest first, with what became of them.')
    .option('--source <name>', 'only this source')
    .addOption(
      new Option('--state <state>', 'only these').choices(['waiting', 'published', 'failed', 'all']).default('all'),
    )
    .option('--last <n>', 'at most', positive, 20)
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json & { source?: string; state: string; last: number }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const state = options.state === 'all' ? null : options.state;
        const batches = await listPushBatches(database.pool, options.source ?? null, state, options.last);
        if (batches.length === 0) output.say('There is no such batch.');
        else
          output.table(
            ['batch', 'source', 'feed', 'rows', 'received', 'state', 'run', 'error'],
            batches.map((b) => [b.batch, b.source, b.feed, b.rows, b.receivedAt, b.state, b.run, b.errorCode]),
          );
        output.result({ batches });
      }),
    );
  push
    .command('retry')
    .description('Publish a failed batch again, with the next load of its source.')
    .argument('<batch>', 'as "push list" shows it')
    .option('--json', 'print the result as JSON on the last line')
    .action((batch: string, options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        if (!(await publishAgain(database.pool, batch)))
          throw new CommandError(
            EXIT.usage,
            `There is no failed batch ${batch}.\n  → "npm run rapport -- push list --state failed" lists them.`,
          );
        output.say(`${batch} waits again.`);
        output.result({ batch, state: 'waiting' });
      }),
    );
}
