import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { caseByKey, ServiceCase } from '../cases/index.ts';
import { Customer, customerById } from '../customers/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { readMessages } from './message.reader.ts';
import { Message, MessageConnection, MessageWhere } from './message.type.ts';

@Resolver(() => Message)
export class MessageResolver {
  @Allow(rowReaders)
  @Query(() => MessageConnection, { description: 'Messages to customers, latest sent first.' })
  messages(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => MessageWhere, { nullable: true, description: 'Which messages; without it all.' })
    where?: MessageWhere | null,
  ): Promise<Page<Message>> {
    return readMessages(reads, where ?? {}, page);
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Whom the shop told, by pseudonym.' })
  customer(@Root() { customerId }: Message, @Ctx() context: RequestContext): Promise<Customer | null> {
    return context.loader(customerById).load(customerId);
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order it is about; null where it is about none.' })
  order(@Root() { customerId, orderId }: Message, @Ctx() context: RequestContext): Promise<Order | null> | null {
    return orderId === null ? null : context.loader(orderByKey).load({ customerId, id: orderId });
  }

  @FieldResolver(() => ServiceCase, {
    nullable: true,
    description: 'The case it is about; null where it is about none.',
  })
  serviceCase(
    @Root() { customerId, caseId }: Message,
    @Ctx() context: RequestContext,
  ): Promise<ServiceCase | null> | null {
    return caseId === null ? null : context.loader(caseByKey).load({ customerId, id: caseId });
  }
}
