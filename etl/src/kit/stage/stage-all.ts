import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import type { LandedFile, LandingContext } from '../landing/land-file.ts';
import { parentsOf } from '../feeds/contract.ts';
import { contractOf } from '../feeds/contracts.ts';
import type { FeedName } from '../feeds/names.ts';
import { landingTable, type Source } from '../source/source.ts';
import type { LoadPlan } from '../plan.ts';
import { workTable } from './names.ts';
import { stageFeed, type StagedFeed } from './stage-feed.ts';
import { hasTombstones } from './tombstones.ts';

/**
 * Stages the plan's feeds over the given connections; the one with most to read first. The result is in publishing order.
 * Where nothing of the shop is published, children learn their customer here, so they wait until the orders are staged.
 */
export async function stageAll(
  connections: readonly pg.Client[],
  context: LandingContext,
  plan: LoadPlan,
  landed: readonly LandedFile[],
): Promise<StagedFeed[]> {
  const { source, side } = context;
  const isPlainly = plan.feeds.every(({ feed }) => isPlain(feed)) && !(await hasTombstones(side, source, plan.roles));
  const unpublished = isPlainly && (await isUnpublished(side, source));
  if (unpublished) await side.query(`create unlogged table ${workTable.owners(source)} (id uuid, customer_id uuid)`);
  const joined = plan.feeds.filter(({ reads }) => reads.length > 1).flatMap(({ reads }) => reads);
  for (const role of new Set(joined)) await side.query(`analyze ${landingTable(source.name, role)}`);
  const size = (role: string) => landed.filter((file) => file.role === role).reduce((sum, { bytes }) => sum + bytes, 0);
  const waiting = plan.feeds.toSorted((a, b) => size(b.from) - size(a.from));
  const orders = unpublished ? waiting.findIndex(({ feed }) => feed === 'orders') : -1;
  if (orders > 0) waiting.unshift(...waiting.splice(orders, 1));
  const staged: StagedFeed[] = [];
  let ordersStaged: Promise<unknown> = Promise.resolve();
  await Promise.all(
    connections.map(async (db) => {
      for (let feed = waiting.shift(); feed; feed = waiting.shift()) {
        const staging = feed;
        if (unpublished && contractOf(staging.feed).shape === 'child') await ordersStaged;
        const work = context.clock.time(feed.from, () => stageFeed(db, context, staging, landed, unpublished));
        if (staging.feed === 'orders') ordersStaged = work;
        staged.push(await work);
      }
    }),
  );
  return plan.feeds.flatMap((feed) => staged.find((one) => one.feed === feed) ?? []);
}

/** Rows that know their customer once the orders of their own run do. */
function isPlain(feed: FeedName): boolean {
  const contract = contractOf(feed);
  return (
    contract.shape !== 'link' &&
    contract.shape !== 'event' &&
    contract.shape !== 'owned' &&
    parentsOf(contract).every(({ concept }) => concept === 'order')
  );
}

/** Nothing was ever published to this shop, so a load meets nothing there. */
export async function isUnpublished(db: Queryable, { shop }: Source): Promise<boolean> {
  const { rows } = await db.query<{ unpublished: boolean }>(
    'select not exists (select from ops.feed_state where shop = $1) as unpublished',
    [shop.code],
  );
  return rows[0]?.unpublished ?? false;
}
