import { type Command, Option } from 'commander';
import type { BackfillStatus, BackfillStep } from '@rapport/model/vocabulary';
import { runWithDatabase, type DatabaseRun } from '../cli/action.ts';
import { commandLineActor } from '../cli/actor.ts';
import { bringUpToDate } from '../cli/database.ts';
import { CommandError, EXIT } from '../cli/failures.ts';
import type { Output } from '../cli/output.ts';
import { Progress } from '../cli/progress.ts';
import { secretsOf } from '../cli/secrets.ts';

/** A window under way is interrupted; its run says so. */
const STOP_WITHIN_MS = 15_000;

interface Json {
  json?: boolean;
}
interface Given extends Json {
  // Not required to commander: it would ask the inner commands for them, too.
  fromWindow?: string;
  toWindow?: string;
  step: BackfillStep;
  from?: string;
  throttle?: string;
  detach?: boolean;
}

const minutes = (until: Date): string => `${Math.max(1, Math.round((until.getTime() - Date.now()) / 60_000))} min`;

function describe({ state, held, expectedEnd }: BackfillStatus): string {
  if (state !== 'running') return state;
  if (!held) return 'waits for a worker';
  return expectedEnd === null ? 'running' : `running, about ${minutes(expectedEnd)} left`;
}

function table(output: Output, backfills: readonly BackfillStatus[]): void {
  output.table(
    ['backfill', 'source', 'is', 'done', 'of', 'loaded', 'unchanged', 'failed', 'windows/min', 'at', 'last'],
    backfills.map((b) => [
      b.id,
      b.source,
      describe(b),
      b.done,
      b.total,
      b.loaded,
      b.unchanged,
      b.failed,
      b.windowsPerMinute,
      b.at,
      b.lastWindow,
    ]),
  );
}

function tell(output: Output, status: BackfillStatus): void {
  table(output, [status]);
  if (status.stopped !== null)
    output.say(
      `It paused itself: ${status.stopped.windows} windows failed one after the other, the last because: ${status.stopped.message}`,
    );
  for (const { window, message } of status.failures) output.say(`${window.toISOString()}: ${message}`);
  if (status.failed > 0)
    output.say(
      `Mend the cause, then "rapport backfill resume ${status.id}" tries the ${status.failed} failed again${status.stopped === null ? '' : ' and goes on'}.`,
    );
}

/** Works on it here and shows how far it is; interrupted, it can be gone on with. */
async function workHere({ config, database, output, stop }: DatabaseRun, id: string): Promise<number> {
  const { workInForeground } = await import('@rapport/etl');
  const progress = new Progress(process.stderr);
  const status = await workInForeground({
    id,
    signal: stop.signal,
    house: {
      databaseUrl: database.url,
      home: config.home,
      masterKey: config.masterKey ?? null,
      secrets: secretsOf(config),
      deliveries: config.deliveries,
      log: () => undefined,
    },
    onProgress: ({ done, total, source }) =>
      progress.show({ stage: `backfill of ${source}`, done, unit: 'windows', share: done / total }),
  }).finally(() => progress.end());
  tell(output, status);
  if (status.state === 'running')
    output.say(`Interrupted. A worker goes on with it, or "rapport backfill resume ${status.id}" does.`);
  output.result(status);
  return status.state === 'done' && status.failed === 0 ? EXIT.ok : EXIT.failed;
}

const begin = (source: string, given: Given): Promise<void> =>
  runWithDatabase(
    given.json,
    async (run) => {
      const { config, database, output } = run;
      const [first, last] = [given.fromWindow, given.toWindow];
      if (first === undefined || last === undefined)
        throw new CommandError(
          EXIT.usage,
          'Say which part of the past: --from-window 2024-01-01 --to-window 2025-12-31',
        );
      await bringUpToDate(database);
      const { readBackfill, readThrottle, startBackfill } = await import('@rapport/etl');
      const throttle = given.throttle === undefined ? {} : { throttle: readThrottle(given.throttle) };
      const id = await startBackfill(database.pool, {
        source,
        first,
        last,
        step: given.step,
        folder: given.from === undefined ? null : config.fromUser(given.from),
        actor: commandLineActor(),
        ...throttle,
      });
      output.say(`Backfill ${id} of ${source}.`);
      if (given.detach !== true) return workHere(run, id);
      const status = await readBackfill(database.pool, id);
      tell(output, status);
      output.result(status);
      return EXIT.ok;
    },
    STOP_WITHIN_MS,
  );

function readCommands(group: Command): void {
  group
    .command('list')
    .description('The newest hundred, newest first.')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { listBackfills } = await import('@rapport/etl');
        const backfills = await listBackfills(database.pool);
        if (backfills.length === 0) output.say('There is no backfill.');
        else table(output, backfills);
        output.result({ backfills });
      }),
    );
  group
    .command('status')
    .description('One: how far it is, how fast, when it may end, and what failed.')
    .argument('<backfill>', 'its number')
    .option('--json', 'print the result as JSON on the last line')
    .action((id: string, options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const status = await (await import('@rapport/etl')).readBackfill(database.pool, id);
        tell(output, status);
        output.result(status);
      }),
    );
}

function changeCommands(group: Command): void {
  const change = (
    verb: 'pause' | 'cancel',
    description: string,
    work: (engine: typeof import('@rapport/etl')) => (typeof engine)['pauseBackfill'],
  ): Command =>
    group
      .command(verb)
      .description(description)
      .argument('<backfill>', 'its number')
      .option('--json', 'print the result as JSON on the last line')
      .action((id: string, options: Json) =>
        runWithDatabase(options.json, async ({ database, output }) => {
          const engine = await import('@rapport/etl');
          await work(engine)(database.pool, id, commandLineActor());
          const status = await engine.readBackfill(database.pool, id);
          tell(output, status);
          output.result(status);
        }),
      );
  change('pause', 'Begin nothing more of it; a window under way ends as it would.', (engine) => engine.pauseBackfill);
  change(
    'cancel',
    'End it: what is published stays, a window under way is not published any more.',
    (engine) => engine.cancelBackfill,
  );
  group
    .command('resume')
    .description('Go on with one that was paused or interrupted, or is done but for failed windows.')
    .argument('<backfill>', 'its number')
    .option('--detach', 'leave it to a worker or a serving process')
    .option('--json', 'print the result as JSON on the last line')
    .action((id: string, options: Json & { detach?: boolean }) =>
      runWithDatabase(
        options.json,
        async (run) => {
          const { readBackfill, resumeBackfill } = await import('@rapport/etl');
          await resumeBackfill(run.database.pool, id, commandLineActor());
          if (options.detach !== true) return workHere(run, id);
          const status = await readBackfill(run.database.pool, id);
          tell(run.output, status);
          run.output.result(status);
          return EXIT.ok;
        },
        STOP_WITHIN_MS,
      ),
    );
}

export function backfillCommand(program: Command): void {
  const backfill = program
    .command('backfill')
    .description('Load a part of the past, window by window, oldest first; list, status, pause, resume, cancel.')
    .helpCommand(false)
    .argument('<source>', 'name of a source')
    .option('--from-window <day>', 'the first day, such as 2024-01-01, on the clock of the source; must be given')
    .option('--to-window <day>', 'the last day, which is included; must be given')
    .addOption(
      new Option('--step <step>', 'the length of a window').choices(['hour', 'day', 'week', 'month']).default('day'),
    )
    .option(
      '--from <folder>',
      'where the files of a window lie, with {date} and {hour} (default: as its schedule says)',
    )
    .option('--throttle <rate>', '"2 windows/min" (s, min, hour, day), "25%" of the time, "none" (default: 50%)')
    .option('--detach', 'leave it to a worker or a serving process')
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- backfill olist --from-window 2024-01-01 --to-window 2025-12-31 --throttle "2 windows/min"\n  npm run rapport -- backfill resume 3\nIt goes on where it was after any kill. Windows of the schedule of its source come first; other sources do not wait.',
    )
    .action(begin);
  readCommands(backfill);
  changeCommands(backfill);
}
