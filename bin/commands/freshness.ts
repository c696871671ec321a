import type { Command } from 'commander';
import { runWithDatabase } from '../cli/action.ts';
import { EXIT } from '../cli/failures.ts';

export function freshnessCommand(program: Command): void {
  program
    .command('freshness')
    .description('Show how each feed stands against the freshness its source promised.')
    .option('--kept', 'exit code 1 while a promise is broken (for health checks)')
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExample:\n  npm run rapport -- freshness\nA feed promises by "freshness: 6 hours" in source.yaml.',
    )
    .action((options: { kept?: boolean; json?: boolean }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { readFreshness } = await import('@rapport/etl');
        const feeds = await readFreshness(database.pool);
        output.table(
          ['source', 'feed', 'is', 'data through (UTC)', 'published', 'due'],
          feeds.map((f) => [f.source, f.feed, f.state, f.dataThrough, f.lastPublishedAt, f.dueAt]),
        );
        output.result({ feeds });
        return options.kept === true && feeds.some(({ state }) => state === 'breach') ? EXIT.failed : EXIT.ok;
      }),
    );
}
