import type pg from 'pg';
import { noteFeeds, recordFigures, rollupMaintenance } from '@rapport/model/metrics';
import { holdPlaces, preparable } from '../../journey/refresh.ts';
import { IngestError } from '../errors/ingest-error.ts';
import type { DeliveredFile } from '../files/discover.ts';
import type { LandedFile } from '../landing/land-file.ts';
import type { Errand } from '../run/errand.ts';
import type { Note } from '../run/note.ts';
import { reach } from '../run/pause.ts';
import type { Run } from '../run/run.ts';
import type { Stage, StageWork } from '../run/stages.ts';
import type { WorkClock } from '../run/work-clock.ts';
import type { Source } from '../source/source.ts';
import { isUnpublished } from '../stage/stage-all.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';
import { rowsOfAffected } from './affected.ts';
import { makeJourneys, workBeside } from './beside.ts';
import { classifyAll, type Classifying } from './classify-all.ts';
import type { ClassifiedFeed } from './classify.ts';
import { mergeContacts } from './contacts.ts';
import type { FirstLoad } from './first-load.ts';
import { keepFurtherRollups } from './further-rollups.ts';
import { deleteGone } from './gone.ts';
import { storeLinks, type Links } from './links.ts';
import { fillIdentities, mergeFeed, mergeIdentities } from './merge.ts';
import { followMoves } from './move.ts';
import { makeMonths } from './partitions.ts';
import { isUnopened } from './opening.ts';
import { keepPending } from './pending.ts';
import { addPlaceholders } from './placeholders.ts';
import { holdPublishing } from './publishing-lock.ts';
import { recordOutcome, type FeedCounts } from './record.ts';
import { holdShop } from './shop.ts';
import { mergedIn, stagedIn } from './work.ts';

/** The second connection reads what nobody else may write. If it waits for the transaction, which waits for it, neither would ever end. */
const SIDE_WAITS = '10s';

export interface PublishInput {
  source: Source;
  run: Run;
  staged: readonly StagedFeed[];
  /** Files no feed answers for, and older snapshots that are only recorded. */
  files: readonly LandedFile[];
  superseded: readonly (DeliveredFile & { records: number })[];
  allowDeletes: boolean;
  /** Other systems of a shop that is not open yet follow: `openShops` makes its journeys when all are there. */
  moreToCome?: boolean | undefined;
  /** What was noted before publishing. */
  remarks: readonly Note[];
  /** Records out of quarantine: no file is news, and the errand says what became of each. */
  replay?: boolean | undefined;
  errand?: Errand | undefined;
  pauseAt: Stage | null;
  clock: WorkClock;
  /** `done`: what the stage that ends here handled. */
  enter(stage: Stage, done?: StageWork): Promise<void>;
  /** Whether the run is committed after all, asked when the answer to COMMIT did not come. */
  wasCommitted(): Promise<boolean>;
}

export interface Published {
  dataVersion: string;
  feeds: FeedCounts[];
  notes: Note[];
}

/**
 * All or nothing: merge, journey, rollups, counts and the run's own end are one transaction on `tx`. `side` classifies ahead on
 * the other core; it only reads what is published, which the lock keeps still.
 */
export async function publish(
  tx: pg.Client,
  side: pg.Client,
  { waitMs, ...input }: PublishInput & { waitMs: number },
): Promise<Published> {
  await tx.query('begin');
  await holdPublishing(tx, side, input.source.name, waitMs);
  const outcome = await publishInside(tx, side, input);
  await reach('commit', input.pauseAt);
  await commit(tx, input);
  return outcome;
}

/** Everything but the transaction's beginning, its turn to publish, and its end. */
export async function publishInside(tx: pg.Client, side: pg.Client, input: PublishInput): Promise<Published> {
  const { source, pauseAt } = input;
  await side.query(`set lock_timeout = '${SIDE_WAITS}'`);
  await assertTurn(tx, input.run, false);
  await holdShop(tx, source);
  await input.enter('merge', stagedIn(input.staged));
  const isFirst = await assertStillUnpublished(side, input);
  const isOpening = !isFirst && (await isUnopened(side, source.shop.code));
  const isLeft = input.moreToCome === true && (isFirst || isOpening);
  const classifying = classifyAll(side, input, (feed) => makeMonths(side, source, feed));
  const isPrepared = isFirst && !isLeft && preparable(input.staged.map(({ contract }) => contract.feed));
  if (!isFirst && !isOpening) await holdPlaces(tx);
  const beside = workBeside(side, source, classifying, { isFirst, isPrepared, isOpening });
  const feeds = await mergeAll(tx, input, classifying, !isFirst && !isOpening);
  const links = await classifying.links;
  if (links.any) await storeLinks(tx, source);
  const scope = await beside.scope;
  const first = await beside.first;
  if (isFirst) await fillIdentities(tx, source, feeds);
  else await beside.identities.then(() => mergeIdentities(tx, source));
  await followMoves(tx, source, feeds, links);
  if (scope === 'shop') await analyzeTables(tx, feeds);
  await reach('merge', pauseAt);
  await input.enter('journey', mergedIn(feeds));
  const work = {
    scope: isLeft ? ('nothing' as const) : scope,
    changed: isOpening ? undefined : changedFeeds(feeds, links),
  };
  const gathered = await makeJourneys(tx, source, beside, work);
  await tx.query(
    'update core.shops set as_of = (select max(ordered_on) from journey.order_journey where shop = $1) where shop = $1',
    [source.shop.code],
  );
  const delivered = new Map(feeds.map(({ contract, given }) => [contract.feed, given]));
  await noteFeeds(tx, source.shop.code, delivered, gathered ? rowsOfAffected(gathered) : undefined);
  await reach('journey', pauseAt);
  await input.enter('rollup');
  if (scope === 'affected') await rollupMaintenance.after(tx);
  if (scope === 'shop' && !isLeft) await writeRollups(tx, first);
  await keepFurtherRollups(tx, side, source, { scope, feeds, linked: links.changed > 0 });
  await reach('rollup', pauseAt);
  await input.enter('commit');
  const outcome = await recordOutcome(tx, input, feeds, [...input.remarks, ...links.notes]);
  if (scope !== 'nothing' && !isLeft) await recordFigures(tx, { runId: input.run.runId, shop: source.shop.code });
  await input.errand?.done(tx, input.run.runId, 'loaded');
  await assertTurn(tx, input.run, true);
  return outcome;
}

async function commit(tx: pg.Client, { wasCommitted }: PublishInput): Promise<void> {
  try {
    await tx.query('commit');
  } catch (error) {
    if (!(await wasCommitted().catch(() => false))) throw error;
  }
}

/** What journeys are made anew for; a link moves rows of every feed. */
const changedFeeds = (feeds: readonly ClassifiedFeed[], links: Links): string[] => [
  ...feeds.map(({ contract }) => contract.feed),
  ...(links.changed > 0 ? ['customer_links'] : []),
];

/** Merges each feed as soon as it is classified, while the next ones still are. Journeys and rollups are not touched yet. */
async function mergeAll(
  tx: pg.Client,
  input: PublishInput,
  classifying: Classifying,
  isOpen: boolean,
): Promise<ClassifiedFeed[]> {
  const feeds: ClassifiedFeed[] = [];
  for (const done of classifying.feeds.values()) {
    const feed = await done;
    if (!feed) continue;
    await merge(tx, input, feed, classifying, isOpen);
    feeds.push(feed);
  }
  return feeds;
}

async function merge(
  tx: pg.Client,
  { source, clock }: PublishInput,
  feed: ClassifiedFeed,
  { links }: Classifying,
  isOpen: boolean,
): Promise<void> {
  await clock.time(feed.feed.from, async () => {
    await mergeFeed(tx, source, feed, isOpen);
    if (feed.contract.shape === 'customer') await mergeContacts(tx, source, feed, await links);
    await addPlaceholders(tx, source, feed);
    await keepPending(tx, source, feed);
    if (feed.gone.rows > 0) await deleteGone(tx, source, feed);
  });
}

/** A load that wrote much leaves the planner its statistics; readers should not wait for autovacuum to come by. */
async function analyzeTables(tx: pg.Client, feeds: readonly ClassifiedFeed[]): Promise<void> {
  const joined = feeds.filter(({ contract }) => contract.shape !== 'content');
  if (joined.length > 0) await tx.query(`analyze ${joined.map(({ contract }) => contract.table).join(', ')}`);
}

async function writeRollups(tx: pg.Client, first: FirstLoad | null): Promise<void> {
  if (first) await first.addRollups(tx);
  else await rollupMaintenance.rebuildPrompt(tx);
  await tx.query(`analyze ${rollupMaintenance.tables.join(', ')}`);
}

/** A delivery staged for a shop of which nothing was published must find it so; another source of the shop may have come first. */
async function assertStillUnpublished(side: pg.Client, { source, staged }: PublishInput): Promise<boolean> {
  if (!staged.some(({ unpublished }) => unpublished)) return false;
  if (!(await isUnpublished(side, source)))
    throw new IngestError('shop_published_meanwhile', { source: source.name, shop: source.shop.code });
  return true;
}

/** The lease must still be ours; at the end it is locked, so that nobody can take it between the check and the commit. */
async function assertTurn(tx: pg.Client, run: Run, lock: boolean): Promise<void> {
  const { rows } = await tx.query<{ fencing_token: string }>(
    `select fencing_token from ops.source_leases where source = $1 ${lock ? 'for update' : ''}`,
    [run.source],
  );
  const newer = rows[0]?.fencing_token ?? '0';
  if (newer !== run.token)
    throw new IngestError('fenced_off', { run: run.runId, source: run.source, token: run.token, newer });
}
