import type { Command } from 'commander';
import type { ScheduleStatus, WorkerStatus } from '@rapport/etl';
import { commandLineActor } from '../cli/actor.ts';
import { runWithDatabase, type DatabaseRun } from '../cli/action.ts';
import { bringUpToDate } from '../cli/database.ts';
import { EXIT } from '../cli/failures.ts';
import { secretsOf } from '../cli/secrets.ts';
import { tracingLoads, tracingOf } from '../telemetry/of-config.ts';
import { positive } from './runs.ts';

/** A load under way has a few seconds to finish, then it is interrupted; both leave the database as it should be. */
const STOP_WITHIN_MS = 15_000;

interface Json {
  json?: boolean;
}

async function work(
  { config, database, output, stop }: DatabaseRun,
  options: Json & { once?: boolean; concurrency?: number },
): Promise<number> {
  await bringUpToDate(database);
  const { runWorker } = await import('@rapport/etl');
  const { reportsOf } = await import('../printing/report-hands.ts');
  const tracing = await tracingOf(config, 'rapport worker');
  const reports = await reportsOf(config, database);
  const done = await runWorker({
    databaseUrl: database.url,
    home: config.home,
    masterKey: config.masterKey ?? null,
    secrets: secretsOf(config),
    deliveries: config.deliveries,
    signal: stop.signal,
    once: options.once === true,
    reports: reports.hands,
    ...(options.concurrency === undefined ? {} : { concurrency: options.concurrency }),
    log: tracingLoads(
      database.pool,
      tracing,
      (level, event, fields) =>
        void process.stderr.write(`${JSON.stringify({ at: new Date().toISOString(), level, event, ...fields })}\n`),
    ),
  }).finally(() => Promise.all([tracing?.close(), reports.close()]));
  output.say(
    `Windows loaded: ${done.loaded}; nothing new: ${done.unchanged}; failed: ${done.failed}; to be tried again: ${done.retried}.`,
  );
  output.result(done);
  return options.once === true && done.failed > 0 ? EXIT.failed : EXIT.ok;
}

function describe(source: ScheduleStatus): string {
  if (source.problem !== null) return 'unreadable';
  if (source.cron === null) return 'not scheduled';
  return source.pausedAt === null ? 'on' : 'paused';
}

function statusCommand(group: Command): void {
  group
    .command('status')
    .description('Show who is at work and how each scheduled source stands.')
    .option('--alive', 'exit code 1 unless a worker is alive (for health checks)')
    .option('--json', 'print the result as JSON on the last line')
    .action((options: Json & { alive?: boolean }) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { readWorkerStatus } = await import('@rapport/etl');
        const { workers, sources } = await readWorkerStatus(database.pool);
        const alive = workers.filter((worker) => worker.alive).length;
        output.say(`${alive} of ${workers.length} workers alive.`);
        if (workers.length > 0)
          output.table(
            ['worker', 'since', 'heard of', 'alive'],
            workers.map((w: WorkerStatus) => [w.process, w.startedAt, w.heartbeatAt, w.alive]),
          );
        if (sources.length === 0) output.say('No source has a schedule.');
        else
          output.table(
            ['source', 'schedule', 'zone', 'is', 'next (UTC)', 'waiting', 'running', 'failed', 'last window', 'ended'],
            sources.map((s) => [
              s.source,
              s.cron,
              s.zone,
              describe(s),
              s.next,
              s.waiting,
              s.running,
              s.failed,
              s.last?.at,
              s.last && `${s.last.state}${s.last.errorCode === null ? '' : ` (${s.last.errorCode})`}`,
            ]),
          );
        for (const { problem } of sources) if (problem !== null) output.say(problem);
        output.result({ workers, sources });
        return options.alive === true && alive === 0 ? EXIT.failed : EXIT.ok;
      }),
    );
}

function changeCommands(group: Command): void {
  const command = (name: string, description: string): Command =>
    group
      .command(name)
      .description(description)
      .argument('<source>', 'name of a scheduled source')
      .option('--json', 'print the result as JSON on the last line');
  command('pause', 'Start nothing more of a source; a load under way ends as it would. Kept until resumed.').action(
    (source: string, options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { pauseSource } = await import('@rapport/etl');
        await pauseSource(database.pool, source, commandLineActor());
        output.say(`${source} is paused. What comes due is remembered.`);
        output.result({ source, paused: true });
      }),
  );
  command('resume', 'Take a pause back; what came due meanwhile is caught up with.').action(
    (source: string, options: Json) =>
      runWithDatabase(options.json, async ({ database, output }) => {
        const { resumeSource } = await import('@rapport/etl');
        await resumeSource(database.pool, source, commandLineActor());
        output.say(`${source} is loaded on schedule again.`);
        output.result({ source, paused: false });
      }),
  );
  command(
    'retry',
    'Try the failed windows of a source again, and those that wait for their next attempt at once.',
  ).action((source: string, options: Json) =>
    runWithDatabase(options.json, async ({ database, output }) => {
      const { retryNow } = await import('@rapport/etl');
      const windows = await retryNow(database.pool, source, commandLineActor());
      output.say(
        windows === 0 ? `${source} has no window to try again.` : `${windows} windows of ${source} are tried again.`,
      );
      output.result({ source, windows });
    }),
  );
}

export function workerCommand(program: Command): void {
  const worker = program
    .command('worker')
    .description('Load scheduled sources when they are due, until stopped; pause, resume, retry, status.')
    .helpCommand(false)
    .option('--once', 'load what is due, then end')
    .option('--concurrency <n>', 'loads at a time (default: one for each scheduled source)', positive)
    .option('--json', 'print the result as JSON on the last line')
    .addHelpText(
      'after',
      '\nExamples:\n  npm run rapport -- worker\n  npm run rapport -- worker status\n  npm run rapport -- worker pause olist\nA source is scheduled by "schedule:" in its source.yaml: see docs/operations. Log lines go to standard error as JSON.',
    )
    .action((options: Json & { once?: boolean; concurrency?: number }) =>
      runWithDatabase(options.json, (run) => work(run, options), STOP_WITHIN_MS),
    );
  statusCommand(worker);
  changeCommands(worker);
}
