import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { Figure, priceOfScorecard, ScorecardArguments, scorecardOf } from '../scorecards/index.ts';
import { readCarriers } from './carrier.reader.ts';
import { Carrier } from './carrier.type.ts';

@Resolver(() => Carrier)
export class CarrierResolver {
  @Allow(everyone)
  @Query(() => [Carrier], { description: 'Who carries parcels, by shop and code.' })
  carriers(
    @Ctx() { reads }: RequestContext,
    @Arg('shop', () => String, { nullable: true, description: 'For this shop; without it for all.' })
    shop?: string | null,
  ): Promise<Carrier[]> {
    return readCarriers(reads, shop);
  }

  @Price(priceOfScorecard)
  @FieldResolver(() => [Figure], {
    description: 'How they deliver, in figures of the period, in the order of `metrics`; those of few parcels say so.',
  })
  scorecard(
    @Root() { shop, code }: Carrier,
    @Ctx() context: RequestContext,
    @Args(() => ScorecardArguments) asked: ScorecardArguments,
  ): Promise<Figure[]> {
    return context.loader(scorecardOf).load({ dimension: 'CARRIER', shop, code, asked });
  }
}
