import { describe, expect, it } from 'vitest';

import { flowOutcomes, flowSources, outcomes, sumParts, wholeRun } from './run-flow.ts';
import type { Run, RunFeed } from './run.ts';

const feed = (change: Partial<RunFeed> = {}): RunFeed => ({
  fileName: 'orders.csv',
  feed: 'orders',
  home: true,
  read: 10,
  inserted: 7,
  updated: 0,
  unchanged: 0,
  duplicate: 1,
  superseded: 0,
  pending: 1,
  quarantined: 1,
  deleted: 0,
  healed: 0,
  balanced: true,
  ...change,
});

const run = (feeds: RunFeed[]): Run => ({
  id: '1',
  source: 'olist',
  shop: 'olist',
  trigger: 'cli',
  state: 'COMMITTED',
  stage: 'done',
  startedAt: '2026-11-22T00:10:00Z',
  finishedAt: null,
  durationSeconds: 3,
  dataVersion: '1',
  errorCode: null,
  errorMessage: null,
  window: null,
  error: null,
  notes: [],
  feeds,
  totals: feed(),
});

const words = Object.fromEntries(outcomes.map((outcome) => [outcome, { label: outcome, note: '' }])) as Parameters<
  typeof flowOutcomes
>[1];

describe('the flow of a run', () => {
  it('counts each record once, through its home feed', () => {
    expect(
      flowSources(run([feed(), feed({ feed: 'shipments', home: false })]), (each) => each.feed).map(
        (node) => node.rows,
      ),
    ).toEqual([10]);
  });

  it('shows only what happened, and sums to what was read', () => {
    const shown = flowOutcomes(run([feed()]), words);
    expect(shown.map((node) => node.key)).toEqual(['inserted', 'duplicate', 'pending', 'quarantined']);
    expect(sumParts(feed()).total).toBe(10);
  });

  it('is not whole when one feed lost a row', () => {
    expect(wholeRun(run([feed(), feed({ balanced: false })]))).toBe(false);
  });
});
