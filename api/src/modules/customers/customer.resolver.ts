import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { asId } from '../../platform/database/keyset.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { JourneyArguments, JourneyEventConnection, journeyOfCustomer, type JourneyEvent } from '../journey/index.ts';
import { OrderConnection, ordersOfCustomer, type Order } from '../orders/index.ts';
import { customerById } from './customer.loader.ts';
import { readCustomers } from './customer.reader.ts';
import { Customer, CustomerConnection, CustomerOrder, CustomerWhere } from './customer.type.ts';

@Resolver(() => Customer)
export class CustomerResolver {
  @Allow(rowReaders)
  @Query(() => Customer, { nullable: true, description: 'A customer by id; null where there is none.' })
  customer(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'The pseudonym, as other answers give it.' }) id: string,
  ): Promise<Customer | null> {
    return context.loader(customerById).load(asId(id));
  }

  @Allow(rowReaders)
  @Query(() => CustomerConnection, { description: 'Customers, in a fixed order unless `orderBy` says otherwise.' })
  customers(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => CustomerWhere, { nullable: true, description: 'Which customers; without it all.' })
    where?: CustomerWhere | null,
    @Arg('orderBy', () => CustomerOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: CustomerOrder | null,
  ): Promise<Page<Customer>> {
    return readCustomers(reads, where ?? {}, orderBy, page);
  }

  @FieldResolver(() => OrderConnection, { description: 'Their orders, latest first.' })
  orders(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) { first, after }: PageArguments,
  ): Promise<Page<Order>> {
    return context.loader(ordersOfCustomer).load({ customerId: id, first, after });
  }

  @FieldResolver(() => JourneyEventConnection, {
    description: 'All that happened between the customer and the shop, in order of time.',
  })
  journey(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => JourneyArguments) { first, after, stages }: JourneyArguments,
  ): Promise<Page<JourneyEvent>> {
    return context.loader(journeyOfCustomer).load({ customerId: id, first, after, stages });
  }
}
