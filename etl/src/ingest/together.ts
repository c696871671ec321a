import { ingest } from '../ingest.ts';
import { openShops } from '../kit/publish/opening.ts';
import type { IngestReport } from '../kit/run/report.ts';
import type { IngestOptions } from './house.ts';

export interface Delivered {
  source: string;
  from: string;
}

export interface TogetherOptions extends Omit<IngestOptions, 'source' | 'from' | 'moreToCome' | 'after'> {
  /** Told of each system when it is loaded, in their order. */
  onLoaded?(report: IngestReport): void;
}

interface Load {
  done: Promise<IngestReport>;
  /** True: nothing but publishing is left of it. */
  staged: Promise<boolean>;
}

/**
 * The systems of a shop, one after the other: while one publishes, which is the server's work, the next one's files are read, which is
 * ours. Each is a load of its own; where one fails, those before it stay and the next is interrupted. Journeys and figures of a
 * shop that was not open before are made once, at the end.
 */
export async function ingestTogether(
  deliveries: readonly Delivered[],
  { onLoaded = () => undefined, ...options }: TogetherOptions,
): Promise<IngestReport[]> {
  const loads: Promise<IngestReport>[] = [];
  let before: Promise<IngestReport> | null = null;
  for (const delivery of deliveries) {
    const { done, staged } = begin(delivery, options, before);
    done.then(onLoaded).catch(() => undefined); // the failure is told below
    loads.push(done);
    before = done;
    if (!(await staged)) break;
  }
  const reports = await Promise.allSettled(loads);
  const failed = reports.find((one) => one.status === 'rejected');
  if (failed) throw failed.reason;
  await openShops(options.databaseUrl, options.signal);
  return reports.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** What it is staged against, the one before must have published. */
function begin(delivery: Delivered, options: IngestOptionsOfAll, before: Promise<unknown> | null): Load {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  let isFirst = before === null;
  const after = before?.then(
    () => void (isFirst = true),
    (error: unknown) => stop.abort(error),
  );
  const { promise: staged, resolve } = Promise.withResolvers<boolean>();
  const done = ingest({
    ...options,
    ...delivery,
    signal,
    moreToCome: true,
    after: after ?? Promise.resolve(),
    onProgress(event) {
      if (event.stage === 'merge') resolve(true);
      if (isFirst) options.onProgress?.(event);
    },
  });
  done.then(
    () => resolve(true),
    () => resolve(false),
  );
  return { done, staged };
}

type IngestOptionsOfAll = Omit<TogetherOptions, 'onLoaded'>;
