import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { runWithDatabase } from '../cli/action.ts';
import { EXIT } from '../cli/failures.ts';

const MEGABYTE = 1024 * 1024;

function wholeDays(text: string): number {
  const days = Number(text);
  if (!Number.isInteger(days) || days < 1) throw new InvalidArgumentError('Give a whole number of days, 1 or more.');
  return days;
}

export function rollupsCommand(program: Command): void {
  program
    .command('rollups')
    .description(
      'Show each rollup with its size and how many figures it answered, and what was answered from rows instead, with advice.',
    )
    .option('--days <n>', 'count the questions of so many days', wholeDays, 30)
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      `
A stale rollup is not read; it is made anew after the next load, or by "npm run rapport -- migrate".
Servers write their counts down every minute.

Example:
  npm run rapport -- rollups --days 7`,
    )
    .action((options: { days: number; json?: boolean }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { rollupReport } = await import('@rapport/model/metrics');
        const report = await rollupReport(database.pool, options.days);
        output.table(
          ['rollup', 'rows', 'MB', 'hits', 'state'],
          report.rollups.map(({ rollup, rows, bytes, hits, staleSince }) => [
            rollup,
            String(rows),
            (bytes / MEGABYTE).toFixed(1),
            String(hits),
            staleSince === null ? 'kept' : `stale since ${staleSince}`,
          ]),
        );
        if (report.misses.length > 0) {
          output.say('\nAnswered from rows:');
          output.table(
            ['fact', 'by', 'figures', 'advice'],
            report.misses.map(({ fact, dimensions, questions, advice }) => [
              fact,
              dimensions.join(', '),
              String(questions),
              advice,
            ]),
          );
        }
        output.result({ ...report });
        return EXIT.ok;
      }),
    );
}
