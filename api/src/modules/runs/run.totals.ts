import type { RunFeedCount } from './run.type.ts';

const counted = [
  'read',
  'inserted',
  'updated',
  'unchanged',
  'duplicate',
  'superseded',
  'pending',
  'quarantined',
  'deleted',
  'healed',
] as const;

/** Every record once: only home feeds answer for all records of their file, the others read some of them a second time. */
export function totalsOf(feeds: readonly RunFeedCount[]): RunFeedCount {
  const home = feeds.filter((feed) => feed.home);
  const sums = Object.fromEntries(
    counted.map((field) => [field, home.reduce((sum, feed) => sum + feed[field], 0)]),
  ) as Record<(typeof counted)[number], number>;
  return { fileName: '', feed: '', home: true, ...sums, balanced: feeds.every((feed) => feed.balanced) };
}
