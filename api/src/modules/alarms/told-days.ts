/**
 * Counts by day, as somebody may be told them to whom fewer than `fewest` are not told: a day with fewer is not, and neither is one
 * beside it among those that are not empty. So what is left of any week or month is never such a day alone (decision 0079).
 */
export function toldDays(counts: readonly number[], fewest: number): (number | null)[] {
  const busy = counts.flatMap((count, at) => (count > 0 ? [at] : []));
  const isSmall = (at: number | undefined): boolean => at !== undefined && (counts[at] ?? 0) < fewest;
  const hidden = new Set(busy.filter((at, nth) => [at, busy[nth - 1], busy[nth + 1]].some(isSmall)));
  return counts.map((count, at) => (hidden.has(at) ? null : count));
}
