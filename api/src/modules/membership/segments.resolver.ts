import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { accessOf, answersOf, PeriodInput } from '../metrics/index.ts';
import { readRfm, readTierMigration } from './segments.reader.ts';
import { Rfm, TierMigration } from './segments.type.ts';

@Resolver(() => Rfm)
export class SegmentResolver {
  @Allow(everyone)
  @Price(() => 50)
  @Query(() => [TierMigration], {
    description:
      'From which tier to which members went in a period, those who stayed among them; executives do not see moves of fewer than five.',
  })
  tierMigration(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('period', () => PeriodInput, { description: 'The days between the two looks, both inclusive.' })
    period: PeriodInput,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' })
    shop?: string | null,
  ): Promise<TierMigration[]> {
    const asked = { period, shop, fewest: fewestShown(principal.role) };
    return answersOf(pool).remembered(reads, accessOf(principal), ['tierMigration', asked], () =>
      readTierMigration(reads, asked),
    );
  }

  @Allow(everyone)
  @Price(() => 50)
  @Query(() => Rfm, {
    description: 'Buyers of the 365 days up to the shop’s last one, in fifths by recency, frequency and money.',
  })
  rfm(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('shop', () => String, { description: 'Of this shop.' }) shop: string,
  ): Promise<Rfm> {
    const asked = { shop, fewest: fewestShown(principal.role) };
    return answersOf(pool).remembered(reads, accessOf(principal), ['rfm', asked], () => readRfm(reads, asked));
  }
}
