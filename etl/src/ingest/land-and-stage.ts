import type pg from 'pg';
import { tableNotes } from '../kit/drift/tables.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { discoverFiles, type DeliveredFile } from '../kit/files/discover.ts';
import { compareWithLedger } from '../kit/files/ledger.ts';
import { keepCorrections } from '../kit/landing/corrections.ts';
import { landAll, type Landed } from '../kit/landing/land-all.ts';
import type { LandedFile } from '../kit/landing/land-file.ts';
import { guardedAs, type GuardTask } from '../kit/guards/guard.ts';
import { createRefusedTable, dropLanding } from '../kit/landing/tables.ts';
import { planLoad } from '../kit/plan.ts';
import { openDataKey, readMasterKey, type DataKey } from '../kit/privacy/keys.ts';
import { shared } from '../kit/run/connections.ts';
import { reach } from '../kit/run/pause.ts';
import type { Stage, StageWork } from '../kit/run/stages.ts';
import type { WorkClock } from '../kit/run/work-clock.ts';
import { hasPersonal } from '../kit/source/source.ts';
import { stageAll } from '../kit/stage/stage-all.ts';
import type { StagedFeed } from '../kit/stage/stage-feed.ts';
import { isFileOfASource } from '../sources/library.ts';
import type { Found, House, IngestOptions } from './house.ts';

function folderOf({ from, source }: IngestOptions): string {
  if (from === undefined) throw new IngestError('nowhere_to_load_from', { source });
  return from;
}

export async function discover(house: House): Promise<Found> {
  const { options, task, source, control } = house;
  if (task.find) return task.find(house);
  const files = await discoverFiles(source, folderOf(options), options.signal);
  return { files, delivery: await compareWithLedger(control, source, files) };
}

export interface Way {
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
export async function landAndStage(house: House, { files, delivery }: Found, way: Way) {
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
  await house.options.after;
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

export const workOn = (files: readonly DeliveredFile[]): StageWork => ({
  bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
});
const recordsOf = (files: readonly LandedFile[]): number => files.reduce((sum, { records }) => sum + records, 0);

/** What of the landed files is new; the others are only looked up. */
export const freshOf = ({ files }: Landed, { delivery }: Found): LandedFile[] =>
  files.filter(({ fileId }) => delivery.fresh.some((file) => file.fileId === fileId));

export function guardTask({ options, source }: House, staged: readonly StagedFeed[], { delivery }: Found): GuardTask {
  const { trigger = 'cli', acceptGuards: accept = [], actor = trigger } = options;
  const fresh = new Set(delivery.fresh.map(({ fileId }) => fileId));
  return { source, staged, fresh, as: options.guardAs ?? guardedAs(trigger), accept, actor };
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
