import type { Command } from 'commander';
import { runWithDatabase } from '../cli/action.ts';
import { bringUpToDate } from '../cli/database.ts';

export function migrateCommand(program: Command): void {
  program
    .command('migrate')
    .description('Bring the database to the schema of this version and rebuild rollups whose declaration changed.')
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- migrate\n  DATABASE_URL=postgres://… npm run rapport -- migrate --json',
    )
    .action((options: { json?: boolean }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const done = await bringUpToDate(database);
        output.say(
          done.migrations.length === 0 ? 'The schema was up to date.' : `Applied: ${done.migrations.join(', ')}.`,
        );
        if (done.rollups.length > 0) output.say(`Rebuilt: ${done.rollups.join(', ')}.`);
        output.result(done);
      }),
    );
}
