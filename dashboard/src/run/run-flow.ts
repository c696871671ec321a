import type { FlowNode } from '../charts/index.ts';
import type { Run, RunFeed } from './run.ts';

/** What can become of a row, in the order of the identity read = sum of these. */
export const outcomes = [
  'unchanged',
  'inserted',
  'updated',
  'duplicate',
  'superseded',
  'pending',
  'quarantined',
] as const;
export type Outcome = (typeof outcomes)[number];

const tones: Record<Outcome, FlowNode['tone']> = {
  unchanged: 'then',
  inserted: 'now',
  updated: 'now',
  duplicate: 'then',
  superseded: 'then',
  pending: 'warn',
  quarantined: 'bad',
};

/** Secondary feeds read a file again for another table: only home feeds answer for each record once. */
export const homeFeeds = (run: Run): RunFeed[] => run.feeds.filter((feed) => feed.home);

export function flowSources(run: Run, name: (feed: RunFeed) => string): FlowNode[] {
  return homeFeeds(run)
    .filter((feed) => feed.read > 0)
    .toSorted((a, b) => b.read - a.read)
    .map((feed) => ({
      key: `${feed.fileName} ${feed.feed}`,
      label: name(feed),
      rows: feed.read,
      tone: 'ink' as const,
    }));
}

export function flowOutcomes(run: Run, words: Record<Outcome, { label: string; note: string }>): FlowNode[] {
  return outcomes
    .filter((outcome) => run.totals[outcome] > 0)
    .map((outcome) => ({
      key: outcome,
      label: words[outcome].label,
      note: words[outcome].note,
      rows: run.totals[outcome],
      tone: tones[outcome],
    }));
}

/** The identity as figures: what was read, and the parts it must equal. */
export function sumParts(counts: Record<Outcome, number>): { parts: number[]; total: number } {
  const parts = outcomes.map((outcome) => counts[outcome]).filter((rows) => rows > 0);
  return { parts, total: parts.reduce((sum, rows) => sum + rows, 0) };
}

export const wholeRun = (run: Run): boolean => run.totals.balanced && run.feeds.every((feed) => feed.balanced);
