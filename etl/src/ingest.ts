import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { tellAfterRun } from './alerts/after-run.ts';
import { readEtlConfig } from './config.ts';
import { fetchDelivery, type Fetched } from './connect/fetch.ts';
import type { SecretResolver } from './connect/secrets.ts';
import { tableNotes } from './kit/drift/tables.ts';
import { addressOf, translateDatabaseError } from './kit/errors/database-error.ts';
import { IngestError } from './kit/errors/ingest-error.ts';
import { discoverFiles, type DeliveredFile } from './kit/files/discover.ts';
import { compareWithLedger, type Delivery } from './kit/files/ledger.ts';
import { landAll, type Landed } from './kit/landing/land-all.ts';
import type { LandedFile } from './kit/landing/land-file.ts';
import { guardDelivery, guardedAs, guardRehearsal, type GuardedAs, type GuardTask } from './kit/guards/guard.ts';
import { keepCorrections } from './kit/landing/corrections.ts';
import { createRefusedTable, dropLanding } from './kit/landing/tables.ts';
import { planLoad } from './kit/plan.ts';
import { openDataKey, readMasterKey, type DataKey } from './kit/privacy/keys.ts';
import { rehearse } from './kit/publish/rehearse.ts';
import { holdPublishing, publish, publishInside } from './kit/publish/publish.ts';
import { Connections, requireSchema, shared } from './kit/run/connections.ts';
import type { Note } from './kit/run/note.ts';
import { Progress, type ProgressListener } from './kit/run/progress.ts';
import { takeErrand, together, type Errand } from './kit/run/errand.ts';
import { reach } from './kit/run/pause.ts';
import { emptyReport, type IngestReport } from './kit/run/report.ts';
import { recordFound, recordLanded } from './kit/run/run-files.ts';
import { holdSource, Run } from './kit/run/run.ts';
import type { Stage, StageWork } from './kit/run/stages.ts';
import { WorkClock } from './kit/run/work-clock.ts';
import { hasPersonal, type Source } from './kit/source/source.ts';
import { stageAll } from './kit/stage/stage-all.ts';
import type { StagedFeed } from './kit/stage/stage-feed.ts';
import { isFileOfASource, sourceLibrary } from './sources/library.ts';

/** A COMMIT whose client is gone comes through or is given up within seconds. */
const COMMIT_MS = 5_000;

export interface IngestOptions {
  databaseUrl: string;
  /** Name of a source. */
  source: string;
  /** The directory that holds its files; a source with a connection is asked for its rows without one. */
  from?: string;
  /** Of a connection: only rows whose cursor lies in [from, to); what it remembers of its place stays as it is. */
  range?: { from: Date; to: Date };
  /** Rapport's home; the master key is kept there unless one is given. */
  home: string;
  masterKey?: string | null;
  /** Where secrets of connections are found. */
  secrets?: SecretResolver;
  /** Of a connection: forgets how far it has been read. */
  anew?: boolean;
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
  /** What guards compare it with; where absent, the trigger tells. */
  guardAs?: GuardedAs;
  /** Guard findings (by name or number) that are right as they are. */
  acceptGuards?: readonly string[];
  /** Who has it loaded, as the audit names them. */
  actor?: string;
}

/** What is loaded, where it is not simply what lies in a folder. */
export interface Task {
  source: Source;
  /** Called by the holder of the source's turn. */
  find?(house: House): Promise<Found>;
  /** Records out of quarantine. */
  replay?: boolean;
  /** Publishes for the eyes of one transaction, which is then taken back. */
  preview?: { before(tx: pg.Client): Promise<void>; after(tx: pg.Client, run: Run): Promise<void> };
}

/** Loads one delivery of one source: whole, or not at all. */
export async function ingest(options: IngestOptions): Promise<IngestReport> {
  return carryOut(options, { source: sourceLibrary().read(options.source) });
}

export async function carryOut(options: IngestOptions, task: Task): Promise<IngestReport> {
  const { signal } = options;
  const { source } = task;
  const connections = new Connections(options.databaseUrl, signal);
  const progress = new Progress(options.onProgress);
  let control: pg.Client | null = null;
  const stop = (): void => void connections.closeAll(...(control ? [control] : []));
  signal?.addEventListener('abort', stop, { once: true });
  try {
    control = await connections.open('control');
    await requireSchema(control);
    const house = { options, task, source, connections, control, progress };
    if (task.preview) return await preview(house, task.preview);
    return options.dryRun ? await rehearsal(house) : await load(house);
  } catch (error) {
    throw failureOf(error, options, progress.stage);
  } finally {
    signal?.removeEventListener('abort', stop);
    await connections.closeAll();
  }
}

function failureOf(error: unknown, { signal, databaseUrl }: IngestOptions, stage: Stage): IngestError {
  if (error instanceof IngestError && error.code === 'interrupted') return error;
  if (signal?.aborted) return new IngestError('interrupted', { stage });
  return translateDatabaseError(error, addressOf(databaseUrl));
}

function folderOf({ from, source }: IngestOptions): string {
  if (from === undefined) throw new IngestError('nowhere_to_load_from', { source });
  return from;
}

/** What a load and its rehearsal work with. */
export interface House {
  options: IngestOptions;
  task: Task;
  source: Source;
  connections: Connections;
  control: pg.Client;
  progress: Progress;
  /** What is to be said of how it was fetched. */
  notes?: readonly Note[];
}

export interface Found {
  files: DeliveredFile[];
  delivery: Delivery;
}

async function discover(house: House): Promise<Found> {
  const { options, task, source, control } = house;
  if (task.find) return task.find(house);
  const files = await discoverFiles(source, folderOf(options), options.signal);
  return { files, delivery: await compareWithLedger(control, source, files) };
}

interface Way {
  clock: WorkClock;
  pauseAt: Stage | null;
  /** Whether a first data key may be kept. */
  keep: boolean;
  /** `done`: what the stage that ends here handled. */
  enter(stage: Stage, done: StageWork): Promise<void>;
  /** Before anything is staged: what the files turned out to hold. */
  landed?(files: Landed): Promise<void>;
}

/** Everything before something is published. */
async function landAndStage(house: House, { files, delivery }: Found, way: Way) {
  const { clock, pauseAt, enter } = way;
  const { source, control, progress } = house;
  const plan = planLoad(source, files, delivery);
  const workers = await openWorkers(house);
  const key = await dataKey(house, way.keep);
  await keepCorrections(control, plan.land, () => key);
  const context = { source, key, side: shared(control), onRead: progress.read, clock, pauseAt };
  await dropLanding(control, source);
  await createRefusedTable(control, source);
  await enter('landing', workOn(files));
  const landed = await landAll(workers, context, plan, delivery, progress);
  noteTables(house, { files, delivery }, landed.files);
  await way.landed?.(landed);
  await enter('stage', { ...workOn(landed.files), rows: recordsOf(landed.files) });
  const staged = await stageAll(workers, context, plan, landed.files);
  await reach('stage', pauseAt);
  return { workers, landed, staged };
}

/** Said once a run, with the first file that is new. */
function noteTables({ source, options }: House, { files, delivery }: Found, landed: readonly LandedFile[]): void {
  const first = landed.find(
    ({ fileId, kept }) => !kept?.alone && delivery.fresh.some((file) => file.fileId === fileId),
  );
  first?.notes.push(...tableNotes(source, folderOf(options), files, delivery.published, isFileOfASource));
}

const workOn = (files: readonly DeliveredFile[]): StageWork => ({
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});
const recordsOf = (files: readonly LandedFile[]): number => files.reduce((sum, { records }) => sum + records, 0);

async function load(house: House): Promise<IngestReport> {
  const { options, source, connections, control } = house;
  const pulse = await connections.open('pulse');
  const run = await Run.start({ db: control, pulse }, source, options.trigger ?? 'cli', options.leaseMs);
  try {
    await connections.belongTo(run.runId, control, pulse);
    await dropLanding(control, source); // what a killed load of it left, even where nothing is to be loaded
    const report = await runLoad(house, run);
    run.end();
    const told = await tellAfterRun(control, options.home);
    return { ...report, notes: [...report.notes, ...told] };
  } catch (error) {
    const failure = failureOf(error, options, run.stage);
    await failRun(house, failure, run).catch(() => undefined); // the failure itself is what the caller must hear of
    run.end();
    if (failure.code !== 'interrupted') await tellFailure(house);
    throw failure;
  }
}

async function runLoad(house: House, run: Run): Promise<IngestReport> {
  const { options, source, control, progress } = house;
  const { pauseAt } = readEtlConfig();
  const clock = new WorkClock();
  const enter = async (stage: Stage, done?: StageWork) => {
    progress.enter(stage);
    await run.enter(stage, done);
  };
  progress.enter('discover');
  if (!(await takeErrand(options.errand, control, run))) {
    await run.endUnchanged();
    return emptyReport(source, run, progress.finish());
  }
  const fetched = await fetchFirst(house, run.runId, enter);
  try {
    if (fetched) await reach('fetch', pauseAt);
    if (fetched) await enter('discover', { rows: fetched.rows, bytes: fetched.bytes });
    const delivered = fetched ? asDelivered(house, fetched) : house;
    if (!fetched?.isEmpty) return await loadDelivered(delivered, run, { clock, pauseAt, keep: true, enter });
    await endWithoutNews(delivered.options, run, control, {});
    return emptyReport(source, run, progress.finish());
  } finally {
    fetched?.close();
  }
}

/** What a connection brings lies in a folder, like any delivery; null: it was delivered. */
async function fetchFirst(house: House, name: string, enter: Way['enter']): Promise<Fetched | null> {
  const { options, task, source, control, progress } = house;
  if (options.from !== undefined || task.find || !source.connection) return null;
  const { home, secrets, signal, allowDeletes = false, anew = false, range } = options;
  await enter('fetch', {});
  const onRead = progress.fetched;
  return fetchDelivery(source, { db: control, home, name, secrets, signal, allowDeletes, anew, range, onRead });
}

function asDelivered(house: House, { source, folder, errand, notes }: Fetched): House {
  const { options } = house;
  return { ...house, source, notes, options: { ...options, from: folder, errand: together(options.errand, errand) } };
}

async function loadDelivered(house: House, run: Run, way: Way): Promise<IngestReport> {
  const { options, source, control, progress } = house;
  const { clock, pauseAt, enter } = way;
  const found = await discover(house);
  const { delivery } = found;
  await recordFound(control, run, found.files, delivery);
  await reach('discover', pauseAt);
  if (delivery.fresh.length + delivery.superseded.length === 0) {
    await endWithoutNews(options, run, control, workOn(found.files));
    return emptyReport(source, run, progress.finish());
  }
  const keepCounts = ({ files, superseded }: Landed) => recordLanded(control, run, [...files, ...superseded]);
  const { workers, landed, staged } = await landAndStage(house, found, { ...way, landed: keepCounts });
  const files = landed.files.filter(({ fileId }) => delivery.fresh.some((file) => file.fileId === fileId));
  const { superseded } = landed;
  const { allowDeletes = false, errand } = options;
  const judged = await guardDelivery(workers, control, run, guardTask(house, staged, found));
  const remarks = [...(house.notes ?? []), ...judged];
  const { replay } = house.task;
  const work = { source, run, staged, files, superseded, allowDeletes, errand, replay, pauseAt, clock, enter, remarks };
  const published = await publish(workers[0], workers[1], { ...work, wasCommitted: () => wasCommitted(house, run) });
  // The next run of the source drops it as well; the connection may have gone with the answer to COMMIT.
  await house.connections
    .alive(control)
    .then((db) => dropLanding(db, source))
    .catch(() => undefined);
  const times = files.map(({ name, role }) => ({ name, seconds: clock.spent(role) }));
  return { ...emptyReport(source, run, progress.finish()), ...published, files: times, state: 'committed' };
}

function guardTask({ options, source }: House, staged: readonly StagedFeed[], { delivery }: Found): GuardTask {
  const { trigger = 'cli', acceptGuards: accept = [], actor = trigger } = options;
  const fresh = new Set(delivery.fresh.map(({ fileId }) => fileId));
  return { source, staged, fresh, as: options.guardAs ?? guardedAs(trigger), accept, actor };
}

/** The errand and the run end together: neither may say that there was nothing new without the other. */
async function endWithoutNews({ errand }: IngestOptions, run: Run, control: pg.Client, done: StageWork): Promise<void> {
  await control.query('begin');
  try {
    await errand?.done(control, run.runId, 'unchanged');
    await run.endUnchanged(done);
    await control.query('commit');
  } catch (error) {
    await control.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** A COMMIT under way when its connection went may still have come through: asked when nothing of it is under way any more. */
async function wasCommitted({ connections, control }: House, run: Run): Promise<boolean> {
  await connections.closeAll(control);
  const db = await connections.alive(control);
  await connections.outlast(db, COMMIT_MS);
  return run.isCommitted(db);
}

async function tellFailure({ connections, control, options }: House): Promise<void> {
  const db = await connections.alive(control).catch(() => null);
  if (db) await tellAfterRun(db, options.home);
}

/** The workers go first: what they hold, the run's own row among it, must be free before the failure can be written. */
async function failRun({ connections, control, source }: House, failure: IngestError, run: Run): Promise<void> {
  await connections.closeAll(control);
  const db = await connections.alive(control);
  await connections.outlast(db);
  await run.fail(failure, db);
  await dropLanding(db, source);
}

async function rehearsal(house: House): Promise<IngestReport> {
  const { source, connections, control, progress } = house;
  const name = `dry-${randomUUID()}`;
  await holdSource(control, source.name);
  await connections.belongTo(name.slice(0, 20), control);
  progress.enter('discover');
  const enter = async (stage: Stage) => progress.enter(stage);
  let fetched: Fetched | null = null;
  try {
    fetched = await fetchFirst(house, name, enter);
    if (fetched?.isEmpty) return { ...emptyReport(source, null, progress.finish()), state: 'dry-run' };
    return await rehearseDelivered(fetched ? asDelivered(house, fetched) : house, enter);
  } finally {
    fetched?.close();
    await connections.closeAll(control);
    await connections.outlast(control);
    await dropLanding(control, source);
  }
}

async function rehearseDelivered(house: House, enter: Way['enter']): Promise<IngestReport> {
  const { options, source, control, progress } = house;
  const found = await discover(house);
  const way = { clock: new WorkClock(), pauseAt: null, keep: false, enter };
  const { workers, staged } = await landAndStage(house, found, way);
  const remarks = await guardRehearsal(workers, control, guardTask(house, staged, found));
  const outcome = await rehearse(workers[1], source, staged, options.allowDeletes ?? false);
  const notes = [...outcome.notes, ...(house.notes ?? []), ...remarks];
  return { ...emptyReport(source, null, progress.finish()), ...outcome, notes, state: 'dry-run' };
}

/** Everything a load does, but for its end: the transaction is taken back once it has been looked at. */
async function preview(house: House, look: NonNullable<Task['preview']>): Promise<IngestReport> {
  const { options, task, source, connections, control, progress } = house;
  await holdSource(control, source.name);
  await connections.belongTo(`dry ${randomUUID()}`.slice(0, 20), control);
  const clock = new WorkClock();
  const enter = async (stage: Stage) => progress.enter(stage);
  try {
    const found = await discover(house);
    if (found.delivery.fresh.length === 0) return emptyReport(source, null, progress.finish());
    const { workers, landed, staged } = await landAndStage(house, found, { clock, pauseAt: null, keep: false, enter });
    const [tx, side] = workers;
    await tx.query('begin');
    await holdPublishing(tx);
    const run = await Run.imagine(tx, source, options.trigger ?? 'cli');
    await look.before(tx);
    const files = landed.files.filter(({ fileId }) => found.delivery.fresh.some((file) => file.fileId === fileId));
    const { allowDeletes = false, errand } = options;
    const work = { source, run, staged, files, superseded: landed.superseded, allowDeletes, errand };
    const rest = { replay: task.replay, pauseAt: null, clock, enter, remarks: [], wasCommitted: async () => false };
    const published = await publishInside(tx, side, { ...work, ...rest });
    await look.after(tx, run);
    await tx.query('rollback');
    return { ...emptyReport(source, null, progress.finish()), ...published, dataVersion: null, state: 'dry-run' };
  } finally {
    await connections.closeAll(control);
    await connections.outlast(control);
    await dropLanding(control, source);
  }
}

async function openWorkers({ connections, source }: House): Promise<[pg.Client, pg.Client]> {
  const opening = [connections.open('worker 1', source.zone), connections.open('worker 2', source.zone)] as const;
  await Promise.allSettled(opening); // one that comes after the other was refused would be closed by nobody
  return Promise.all(opening);
}

async function dataKey({ options, source, control }: House, create: boolean): Promise<DataKey | null> {
  if (!Object.values(source.files).some(hasPersonal)) return null;
  return openDataKey(control, readMasterKey(options.masterKey ?? null, options.home), create);
}
