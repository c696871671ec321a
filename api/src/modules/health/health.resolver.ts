import { Arg, Ctx, FieldResolver, Int, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { readWaitingReasons } from '../quarantine/index.ts';
import { IngestionRun, readLastRun } from '../runs/index.ts';
import { readShops, Shop } from '../shops/index.ts';
import { readFeeds, readHealth, readPending } from './health.reader.ts';
import { DataHealth, FeedHealth, Oddity, PendingCount, ReasonCount } from './health.type.ts';
import { readOddities } from './oddities.reader.ts';

@Resolver(() => DataHealth)
export class HealthResolver {
  @Allow(everyone)
  @Query(() => DataHealth, { description: 'Whether the data can be trusted.' })
  dataHealth(@Ctx() { reads }: RequestContext): Promise<DataHealth> {
    return readHealth(reads);
  }

  @FieldResolver(() => [Shop], { description: 'The shops that are loaded.' })
  shops(@Ctx() { reads }: RequestContext): Promise<Shop[]> {
    return readShops(reads);
  }

  @FieldResolver(() => [FeedHealth], { description: 'Every feed that was ever published.' })
  feeds(@Ctx() { reads }: RequestContext): Promise<FeedHealth[]> {
    return readFeeds(reads);
  }

  @FieldResolver(() => [ReasonCount], { description: 'Refused rows that wait, most first.' })
  quarantine(@Ctx() { reads }: RequestContext): Promise<ReasonCount[]> {
    return readWaitingReasons(reads);
  }

  @FieldResolver(() => Int, { description: 'Refused rows that wait, in all.' })
  async waiting(@Ctx() { reads }: RequestContext): Promise<number> {
    const reasons = await readWaitingReasons(reads);
    return reasons.reduce((sum, { rows }) => sum + rows, 0);
  }

  @FieldResolver(() => [PendingCount], { description: 'Records that wait for the record they belong to.' })
  pending(@Ctx() { reads, principal }: RequestContext): Promise<PendingCount[]> {
    return readPending(reads, principal.role);
  }

  @FieldResolver(() => IngestionRun, {
    nullable: true,
    description: 'The latest run of any source; null before the first.',
  })
  lastRun(@Ctx() context: RequestContext): Promise<IngestionRun | null> {
    return readLastRun(context.entities());
  }

  @FieldResolver(() => [Oddity], {
    description: 'What is odd in the data as delivered. Those on orders and reviews can be listed by `where.oddity`.',
  })
  oddities(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('shop', () => String, { nullable: true, description: 'Only in this shop.' }) shop?: string | null,
  ): Promise<Oddity[]> {
    return answersOf(pool).remembered(reads, accessOf(principal), ['oddities', shop ?? null], () =>
      readOddities(reads, shop ?? null),
    );
  }
}
