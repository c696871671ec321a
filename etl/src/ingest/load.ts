import type pg from 'pg';
import { tellAfterRun } from '../alerts/after-run.ts';
import { readEtlConfig } from '../config.ts';
import type { IngestError } from '../kit/errors/ingest-error.ts';
import { guardDelivery } from '../kit/guards/guard.ts';
import type { Landed } from '../kit/landing/land-all.ts';
import { dropLanding } from '../kit/landing/tables.ts';
import { publish } from '../kit/publish/publish.ts';
import { orTablesHeld, WAIT_TO_PUBLISH_MS } from '../kit/publish/publishing-lock.ts';
import { takeErrand } from '../kit/run/errand.ts';
import { reach } from '../kit/run/pause.ts';
import { emptyReport, type IngestReport } from '../kit/run/report.ts';
import { recordFound, recordLanded } from '../kit/run/run-files.ts';
import { Run } from '../kit/run/run.ts';
import type { Stage, StageWork } from '../kit/run/stages.ts';
import { WorkClock } from '../kit/run/work-clock.ts';
import { asDelivered, fetchFirst } from './fetched.ts';
import { failureOf, type House, type IngestOptions } from './house.ts';
import { discover, freshOf, guardTask, landAndStage, workOn, type Way } from './land-and-stage.ts';

/** A COMMIT whose client is gone comes through or is given up within seconds. */
const COMMIT_MS = 5_000;

export async function load(house: House): Promise<IngestReport> {
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
  const files = freshOf(landed, found);
  const { superseded } = landed;
  const { allowDeletes = false, errand } = options;
  const judged = await guardDelivery(workers, control, run, guardTask(house, staged, found));
  const remarks = [...(house.notes ?? []), ...judged];
  const { replay } = house.task;
  const work = { source, run, staged, files, superseded, allowDeletes, errand, replay, pauseAt, clock, enter, remarks };
  const { waitToPublishMs: waitMs = WAIT_TO_PUBLISH_MS, moreToCome } = options;
  const ending = { waitMs, moreToCome, wasCommitted: () => wasCommitted(house, run) };
  const published = await publish(workers[0], workers[1], { ...work, ...ending }).catch(async (error: unknown) => {
    throw await orTablesHeld(error, control, source.name);
  });
  // The next run of the source drops it as well; the connection may have gone with the answer to COMMIT.
  await house.connections
    .alive(control)
    .then((db) => dropLanding(db, source))
    .catch(() => undefined);
  const times = files.map(({ name, role }) => ({ name, seconds: clock.spent(role) }));
  return { ...emptyReport(source, run, progress.finish()), ...published, files: times, state: 'committed' };
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
