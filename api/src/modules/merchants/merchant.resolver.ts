import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { Certificate, certificatesOfMerchant, Sanction, sanctionsOfMerchant } from '../certificates/index.ts';
import { Figure, priceOfScorecard, ScorecardArguments, scorecardOf } from '../scorecards/index.ts';
import { readMerchantList } from './merchant.reader.ts';
import { Merchant, MerchantConnection, MerchantOrder, MerchantWhere } from './merchant.type.ts';

@Resolver(() => Merchant)
export class MerchantResolver {
  @Allow(everyone)
  @Query(() => MerchantConnection, {
    description: 'Merchants, by their id in the source unless `orderBy` says otherwise.',
  })
  merchants(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => MerchantWhere, { nullable: true, description: 'Which merchants; without it all.' })
    where?: MerchantWhere | null,
    @Arg('orderBy', () => MerchantOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: MerchantOrder | null,
  ): Promise<Page<Merchant>> {
    return readMerchantList(reads, where ?? {}, orderBy, page);
  }

  @Price(priceOfScorecard)
  @FieldResolver(() => [Figure], {
    description:
      'How it keeps its promises, in figures of the period, in the order of `metrics`; those of few rows say so.',
  })
  scorecard(
    @Root() { shop, externalId }: Merchant,
    @Ctx() context: RequestContext,
    @Args(() => ScorecardArguments) asked: ScorecardArguments,
  ): Promise<Figure[]> {
    return context.loader(scorecardOf).load({ dimension: 'MERCHANT', shop, code: externalId, asked });
  }

  @Allow(rowReaders)
  @FieldResolver(() => [Certificate], { description: 'Its licences, certificates and inspections, in order of time.' })
  certificates(@Root() { id }: Merchant, @Ctx() context: RequestContext): Promise<Certificate[]> {
    return context.loader(certificatesOfMerchant).load(id);
  }

  @Allow(rowReaders)
  @FieldResolver(() => [Sanction], { description: 'Its violations and what came of them, in order of time.' })
  sanctions(@Root() { id }: Merchant, @Ctx() context: RequestContext): Promise<Sanction[]> {
    return context.loader(sanctionsOfMerchant).load(id);
  }
}
