import { type Command, InvalidArgumentError } from 'commander';
import { commandLineActor } from '../cli/actor.ts';
import { runAction, runWithDatabase, type DatabaseRun } from '../cli/action.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import type { Output } from '../cli/output.ts';
import { listAlerts, type AlertRow } from '../readers/alerts.reader.ts';
import { positive } from './runs.ts';

interface Json {
  json?: boolean;
}

const HOUR_MS = 3_600_000;
const AT_MOST = 200;

function printAlerts(alerts: readonly AlertRow[], output: Output): void {
  if (alerts.length === 0) return output.say('No alert is open.');
  output.table(
    ['alert', 'severity', 'kind', 'title', 'opened (UTC)', 'recovered', 'acknowledged'],
    alerts.map((a) => [String(a.id), a.severity, a.kind, a.title.en, a.openedAt, a.recoveredAt, a.acknowledgedBy]),
  );
  for (const { id, untold } of alerts)
    for (const { channel, event, attempts, error } of untold)
      output.say(
        `Alert ${id}, ${event}: ${channel} was not told yet (${attempts} attempts${error ? `; ${error}` : ''}).`,
      );
}

/** Looks at everything, sends what waits; exit code 1 while something critical is open. */
async function check({ config, database, output }: DatabaseRun): Promise<number> {
  const { readAlertConfig, tellAlerts } = await import('@rapport/etl');
  const settings = readAlertConfig(config.home);
  const done = await tellAlerts(database.pool, settings);
  const alerts = await listAlerts(database.pool, false, AT_MOST);
  printAlerts(alerts, output);
  for (const { channel, problem } of done.failed) output.say(`${channel} could not be told: ${problem}.`);
  if (Object.keys(settings.channels).length === 0)
    output.say('No channel is configured: nobody is told. See "Alerts" in docs/operations.');
  output.result({ ...done, alerts });
  return alerts.some(({ severity }) => severity === 'critical') ? EXIT.failed : EXIT.ok;
}

function readingCommands(group: Command): void {
  group
    .command('list')
    .description('Show open alerts, the worst first.')
    .option('--all', 'those of the past too, latest first')
    .option('--last <n>', 'how many', positive, AT_MOST)
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json & { all?: boolean; last: number }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const alerts = await listAlerts(database.pool, options.all === true, options.last);
        printAlerts(alerts, output);
        output.result({ alerts });
      }),
    );
  group
    .command('check')
    .description('Look at everything now and tell the channels; exit code 1 while something critical is open.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json) => runWithDatabase(options.json, check));
  group
    .command('test')
    .description('Send a test message to every channel, or to one; exit code 1 if one does not take it.')
    .argument('[channel]', 'its name in alerts.yaml')
    .option('--json', 'print the result as JSON on the last line')
    .action((channel: string | undefined, options: Json) =>
      runAction(options.json, async ({ config, output }) => {
        const { readAlertConfig, testChannels } = await import('@rapport/etl');
        const told = await testChannels(readAlertConfig(config.home), channel ?? null);
        if (told.length === 0)
          throw new CommandError(
            EXIT.usage,
            `There is no channel${channel ? ` "${channel}"` : ''}.\n  → Declare it in alerts.yaml: see docs/operations.`,
          );
        for (const { name, problem } of told) output.say(problem === null ? `${name}: sent.` : `${name}: ${problem}.`);
        output.result({ channels: told });
        return told.every(({ problem }) => problem === null) ? EXIT.ok : EXIT.failed;
      }),
    );
}

function settlingCommands(group: Command): void {
  const settle = (
    options: Json,
    id: number,
    work: (run: DatabaseRun) => Promise<boolean>,
    done: string,
  ): Promise<void> =>
    runWithDatabase(options.json, async (run) => {
      if (!(await work(run)))
        throw new CommandError(
          EXIT.usage,
          `No alert ${id} is open.\n  → "npm run rapport -- alerts list" shows those that are.`,
        );
      run.output.say(done);
      run.output.result({ alert: id });
    });
  group
    .command('ack')
    .description('Acknowledge an open alert: it is not told again while it lasts; its end is.')
    .argument('<alert>', 'its number', positive)
    .option('--json', 'print the result as JSON on the last line')
    .action((id: number, options: Json) =>
      settle(
        options,
        id,
        async ({ database }) => (await import('@rapport/etl')).acknowledgeAlert(database.pool, commandLineActor(), id),
        `Alert ${id} is acknowledged.`,
      ),
    );
  group
    .command('snooze')
    .description('Send no reminders of an open alert for some hours.')
    .argument('<alert>', 'its number', positive)
    .option('--hours <n>', 'for how long', hours, 8)
    .option('--json', 'print the result as JSON on the last line')
    .action((id: number, options: Json & { hours: number }) => {
      const until = new Date(Date.now() + options.hours * HOUR_MS);
      return settle(
        options,
        id,
        async ({ database }) =>
          (await import('@rapport/etl')).snoozeAlert(database.pool, commandLineActor(), id, until),
        `No reminders of alert ${id} until ${until.toISOString()}.`,
      );
    });
}

function hours(text: string): number {
  const value = Number(text);
  if (!(value > 0 && value <= 24 * 90)) throw new InvalidArgumentError('It must be a number of hours, at most 2160.');
  return value;
}

export function alertsCommand(program: Command): void {
  const alerts = program
    .command('alerts')
    .description('What is wrong with the loads, and who was told: list, check, test, ack, snooze.')
    .helpCommand(false)
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- alerts list\n  npm run rapport -- alerts test\n  npm run rapport -- alerts ack 12\nChannels are declared in RAPPORT_HOME/alerts.yaml: see docs/operations.',
    );
  readingCommands(alerts);
  settlingCommands(alerts);
}
