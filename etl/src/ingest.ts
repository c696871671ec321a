import type pg from 'pg';
import { failureOf, type IngestOptions, type Task } from './ingest/house.ts';
import { load } from './ingest/load.ts';
import { preview } from './ingest/preview.ts';
import { rehearsal } from './ingest/rehearse.ts';
import { Connections, requireSchema } from './kit/run/connections.ts';
import { Progress } from './kit/run/progress.ts';
import type { IngestReport } from './kit/run/report.ts';
import { sourceLibrary } from './sources/library.ts';

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
