import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { Certificate, certificatesOfProduct } from '../certificates/index.ts';
import { Merchant, merchantById } from '../merchants/index.ts';
import { Figure, priceOfScorecard, ScorecardArguments, scorecardOf } from '../scorecards/index.ts';
import { readProductList } from './product.reader.ts';
import { Product, ProductConnection, ProductOrder, ProductWhere } from './product.type.ts';

@Resolver(() => Product)
export class ProductResolver {
  @Allow(everyone)
  @Query(() => ProductConnection, {
    description: 'Products, by their id in the source unless `orderBy` says otherwise.',
  })
  products(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => ProductWhere, { nullable: true, description: 'Which products; without it all.' })
    where?: ProductWhere | null,
    @Arg('orderBy', () => ProductOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: ProductOrder | null,
  ): Promise<Page<Product>> {
    return readProductList(reads, where ?? {}, orderBy, page);
  }

  @FieldResolver(() => Merchant, { nullable: true, description: 'Who sells it; null where the source does not say.' })
  merchant(@Root() { merchantId }: Product, @Ctx() context: RequestContext): Promise<Merchant | null> | null {
    return merchantId === null ? null : context.loader(merchantById).load(merchantId);
  }

  @Price(priceOfScorecard)
  @FieldResolver(() => [Figure], {
    description: 'How it does, in figures of the period, in the order of `metrics`; those of few rows say so.',
  })
  scorecard(
    @Root() { shop, externalId }: Product,
    @Ctx() context: RequestContext,
    @Args(() => ScorecardArguments) asked: ScorecardArguments,
  ): Promise<Figure[]> {
    return context.loader(scorecardOf).load({ dimension: 'PRODUCT', shop, code: externalId, asked });
  }

  @Allow(rowReaders)
  @FieldResolver(() => [Certificate], { description: 'Certificates and inspections of it, in order of time.' })
  certificates(@Root() { id }: Product, @Ctx() context: RequestContext): Promise<Certificate[]> {
    return context.loader(certificatesOfProduct).load(id);
  }
}
