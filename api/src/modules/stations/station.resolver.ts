import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { Carrier, carrierByCode } from '../carriers/index.ts';
import { Figure, priceOfScorecard, ScorecardArguments, scorecardOf } from '../scorecards/index.ts';
import { readStations } from './station.reader.ts';
import { Station, StationConnection } from './station.type.ts';

@Resolver(() => Station)
export class StationResolver {
  @Allow(everyone)
  @Query(() => StationConnection, { description: 'Courier stations, by shop and code.' })
  stations(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('shop', () => String, { nullable: true, description: 'For this shop; without it for all.' })
    shop?: string | null,
    @Arg('carrier', () => String, { nullable: true, description: 'Of this carrier; without it of all.' })
    carrier?: string | null,
    @Arg('region', () => String, { nullable: true, description: 'In this region; without it in all.' })
    region?: string | null,
  ): Promise<Page<Station>> {
    return readStations(reads, { shop, carrier, region }, page);
  }

  @FieldResolver(() => Carrier, { nullable: true, description: 'Whose station it is; null where that is not said.' })
  carrier(@Root() { shop, carrierCode }: Station, @Ctx() context: RequestContext): Promise<Carrier | null> | null {
    return carrierCode === null ? null : context.loader(carrierByCode).load({ shop, code: carrierCode });
  }

  @Price(priceOfScorecard)
  @FieldResolver(() => [Figure], {
    description: 'How it delivers, in figures of the period, in the order of `metrics`; those of few parcels say so.',
  })
  scorecard(
    @Root() { shop, code }: Station,
    @Ctx() context: RequestContext,
    @Args(() => ScorecardArguments) asked: ScorecardArguments,
  ): Promise<Figure[]> {
    return context.loader(scorecardOf).load({ dimension: 'STATION', shop, code, asked });
  }
}
