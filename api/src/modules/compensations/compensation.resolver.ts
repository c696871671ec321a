import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { caseByKey, ServiceCase } from '../cases/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { readCompensations } from './compensation.reader.ts';
import { Compensation, CompensationConnection, CompensationWhere } from './compensation.type.ts';

@Resolver(() => Compensation)
export class CompensationResolver {
  @Allow(rowReaders)
  @Query(() => CompensationConnection, { description: 'What the shop granted for failures, latest first.' })
  compensations(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => CompensationWhere, { nullable: true, description: 'Which ones; without it all.' })
    where?: CompensationWhere | null,
  ): Promise<Page<Compensation>> {
    return readCompensations(reads, where ?? {}, page);
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order it is for; null where it is for none.' })
  order(@Root() { customerId, orderId }: Compensation, @Ctx() context: RequestContext): Promise<Order | null> | null {
    return orderId === null ? null : context.loader(orderByKey).load({ customerId, id: orderId });
  }

  @FieldResolver(() => ServiceCase, { nullable: true, description: 'The case it was granted in; null without one.' })
  serviceCase(
    @Root() { customerId, caseId }: Compensation,
    @Ctx() context: RequestContext,
  ): Promise<ServiceCase | null> | null {
    return caseId === null ? null : context.loader(caseByKey).load({ customerId, id: caseId });
  }
}
