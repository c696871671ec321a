import { loadMany } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readFeedCounts } from './run.reader.ts';
import type { RunFeedCount } from './run.type.ts';

export const feedsOfRun: LoaderOf<string, RunFeedCount[]> = (context) =>
  loadMany(
    (ids: readonly string[]) => readFeedCounts(context.entities(), ids),
    (id) => id,
    (feed) => feed.runId,
  );
