import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { caseByKey, ServiceCase } from '../cases/index.ts';
import { Customer, customerById } from '../customers/index.ts';
import { Order, orderByKey } from '../orders/index.ts';
import { readSurveys } from './survey.reader.ts';
import { Survey, SurveyConnection, SurveyWhere } from './survey.type.ts';

@Resolver(() => Survey)
export class SurveyResolver {
  @Allow(rowReaders)
  @Query(() => SurveyConnection, { description: 'Surveys, latest sent first.' })
  surveys(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => SurveyWhere, { nullable: true, description: 'Which surveys; without it all.' })
    where?: SurveyWhere | null,
  ): Promise<Page<Survey>> {
    return readSurveys(reads, where ?? {}, page);
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Who was asked, by pseudonym.' })
  customer(@Root() { customerId }: Survey, @Ctx() context: RequestContext): Promise<Customer | null> {
    return context.loader(customerById).load(customerId);
  }

  @FieldResolver(() => Order, {
    nullable: true,
    description: 'The order it asks about; null where it asks about none.',
  })
  order(@Root() { customerId, orderId }: Survey, @Ctx() context: RequestContext): Promise<Order | null> | null {
    return orderId === null ? null : context.loader(orderByKey).load({ customerId, id: orderId });
  }

  @FieldResolver(() => ServiceCase, {
    nullable: true,
    description: 'The case it asks about; null where it asks about none.',
  })
  serviceCase(
    @Root() { customerId, caseId }: Survey,
    @Ctx() context: RequestContext,
  ): Promise<ServiceCase | null> | null {
    return caseId === null ? null : context.loader(caseByKey).load({ customerId, id: caseId });
  }
}
