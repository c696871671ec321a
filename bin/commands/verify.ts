import type { Command } from 'commander';
import { runWithDatabase } from '../cli/action.ts';
import { EXIT } from '../cli/failures.ts';

export function verifyCommand(program: Command): void {
  program
    .command('verify')
    .description(
      'Recompute journeys and rollups from core, by SQL that shares nothing with the loader and the rollup compiler, and name each difference.',
    )
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExample:\n  npm run rapport -- verify\nExit code 1 when a difference was found; "npm run rapport -- migrate" does not repair it.',
    )
    .action((options: { json?: boolean }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { verifyRollups } = await import('@rapport/model/metrics');
        const mismatches = await verifyRollups(database.pool);
        if (mismatches.length === 0) output.say('Journeys and rollups equal what core says.');
        else {
          output.table(
            ['table', 'key', 'field', 'expected', 'found'],
            mismatches.map((m) => [m.rollup, JSON.stringify(m.key), m.field, String(m.expected), String(m.found)]),
          );
          output.say(`${mismatches.length} differences.`);
        }
        output.result({ mismatches });
        return mismatches.length === 0 ? EXIT.ok : EXIT.failed;
      }),
    );
}
