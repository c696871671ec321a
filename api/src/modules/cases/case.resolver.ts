import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { found, PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Agent, agentByCode } from '../agents/index.ts';
import { Compensation, compensationsOfCase } from '../compensations/index.ts';
import { Customer, customerById } from '../customers/index.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { Product, productById } from '../products/index.ts';
import { readBacklog } from './backlog.reader.ts';
import { Backlog } from './backlog.type.ts';
import { ServiceCaseOrder, ServiceCaseWhere } from './case.input.ts';
import { eventsOfCase } from './case.loader.ts';
import { readCase, readCases } from './case.reader.ts';
import { CaseEvent, ServiceCase, ServiceCaseConnection } from './case.type.ts';

@Resolver(() => ServiceCase)
export class ServiceCaseResolver {
  @Allow(withLeads(rowReaders))
  @Query(() => ServiceCase, { nullable: true, description: 'A service case by its id; null where there is none.' })
  serviceCase(
    @Ctx() { reads }: RequestContext,
    @Arg('id', () => ID, { description: 'Its id, as other answers give it.' }) id: string,
  ): Promise<ServiceCase | null> {
    return readCase(reads, id);
  }

  @Allow(withLeads(rowReaders))
  @Query(() => ServiceCaseConnection, { description: 'Service cases, latest first unless `orderBy` says otherwise.' })
  serviceCases(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => ServiceCaseWhere, { nullable: true, description: 'Which cases; without it all.' })
    where?: ServiceCaseWhere | null,
    @Arg('orderBy', () => ServiceCaseOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: ServiceCaseOrder | null,
  ): Promise<Page<ServiceCase>> {
    return readCases(reads, where ?? {}, orderBy, page);
  }

  @Allow(everyone)
  @Price(() => 50)
  @Query(() => [Backlog], {
    description:
      'Cases still open at the end of a day, by channel and age; pairs without an open case are left out, for executives those of fewer than five.',
  })
  backlog(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' })
    shop?: string | null,
    @Arg('asOf', () => LocalDate, {
      nullable: true,
      description: 'At the end of this day; without it, and for later days, the last one loaded.',
    })
    asOf?: string | null,
  ): Promise<Backlog[]> {
    const asked = { shop, asOf, fewest: fewestShown(principal.role) };
    return answersOf(pool).remembered(reads, accessOf(principal), ['backlog', asked], () => readBacklog(reads, asked));
  }

  @FieldResolver(() => [CaseEvent], {
    description: 'What happened in it, in order of time; empty where nothing is told.',
  })
  events(@Root() { customerId, id }: ServiceCase, @Ctx() context: RequestContext): Promise<CaseEvent[]> {
    return context.loader(eventsOfCase).load({ customerId, id });
  }

  @FieldResolver(() => Customer, { description: 'Who asked, by pseudonym.' })
  async customer(@Root() { customerId }: ServiceCase, @Ctx() context: RequestContext): Promise<Customer> {
    return found(await context.loader(customerById).load(customerId), 'the customer of a case');
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order it is about; null where it is about none.' })
  order(@Root() { customerId, orderId }: ServiceCase, @Ctx() context: RequestContext): Promise<Order | null> | null {
    return orderId === null ? null : context.loader(orderByKey).load({ customerId, id: orderId });
  }

  @FieldResolver(() => Product, { nullable: true, description: 'The product it is about; null where none is named.' })
  product(@Root() { productId }: ServiceCase, @Ctx() context: RequestContext): Promise<Product | null> | null {
    return productId === null ? null : context.loader(productById).load(productId);
  }

  @FieldResolver(() => Agent, { nullable: true, description: 'The last human in charge; null where none was.' })
  agent(@Root() { shop, agentCode }: ServiceCase, @Ctx() context: RequestContext): Promise<Agent | null> | null {
    return agentCode === null ? null : context.loader(agentByCode).load({ shop, code: agentCode });
  }

  @FieldResolver(() => [Compensation], { description: 'What was granted in it, in order of time.' })
  compensations(@Root() { customerId, id }: ServiceCase, @Ctx() context: RequestContext): Promise<Compensation[]> {
    return context.loader(compensationsOfCase).load({ customerId, id });
  }
}
