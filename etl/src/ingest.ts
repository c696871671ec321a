import type pg from 'pg';
import { readEtlConfig } from './config.ts';
import { addressOf, translateDatabaseError } from './kit/errors/database-error.ts';
import { IngestError } from './kit/errors/ingest-error.ts';
import { discoverFiles } from './kit/files/discover.ts';
import { compareWithLedger } from './kit/files/ledger.ts';
import { landAll } from './kit/landing/land-all.ts';
import { createRefusedTable, dropLanding } from './kit/landing/tables.ts';
import { planLoad } from './kit/plan.ts';
import { openDataKey, readMasterKey, type DataKey } from './kit/privacy/keys.ts';
import { rehearse } from './kit/publish/rehearse.ts';
import { publish } from './kit/publish/publish.ts';
import { Connections, requireSchema } from './kit/run/connections.ts';
import { Progress, type ProgressListener } from './kit/run/progress.ts';
import { takeErrand, type Errand } from './kit/run/errand.ts';
import { reach } from './kit/run/pause.ts';
import { emptyReport, type IngestReport } from './kit/run/report.ts';
import { holdSource, Run } from './kit/run/run.ts';
import type { Stage } from './kit/run/stages.ts';
import { WorkClock } from './kit/run/work-clock.ts';
import { hasPersonal, type Source } from './kit/source/source.ts';
import { stageAll } from './kit/stage/stage-all.ts';
import { sourceLibrary } from './sources/library.ts';

export interface IngestOptions {
  databaseUrl: string;
  /** Name of a source. */
  source: string;
  /** The directory that holds its files. */
  from: string;
  /** Rapport's home; the master key is kept there unless one is given. */
  home: string;
  masterKey?: string | null;
  trigger?: string;
  /** Show what would be loaded and quarantined; change nothing. */
  dryRun?: boolean;
  /** Believe a snapshot that lacks more than a fifth of the published rows. */
  allowDeletes?: boolean;
  onProgress?: ProgressListener;
  /** Stops the run; nothing of it is published. */
  signal?: AbortSignal;
  /** A run that has not been heard of for so long may be ended by another one. */
  leaseMs?: number;
  errand?: Errand;
}

/** Loads one delivery of one source: whole, or not at all. */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  const source = sourceLibrary().read(options.source);
  const connections = new Connections(options.databaseUrl);
  try {
    const control = await connections.open('control');
    await requireSchema(control);
    return options.dryRun
      ? await rehearsal(options, source, connections, control)
      : await load(options, source, connections, control);
  } catch (error) {
    throw translateDatabaseError(error, addressOf(options.databaseUrl));
  } finally {
    await connections.closeAll();
  }
}

async function load(
  options: IngestOptions,
  source: Source,
  connections: Connections,
  control: pg.Client,
): Promise<IngestReport> {
  const run = await Run.start(control, source, options.trigger ?? 'cli', options.leaseMs);
  const progress = new Progress(options.onProgress);
  const { pauseAt } = readEtlConfig();
  const clock = new WorkClock();
  const enter = async (stage: Stage) => {
    progress.enter(stage);
    await run.enter(stage);
  };
  options.signal?.addEventListener('abort', () => void connections.closeAll(control), { once: true });
  try {
    progress.enter('discover');
    await connections.belongTo(run.runId, control);
    if (!(await takeErrand(options.errand, control, run))) {
      await run.endUnchanged();
      return emptyReport(source, run, progress.finish());
    }
    const files = await discoverFiles(source, options.from);
    const delivery = await compareWithLedger(control, source, files);
    await reach('discover', pauseAt);
    if (delivery.fresh.length + delivery.superseded.length === 0) {
      await endWithoutNews(options, run, control);
      return emptyReport(source, run, progress.finish());
    }
    const plan = planLoad(source, files, delivery);
    const workers = await openWorkers(connections, source);
    const context = {
      source,
      key: await dataKey(options, source, control, true),
      side: control,
      onRead: progress.read,
      clock,
      pauseAt,
    };
    await prepare(control, source);
    await enter('landing');
    const landed = await landAll(workers, context, plan, delivery, progress);
    await enter('stage');
    const staged = await stageAll(workers, context, plan, landed.files);
    await reach('stage', pauseAt);
    const fresh = landed.files.filter(({ fileId }) => delivery.fresh.some((file) => file.fileId === fileId));
    const input = {
      source,
      run,
      staged,
      files: fresh,
      superseded: landed.superseded,
      allowDeletes: options.allowDeletes ?? false,
      errand: options.errand,
      pauseAt,
      clock,
      enter,
    };
    const published = await publish(workers[0], workers[1], input);
    run.end();
    await dropLanding(control, source);
    const work = fresh.map(({ name, role }) => ({ name, seconds: clock.spent(role) }));
    return { ...emptyReport(source, run, progress.finish()), ...published, files: work, state: 'committed' };
  } catch (error) {
    const failure = options.signal?.aborted ? new IngestError('interrupted', { stage: run.stage }) : error;
    await failRun(failure, options, run, connections, control, source);
    throw failure;
  }
}

/** The errand and the run end together: neither may say that there was nothing new without the other. */
async function endWithoutNews({ errand }: IngestOptions, run: Run, control: pg.Client): Promise<void> {
  await control.query('begin');
  try {
    await errand?.done(control, run.runId, 'unchanged');
    await run.endUnchanged();
    await control.query('commit');
  } catch (error) {
    await control.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The workers go first: what they hold, the run's own row among it, must be free before the failure can be written. */
async function failRun(
  error: unknown,
  options: IngestOptions,
  run: Run,
  connections: Connections,
  control: pg.Client,
  source: Source,
): Promise<void> {
  try {
    await connections.closeAll(control);
    await run.fail(translateDatabaseError(error, addressOf(options.databaseUrl)));
    await dropLanding(control, source);
  } catch {
    run.end(); // the failure itself is what the caller must hear of
  }
}

async function rehearsal(
  options: IngestOptions,
  source: Source,
  connections: Connections,
  control: pg.Client,
): Promise<IngestReport> {
  await holdSource(control, source.name);
  const progress = new Progress(options.onProgress);
  progress.enter('discover');
  const files = await discoverFiles(source, options.from);
  const delivery = await compareWithLedger(control, source, files);
  const plan = planLoad(source, files, delivery);
  const workers = await openWorkers(connections, source);
  const context = {
    source,
    key: await dataKey(options, source, control, false),
    side: control,
    onRead: progress.read,
    clock: new WorkClock(),
    pauseAt: null,
  };
  await prepare(control, source);
  try {
    progress.enter('landing');
    const landed = await landAll(workers, context, plan, delivery, progress);
    progress.enter('stage');
    const staged = await stageAll(workers, context, plan, landed.files);
    const outcome = await rehearse(workers[1], source, staged, options.allowDeletes ?? false);
    return { ...emptyReport(source, null, progress.finish()), ...outcome, state: 'dry-run' };
  } finally {
    await dropLanding(control, source);
  }
}

async function openWorkers(connections: Connections, source: Source): Promise<[pg.Client, pg.Client]> {
  return Promise.all([connections.open('worker 1', source.zone), connections.open('worker 2', source.zone)]);
}

async function prepare(control: pg.Client, source: Source): Promise<void> {
  await dropLanding(control, source);
  await createRefusedTable(control, source);
}

async function dataKey(
  options: IngestOptions,
  source: Source,
  control: pg.Client,
  create: boolean,
): Promise<DataKey | null> {
  if (!Object.values(source.files).some(hasPersonal)) return null;
  return openDataKey(control, readMasterKey(options.masterKey ?? null, options.home), create);
}
