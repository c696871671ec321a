import type { Command } from 'commander';
import { commandLineActor } from '../cli/actor.ts';
import { runWithDatabase, type DatabaseRun } from '../cli/action.ts';
import { bringUpToDate } from '../cli/database.ts';
import { CommandError, EXIT } from '../cli/failures.ts';

interface Json {
  json?: boolean;
}

const NOBODY = '00000000-0000-0000-0000-000000000000';

async function list({ database, output }: DatabaseRun): Promise<void> {
  const { listSubscriptions } = await import('@rapport/etl');
  const reports = await listSubscriptions(database.pool);
  if (reports.length === 0)
    output.say('No page is sent by e-mail. The dashboard subscribes: the page "Reports by e-mail".');
  else
    output.table(
      ['report', 'name', 'owner', 'page', 'when', 'zone', 'to', 'next (UTC)', 'paused', 'last sent', 'problem'],
      reports.map((r) => [
        r.id,
        r.name,
        r.owner,
        r.page,
        r.cron,
        r.zone,
        r.recipients,
        r.nextAt,
        r.pausedAt,
        r.lastSentAt,
        r.problem,
      ]),
    );
  output.result({ reports });
}

/** Sends what is due and what waits, without a worker. */
async function send({ config, database, output }: DatabaseRun): Promise<number> {
  await bringUpToDate(database);
  const { ReportWatch } = await import('@rapport/etl');
  const { reportsOf } = await import('../printing/report-hands.ts');
  const reports = await reportsOf(config, database);
  const problems: string[] = [];
  const log = (_: string, __: string, fields?: Record<string, unknown>): void => {
    if (typeof fields?.['problem'] === 'string') problems.push(fields['problem']);
  };
  const sent = await new ReportWatch(database.pool, { hands: reports.hands, log })
    .sendDue()
    .finally(() => reports.close());
  output.say(`Reports sent: ${sent}; not sent: ${problems.length}.`);
  for (const problem of problems) output.say(problem);
  output.result({ sent, problems });
  return problems.length > 0 ? EXIT.failed : EXIT.ok;
}

function changeCommands(group: Command): void {
  const words = {
    pause: ['Send nothing more of a report until it is resumed.', 'is paused.'],
    resume: ['Send a paused report again.', 'is sent again.'],
    delete: ['Remove a report and the list of what was sent.', 'is removed.'],
  } as const;
  for (const [what, [description, done]] of Object.entries(words) as [keyof typeof words, readonly [string, string]][])
    group
      .command(what)
      .description(description)
      .argument('<report>', 'its number')
      .option('--json', 'print the result as JSON on the last line')
      .action((id: string, options: Json) =>
        runWithDatabase(options.json, async ({ database, output }) => {
          const { changeSubscription, ReportRefused } = await import('@rapport/etl');
          const owner = { id: NOBODY, actor: commandLineActor(), any: true };
          await changeSubscription(database.pool, owner, what, id).catch((error: unknown) => {
            if (!(error instanceof ReportRefused)) throw error;
            throw new CommandError(
              EXIT.usage,
              `There is no report ${id}.\n  → "npm run rapport -- reports list" shows those there are.`,
            );
          });
          output.say(`Report ${id} ${done}`);
          output.result({ report: id });
        }),
      );
}

export function reportsCommand(program: Command): void {
  const reports = program
    .command('reports')
    .description('Pages that are sent by e-mail: list, send what is due, pause, resume, delete.')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- reports list\n  npm run rapport -- reports send\n  npm run rapport -- reports pause 3\nA worker sends them by itself; the mail server is that of the alerts: see docs/operations.',
    );
  reports
    .command('list')
    .description('Show who is sent what, and when the next is due.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json) => runWithDatabase(options.json, list));
  reports
    .command('send')
    .description('Send what is due now; exit code 1 where something could not be sent.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json) => runWithDatabase(options.json, send));
  changeCommands(reports);
}
