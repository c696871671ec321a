import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { Product, productById } from '../products/index.ts';
import { readReviews } from './review.reader.ts';
import { Review, ReviewConnection, ReviewWhere } from './review.type.ts';

@Resolver(() => Review)
export class ReviewResolver {
  @Allow(rowReaders)
  @Query(() => ReviewConnection, { description: 'Reviews, latest answer first; those without an answer time last.' })
  reviews(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => ReviewWhere, { nullable: true, description: 'Which reviews; without it all.' })
    where?: ReviewWhere | null,
  ): Promise<Page<Review>> {
    return readReviews(reads, where ?? {}, page);
  }

  @FieldResolver(() => Order, {
    nullable: true,
    description: 'The order it is about; null where the shop has deleted it since.',
  })
  order(@Root() { customerId, orderId }: Review, @Ctx() context: RequestContext): Promise<Order | null> {
    return context.loader(orderByKey).load({ customerId, id: orderId });
  }

  @FieldResolver(() => Product, { nullable: true, description: 'The product it speaks of; null where it names none.' })
  product(@Root() { productId }: Review, @Ctx() context: RequestContext): Promise<Product | null> | null {
    return productId === null ? null : context.loader(productById).load(productId);
  }
}
