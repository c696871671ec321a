import type pg from 'pg';
import type { DeliveredFile } from '../files/discover.ts';
import type { Delivery } from '../files/ledger.ts';
import type { LoadPlan } from '../plan.ts';
import { watchShapes } from '../drift/watch.ts';
import { reach } from '../run/pause.ts';
import type { Progress } from '../run/progress.ts';
import type { Stage } from '../run/stages.ts';
import { readFile } from '../records/formats.ts';
import { landFile, type LandedFile, type LandingContext } from './land-file.ts';
import { createLandingTable } from './tables.ts';

export interface Landed {
  files: LandedFile[];
  superseded: (DeliveredFile & { records: number })[];
}

/** Lands every file of the plan over the given connections, the largest role first, so that they finish together. */
export async function landAll(
  connections: readonly pg.Client[],
  context: LandingContext & { pauseAt: Stage | null },
  plan: LoadPlan,
  delivery: Delivery,
  progress: Progress,
): Promise<Landed> {
  for (const role of plan.roles) await createLandingTable(context.side, context.source, role);
  progress.bytesTotal = plan.land.reduce((sum, { bytes }) => sum + bytes, 0);
  const waiting = byRole(plan.land);
  const files: LandedFile[] = [];
  await Promise.all(
    connections.map(async (db) => {
      for (let role = waiting.shift(); role; role = waiting.shift()) {
        const landed: LandedFile[] = [];
        for (const file of role) landed.push(await context.clock.time(file.role, () => landFile(db, context, file)));
        await watchShapes(db, context, landed);
        files.push(...landed);
        await reach('landing', context.pauseAt);
      }
    }),
  );
  const superseded = [];
  for (const file of delivery.superseded) superseded.push({ ...file, records: await countRecords(context, file) });
  return { files: files.toSorted((a, b) => a.fileTime.getTime() - b.fileTime.getTime()), superseded };
}

/** Files of one role share a landing table, so one connection lands them, one after the other. */
function byRole(files: readonly DeliveredFile[]): DeliveredFile[][] {
  const size = (role: DeliveredFile[]) => role.reduce((sum, { bytes }) => sum + bytes, 0);
  return [...Map.groupBy(files, ({ role }) => role).values()].toSorted((a, b) => size(b) - size(a));
}

async function countRecords({ source }: LandingContext, file: DeliveredFile): Promise<number> {
  const definition = source.files[file.role];
  if (!definition) throw new Error(`source ${source.name} has no file role ${file.role}`);
  const { records } = await readFile(file, definition, () => ({
    record: () => undefined,
    texts: () => undefined,
    refused: () => undefined,
    drained: async () => undefined,
  }));
  return records;
}
