import type { Queryable } from '@rapport/model/schema';
import { loadMany } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readFiles, readReasons, readStages } from './run-parts.reader.ts';
import type { RunFile, RunQuarantineReason, RunStage } from './run-parts.type.ts';
import { readFeedCounts } from './run.reader.ts';
import type { RunFeedCount } from './run.type.ts';

const self = (id: string): string => id;

export const feedsOfRun: LoaderOf<string, RunFeedCount[]> = (context) =>
  loadMany(
    (ids: readonly string[]) => readFeedCounts(context.entities(), ids),
    self,
    (feed) => feed.runId,
  );

type Read<Row> = (db: Queryable, ids: readonly string[]) => Promise<Row[]>;

function partsOf<Row extends { runId: string }>(read: Read<Row>): LoaderOf<string, Row[]> {
  return (context) =>
    loadMany(
      (ids: readonly string[]) => read(context.reads, ids),
      self,
      (row) => row.runId,
    );
}

export const stagesOfRun: LoaderOf<string, RunStage[]> = partsOf(readStages);
export const filesOfRun: LoaderOf<string, RunFile[]> = partsOf(readFiles);
export const reasonsOfRun: LoaderOf<string, RunQuarantineReason[]> = partsOf(readReasons);
