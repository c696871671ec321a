import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { found, PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { Customer, customerById } from '../customers/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { Product, productById } from '../products/index.ts';
import { readReturns } from './return.reader.ts';
import { Return, ReturnConnection, ReturnOrder, ReturnWhere } from './return.type.ts';

@Resolver(() => Return)
export class ReturnResolver {
  @Allow(withLeads(rowReaders))
  @Query(() => ReturnConnection, { description: 'Return requests, latest first unless `orderBy` says otherwise.' })
  returns(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => ReturnWhere, { nullable: true, description: 'Which requests; without it all.' })
    where?: ReturnWhere | null,
    @Arg('orderBy', () => ReturnOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: ReturnOrder | null,
  ): Promise<Page<Return>> {
    return readReturns(reads, where ?? {}, orderBy, page);
  }

  @FieldResolver(() => Customer, { description: 'Who asked, by pseudonym.' })
  async customer(@Root() { customerId }: Return, @Ctx() context: RequestContext): Promise<Customer> {
    return found(await context.loader(customerById).load(customerId), 'the customer of a return');
  }

  @FieldResolver(() => Order, {
    nullable: true,
    description: 'The order it belongs to; null where the shop has deleted it since.',
  })
  order(@Root() { customerId, orderId }: Return, @Ctx() context: RequestContext): Promise<Order | null> {
    return context.loader(orderByKey).load({ customerId, id: orderId });
  }

  @FieldResolver(() => Product, { nullable: true, description: 'The product it is about; null where none is named.' })
  product(@Root() { productId }: Return, @Ctx() context: RequestContext): Promise<Product | null> | null {
    return productId === null ? null : context.loader(productById).load(productId);
  }
}
