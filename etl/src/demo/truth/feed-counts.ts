export type Counts = Record<string, number>;

/** Rows of a feed as they stand in the picture, by the words of a few of their fields. */
export class FeedCounts {
  readonly feeds: Record<string, { rows: number; by: Record<string, Counts>; sums: Counts }> = {};

  row(feed: string, by: Record<string, string | number | boolean | null> = {}, sums: Counts = {}): void {
    const of = (this.feeds[feed] ??= { rows: 0, by: {}, sums: {} });
    of.rows++;
    for (const field in by) {
      const word = by[field];
      const counts = (of.by[field] ??= {});
      const key = word === null || word === undefined ? '' : String(word);
      counts[key] = (counts[key] ?? 0) + 1;
    }
    for (const field in sums) of.sums[field] = (of.sums[field] ?? 0) + (sums[field] ?? 0);
  }
}
