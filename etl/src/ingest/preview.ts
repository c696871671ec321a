import { randomUUID } from 'node:crypto';
import { dropLanding } from '../kit/landing/tables.ts';
import { publishInside } from '../kit/publish/publish.ts';
import { holdPublishingIfFree, publishingBusy, watchForPublishers } from '../kit/publish/publishing-lock.ts';
import { emptyReport, type IngestReport } from '../kit/run/report.ts';
import { holdSource, Run } from '../kit/run/run.ts';
import type { Stage } from '../kit/run/stages.ts';
import { WorkClock } from '../kit/run/work-clock.ts';
import type { House, Task } from './house.ts';
import { discover, freshOf, landAndStage } from './land-and-stage.ts';

type Look = NonNullable<Task['preview']>;

/** After so long among loads that publish one after the other, whoever asks is told to ask later. */
const PATIENCE_MS = 60_000;

/**
 * Everything a load does, but for its end: the transaction is taken back once it has been looked at. Real loads come first: as soon
 * as one waits to publish, the preview is broken off, and begun again behind it.
 */
export async function preview(house: House, look: Look): Promise<IngestReport> {
  const { options, source, connections, control } = house;
  const { waitToPublishMs: patienceMs = PATIENCE_MS } = options;
  await holdSource(control, source.name);
  await connections.belongTo(`dry ${randomUUID()}`.slice(0, 20), control);
  for (const began = performance.now(); ;) {
    const left = patienceMs - (performance.now() - began);
    const report = await lookOnce(house, look, left);
    if (report) return report;
    const waited = performance.now() - began;
    if (waited > patienceMs) throw await publishingBusy(control, source.name, waited);
  }
}

/** Null: it gave way. */
async function lookOnce(house: House, look: Look, waitMs: number): Promise<IngestReport | null> {
  const { task, source, connections, control, progress } = house;
  const clock = new WorkClock();
  const enter = async (stage: Stage) => progress.enter(stage);
  let gaveWay = false;
  let watchNoMore = (): void => undefined;
  try {
    const found = await discover(house);
    if (found.delivery.fresh.length === 0) return emptyReport(source, null, progress.finish());
    const { workers, landed, staged } = await landAndStage(house, found, { clock, pauseAt: null, keep: false, enter });
    const [tx, side] = workers;
    await tx.query('begin');
    await holdPublishingIfFree(tx, side, source.name, waitMs);
    watchNoMore = watchForPublishers(control, () => {
      gaveWay = true;
      void connections.outlast(control).catch(() => undefined);
    });
    const run = await Run.imagine(tx, source, house.options.trigger ?? 'cli');
    await look.before(tx);
    const files = freshOf(landed, found);
    const { allowDeletes = false, errand } = house.options;
    const work = { source, run, staged, files, superseded: landed.superseded, allowDeletes, errand };
    const rest = { replay: task.replay, pauseAt: null, clock, enter, remarks: [], wasCommitted: async () => false };
    const published = await publishInside(tx, side, { ...work, ...rest });
    await look.after(tx, run);
    watchNoMore();
    await tx.query('rollback');
    return { ...emptyReport(source, null, progress.finish()), ...published, dataVersion: null, state: 'dry-run' };
  } catch (error) {
    if (gaveWay && house.options.signal?.aborted !== true) return null;
    throw error;
  } finally {
    watchNoMore();
    await connections.closeAll(control);
    await connections.outlast(control);
    await dropLanding(control, source);
  }
}
