import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql';
import { askedOfNodes } from '../../platform/graphql/asked.ts';
import { attach, Attached, childrenBy, type ChildrenOf } from '../../platform/graphql/attached.ts';
import type { PaidKey } from '../../platform/database/loaders.ts';
import type { LoaderOf, RequestContext } from '../../platform/graphql/context.ts';
import { found, PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { casesOfOrder, ServiceCase } from '../cases/index.ts';
import { Compensation, compensationsOfOrder } from '../compensations/index.ts';
import { Customer, customerById } from '../customers/index.ts';
import { itemsOfOrder, OrderItem } from '../items/index.ts';
import { Message, messagesOfOrder } from '../messages/index.ts';
import { Payment, paymentsOfOrder } from '../payments/index.ts';
import { Return, returnsOfOrder } from '../returns/index.ts';
import { Review, reviewsOfOrder } from '../reviews/index.ts';
import { Shipment, shipmentsOfOrder } from '../shipments/index.ts';
import { Survey, surveysOfOrder } from '../surveys/index.ts';
import { OrderOrder, OrderWhere } from './order.input.ts';
import { readOrder, readOrders } from './order.reader.ts';
import { Order, OrderConnection } from './order.type.ts';

const byOrder = <Value>(make: LoaderOf<PaidKey, Value>): ChildrenOf<Order> => childrenBy(make, (order: Order) => order);

/** What a page of orders brings with it. */
const children: Readonly<Record<string, ChildrenOf<Order>>> = {
  customer: childrenBy(customerById, ({ customerId }: Order) => customerId),
  items: byOrder(itemsOfOrder),
  payments: byOrder(paymentsOfOrder),
  shipments: byOrder(shipmentsOfOrder),
  reviews: byOrder(reviewsOfOrder),
  cases: byOrder(casesOfOrder),
  returns: byOrder(returnsOfOrder),
  compensations: byOrder(compensationsOfOrder),
  surveys: byOrder(surveysOfOrder),
  messages: byOrder(messagesOfOrder),
};

@Resolver(() => Order)
export class OrderResolver {
  @Allow(withLeads(rowReaders))
  @Query(() => Order, { nullable: true, description: 'An order by its id; null where there is none.' })
  order(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its id, as other answers give it.' }) id: string,
  ): Promise<Order | null> {
    return readOrder(context, id);
  }

  @Allow(withLeads(rowReaders))
  @Query(() => OrderConnection, { description: 'Orders, latest first unless `orderBy` says otherwise.' })
  async orders(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => OrderWhere, { nullable: true, description: 'Which orders; without it all.' })
    where?: OrderWhere | null,
    @Arg('orderBy', () => OrderOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: OrderOrder | null,
  ): Promise<Page<Order>> {
    const read = await readOrders(context, where ?? {}, orderBy, page);
    await attach(context, read.nodes, children, askedOfNodes(info));
    return read;
  }

  @Attached()
  @FieldResolver(() => Customer, { description: 'Who ordered, by pseudonym.' })
  async customer(@Root() { customerId }: Order, @Ctx() context: RequestContext): Promise<Customer> {
    return found(await context.loader(customerById).load(customerId), 'the customer of an order');
  }

  @Attached()
  @FieldResolver(() => [OrderItem], { description: 'Its lines, by number; empty where the source has none.' })
  items(@Root() { customerId, id, currency }: Order, @Ctx() context: RequestContext): Promise<OrderItem[]> {
    return context.loader(itemsOfOrder).load({ customerId, id, currency });
  }

  @Attached()
  @FieldResolver(() => [Payment], { description: 'Its payments, by number.' })
  payments(@Root() { customerId, id, currency }: Order, @Ctx() context: RequestContext): Promise<Payment[]> {
    return context.loader(paymentsOfOrder).load({ customerId, id, currency });
  }

  @Attached()
  @FieldResolver(() => [Shipment], { description: 'Its parcels.' })
  shipments(@Root() { customerId, id }: Order, @Ctx() context: RequestContext): Promise<Shipment[]> {
    return context.loader(shipmentsOfOrder).load({ customerId, id });
  }

  @Attached()
  @FieldResolver(() => [Review], { description: 'The reviews linked to it.' })
  reviews(@Root() { customerId, id }: Order, @Ctx() context: RequestContext): Promise<Review[]> {
    return context.loader(reviewsOfOrder).load({ customerId, id });
  }

  @Attached()
  @FieldResolver(() => [ServiceCase], { description: 'Service cases about it, in order of time.' })
  cases(@Root() { customerId, id }: Order, @Ctx() context: RequestContext): Promise<ServiceCase[]> {
    return context.loader(casesOfOrder).load({ customerId, id });
  }

  @Attached()
  @FieldResolver(() => [Return], { description: 'Its return requests, in order of time.' })
  returns(@Root() { customerId, id }: Order, @Ctx() context: RequestContext): Promise<Return[]> {
    return context.loader(returnsOfOrder).load({ customerId, id });
  }

  @Attached()
  @FieldResolver(() => [Compensation], { description: 'What was granted for it, in order of time.' })
  compensations(@Root() { customerId, id }: Order, @Ctx() context: RequestContext): Promise<Compensation[]> {
    return context.loader(compensationsOfOrder).load({ customerId, id });
  }

  @Attached()
  @FieldResolver(() => [Survey], { description: 'Surveys sent about it, in order of time.' })
  surveys(@Root() { customerId, id }: Order, @Ctx() context: RequestContext): Promise<Survey[]> {
    return context.loader(surveysOfOrder).load({ customerId, id });
  }

  @Attached()
  @FieldResolver(() => [Message], { description: 'Messages the shop sent about it, in order of time.' })
  messages(@Root() { customerId, id }: Order, @Ctx() context: RequestContext): Promise<Message[]> {
    return context.loader(messagesOfOrder).load({ customerId, id });
  }
}
