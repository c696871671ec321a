import { randomUUID } from 'node:crypto';
import type { Fetched } from '../connect/fetch.ts';
import { guardRehearsal } from '../kit/guards/guard.ts';
import { dropLanding } from '../kit/landing/tables.ts';
import { rehearse } from '../kit/publish/rehearse.ts';
import { emptyReport, type IngestReport } from '../kit/run/report.ts';
import { holdSource } from '../kit/run/run.ts';
import type { Stage } from '../kit/run/stages.ts';
import { WorkClock } from '../kit/run/work-clock.ts';
import { asDelivered, fetchFirst } from './fetched.ts';
import type { House } from './house.ts';
import { discover, guardTask, landAndStage, type Way } from './land-and-stage.ts';

/** What a load would do, without doing it. */
export async function rehearsal(house: House): Promise<IngestReport> {
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
