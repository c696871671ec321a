import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { caseByKey, ServiceCase } from '../cases/index.ts';
import { PeriodInput } from '../metrics/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { readCompensations } from './compensation.reader.ts';
import { readSpread } from './spread.reader.ts';
import { CompensationSpread } from './spread.type.ts';
import { Compensation, CompensationConnection, CompensationWhere } from './compensation.type.ts';

@Resolver(() => Compensation)
export class CompensationResolver {
  @Allow(withLeads(rowReaders))
  @Query(() => CompensationConnection, { description: 'What the shop granted for failures, latest first.' })
  compensations(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => CompensationWhere, { nullable: true, description: 'Which ones; without it all.' })
    where?: CompensationWhere | null,
  ): Promise<Page<Compensation>> {
    return readCompensations(reads, where ?? {}, page);
  }

  @Allow(everyone)
  @Price(() => 50)
  @Query(() => [CompensationSpread], {
    description:
      'For each failure, how often it was made up for and with how much, over the orders placed in a period; most frequent first.',
  })
  compensationSpread(
    @Ctx() { reads, principal }: RequestContext,
    @Arg('period', () => PeriodInput, { description: 'Orders placed in these days, both inclusive.' })
    period: PeriodInput,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' })
    shop?: string | null,
  ): Promise<CompensationSpread[]> {
    return readSpread(reads, { period, shop, fewest: fewestShown(principal.role) });
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
