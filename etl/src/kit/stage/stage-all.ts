import type pg from 'pg';
import type { LandedFile, LandingContext } from '../landing/land-file.ts';
import { landingTable } from '../source/source.ts';
import type { LoadPlan } from '../plan.ts';
import { stageFeed, type StagedFeed } from './stage-feed.ts';

/** Stages the plan's feeds over the given connections; the one with most to read first. The result is in publishing order. */
export async function stageAll(
  connections: readonly pg.Client[],
  context: LandingContext,
  plan: LoadPlan,
  landed: readonly LandedFile[],
): Promise<StagedFeed[]> {
  const joined = plan.feeds.filter(({ reads }) => reads.length > 1).flatMap(({ reads }) => reads);
  for (const role of new Set(joined)) await context.side.query(`analyze ${landingTable(context.source.name, role)}`);
  const size = (role: string) => landed.filter((file) => file.role === role).reduce((sum, { bytes }) => sum + bytes, 0);
  const waiting = plan.feeds.toSorted((a, b) => size(b.from) - size(a.from));
  const staged: StagedFeed[] = [];
  await Promise.all(
    connections.map(async (db) => {
      for (let feed = waiting.shift(); feed; feed = waiting.shift()) {
        const staging = feed;
        staged.push(await context.clock.time(feed.from, () => stageFeed(db, context, staging, landed)));
      }
    }),
  );
  return plan.feeds.flatMap((feed) => staged.find((one) => one.feed === feed) ?? []);
}
