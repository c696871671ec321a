import { randomUUID } from 'node:crypto';
import { dropLanding } from '../kit/landing/tables.ts';
import { holdPublishing, publishInside } from '../kit/publish/publish.ts';
import { emptyReport, type IngestReport } from '../kit/run/report.ts';
import { holdSource, Run } from '../kit/run/run.ts';
import type { Stage } from '../kit/run/stages.ts';
import { WorkClock } from '../kit/run/work-clock.ts';
import type { House, Task } from './house.ts';
import { discover, freshOf, landAndStage } from './land-and-stage.ts';

/** Everything a load does, but for its end: the transaction is taken back once it has been looked at. */
export async function preview(house: House, look: NonNullable<Task['preview']>): Promise<IngestReport> {
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
    const files = freshOf(landed, found);
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
