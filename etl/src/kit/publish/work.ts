import type { StageWork } from '../run/stages.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';
import type { ClassifiedFeed } from './classify.ts';

/** Rows that went through the feeds' SQL; a record that serves two feeds went through twice. */
export function stagedIn(feeds: readonly StagedFeed[]): StageWork {
  return { rows: feeds.flatMap(({ files }) => files).reduce((sum, { read }) => sum + read, 0) };
}

/** Rows written to core or taken out of it. */
export function mergedIn(feeds: readonly ClassifiedFeed[]): StageWork {
  const verdicts = feeds.flatMap((feed) => [...feed.verdicts.values()]);
  const written = verdicts.reduce((sum, { inserted, updated, healed }) => sum + inserted + updated + healed, 0);
  return { rows: feeds.reduce((sum, { gone }) => sum + gone.rows, written) };
}
