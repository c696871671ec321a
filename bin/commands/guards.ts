import type { Command } from 'commander';
import { commandLineActor } from '../cli/actor.ts';
import { runWithDatabase } from '../cli/action.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import { listFindings } from '../readers/alerts.reader.ts';
import { positive } from './runs.ts';

interface Json {
  json?: boolean;
}

export function guardsCommand(program: Command): void {
  const guards = program
    .command('guards')
    .description('What was unusual about deliveries; accept a finding that is right as it is.')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- guards list --source olist\n  npm run rapport -- guards accept 7 --reason "prices are in cents now"',
    );
  guards
    .command('list')
    .description('Show findings, latest first.')
    .option('--source <name>', 'only this source')
    .option('--run <n>', 'only this run', positive)
    .option('--last <n>', 'how many', positive, 50)
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json & { source?: string; run?: number; last: number }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { source = null, run = null, last } = options;
        const findings = await listFindings(database.pool, { source, run, last });
        output.table(
          ['finding', 'run', 'source', 'guard', 'severity', 'expected', 'found', 'accepted by'],
          findings.map((f) => [
            String(f.id),
            String(f.run),
            f.source,
            f.name,
            f.severity,
            f.expected,
            f.found,
            f.acceptedBy,
          ]),
        );
        output.result({ findings });
      }),
    );
  guards
    .command('accept')
    .description('Say that a finding is right: the refused delivery goes through when it is loaded again.')
    .argument('<finding>', 'its number', positive)
    .requiredOption('--reason <text>', 'why it is right; kept in the audit')
    .option('--json', 'print the result as JSON on the last line')
    .action((id: number, options: Json & { reason: string }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { acceptFinding } = await import('@rapport/etl');
        const accepted = await acceptFinding(database.pool, commandLineActor(), id, options.reason);
        if (!accepted)
          throw new CommandError(
            EXIT.usage,
            `There is no finding ${id} to accept.\n  → "npm run rapport -- guards list" shows them.`,
          );
        output.say(
          `${accepted.name} of ${accepted.source} is accepted. Load the delivery again, or "rapport worker retry ${accepted.source}".`,
        );
        output.result({ finding: id, ...accepted });
      }),
    );
}
