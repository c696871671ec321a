import { type EntityManager, IngestionRun as Run, RunFeed } from '@rapport/model/entities';
import { given, LatestFirst } from '../../platform/database/latest-first.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { driftOf } from './drift.reader.ts';
import type { IngestionRun, IngestionRunWhere, RunFeedCount, RunState } from './run.type.ts';

const latestFirst = new LatestFirst('runs');

const toRun = (run: Run): IngestionRun => ({
  id: String(run.runId),
  source: run.source,
  shop: run.shop,
  trigger: run.trigger,
  state: run.state.toUpperCase() as RunState,
  stage: run.stage,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt ?? null,
  heartbeatAt: run.heartbeatAt,
  durationSeconds: run.finishedAt ? (run.finishedAt.getTime() - run.startedAt.getTime()) / 1000 : null,
  dataVersion: run.dataVersion?.toString() ?? null,
  errorCode: run.errorCode ?? null,
  errorMessage: run.errorMessage ?? null,
  notes: run.notes,
  drift: driftOf(run),
  window: run.windowAt ?? null,
});

export async function readRuns(
  em: EntityManager,
  { source, state }: IngestionRunWhere,
  { first, after }: PageArgs,
): Promise<Page<IngestionRun>> {
  const where = given({ source, state: state?.toLowerCase() });
  const runs = await em.find(
    Run,
    { ...where, ...given({ runId: latestFirst.behind(after) }) },
    { orderBy: { runId: 'desc' }, limit: first + 1, comments: ['runs'] },
  );
  return pageOf(runs, first, {
    cursor: ({ runId }) => latestFirst.cursor(runId),
    node: toRun,
    count: () => em.count(Run, where, { comments: ['count runs'] }),
  });
}

const RUN_NUMBER = /^[1-9]\d{0,15}$/;

export async function readRun(em: EntityManager, id: string): Promise<IngestionRun | null> {
  if (!RUN_NUMBER.test(id)) return null;
  const run = await em.findOne(Run, { runId: Number(id) }, { comments: ['run'] });
  return run ? toRun(run) : null;
}

export async function readLastRun(em: EntityManager): Promise<IngestionRun | null> {
  const [run] = await em.find(Run, {}, { orderBy: { runId: 'desc' }, limit: 1, comments: ['last run'] });
  return run ? toRun(run) : null;
}

export type RunFeedRow = RunFeedCount & { runId: string };

const toFeedCount = (feed: RunFeed): RunFeedRow => ({
  runId: String(feed.run.runId),
  fileName: feed.fileName,
  feed: feed.feed,
  home: feed.home,
  read: feed.read,
  inserted: feed.inserted,
  updated: feed.updated,
  unchanged: feed.unchanged,
  duplicate: feed.duplicate,
  superseded: feed.superseded,
  pending: feed.pending,
  quarantined: feed.quarantined,
  deleted: feed.deleted,
  healed: feed.healed,
  balanced:
    feed.read ===
    feed.inserted + feed.updated + feed.unchanged + feed.duplicate + feed.superseded + feed.pending + feed.quarantined,
});

export async function readFeedCounts(em: EntityManager, runIds: readonly string[]): Promise<RunFeedRow[]> {
  const feeds = await em.find(
    RunFeed,
    { run: { runId: { $in: runIds.map(Number) } } },
    {
      orderBy: { run: { runId: 'asc' }, fileName: 'asc', home: 'desc', feed: 'asc' },
      comments: ['feeds of runs'],
    },
  );
  return feeds.map(toFeedCount);
}
