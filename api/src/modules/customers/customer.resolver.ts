import { getArgumentValues, isObjectType, type GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { asId } from '../../platform/database/keyset.ts';
import { Price } from '../../platform/graphql/cost.ts';
import { askedBelow } from '../../platform/graphql/asked.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { casesOfCustomer, ServiceCaseConnection, type ServiceCase } from '../cases/index.ts';
import { DimensionValue } from '../dimensions/index.ts';
import { JourneyArguments, JourneyEventConnection, journeyOfCustomer, type JourneyEvent } from '../journey/index.ts';
import { Consent, consentsOf, membershipOf } from '../membership/index.ts';
import { OrderConnection, ordersOfCustomer, type Order } from '../orders/index.ts';
import { CategoryPreference, nextCategoryOf, preferencesOf } from '../preferences/index.ts';
import { ReferralConnection, referralsOfCustomer, type Referral } from '../referrals/index.ts';
import { ReturnConnection, returnsOfCustomer, type Return } from '../returns/index.ts';
import { SurveyConnection, surveysOfCustomer, type Survey } from '../surveys/index.ts';
import { customerById } from './customer.loader.ts';
import { readCustomers } from './customer.reader.ts';
import { Customer, CustomerConnection, CustomerOrder, CustomerWhere } from './customer.type.ts';

/** The story is sent for together with its customer, not behind it; the field itself finds it on its way. */
function sendForJourney(context: RequestContext, info: GraphQLResolveInfo, parentId: string): void {
  const type = info.schema.getType('Customer');
  const journey = isObjectType(type) ? type.getFields()['journey'] : undefined;
  if (!journey) return;
  for (const node of askedBelow(info, 'journey')) {
    const { first, after, stages, kinds } = getArgumentValues(
      journey,
      node,
      info.variableValues,
    ) as unknown as JourneyArguments;
    // What is wrong with it is told where it is asked for.
    context
      .loader(journeyOfCustomer)
      .load({ parentId, first, after, stages, kinds })
      .catch(() => {});
  }
}

@Resolver(() => Customer)
export class CustomerResolver {
  @Allow(rowReaders)
  @Query(() => Customer, { nullable: true, description: 'A customer by id; null where there is none.' })
  customer(
    @Ctx() context: RequestContext,
    @Info() info: GraphQLResolveInfo,
    @Arg('id', () => ID, { description: 'The pseudonym, as other answers give it.' }) id: string,
  ): Promise<Customer | null> {
    sendForJourney(context, info, asId(id));
    return context.loader(customerById).load(asId(id));
  }

  @Allow(rowReaders)
  @Query(() => CustomerConnection, { description: 'Customers, in a fixed order unless `orderBy` says otherwise.' })
  customers(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => CustomerWhere, { nullable: true, description: 'Which customers; without it all.' })
    where?: CustomerWhere | null,
    @Arg('orderBy', () => CustomerOrder, { nullable: true, description: 'How they are sorted.' })
    orderBy?: CustomerOrder | null,
  ): Promise<Page<Customer>> {
    return readCustomers(context, where ?? {}, orderBy, page);
  }

  @FieldResolver(() => OrderConnection, { description: 'Their orders, latest first.' })
  orders(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) { first, after }: PageArguments,
  ): Promise<Page<Order>> {
    return context.loader(ordersOfCustomer).load({ parentId: id, first, after });
  }

  @FieldResolver(() => ServiceCaseConnection, { description: 'Their contacts with the shop, latest first.' })
  cases(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) { first, after }: PageArguments,
  ): Promise<Page<ServiceCase>> {
    return context.loader(casesOfCustomer).load({ parentId: id, first, after });
  }

  @FieldResolver(() => ReturnConnection, { description: 'Their return requests, latest first.' })
  returns(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) { first, after }: PageArguments,
  ): Promise<Page<Return>> {
    return context.loader(returnsOfCustomer).load({ parentId: id, first, after });
  }

  @FieldResolver(() => SurveyConnection, { description: 'What the shop asked them, latest first.' })
  surveys(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) { first, after }: PageArguments,
  ): Promise<Page<Survey>> {
    return context.loader(surveysOfCustomer).load({ parentId: id, first, after });
  }

  @FieldResolver(() => ReferralConnection, { description: 'Their recommendations to friends, latest first.' })
  referrals(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) { first, after }: PageArguments,
  ): Promise<Page<Referral>> {
    return context.loader(referralsOfCustomer).load({ parentId: id, first, after });
  }

  @FieldResolver(() => DimensionValue, {
    nullable: true,
    description: 'Membership tier by the latest event; null for no member.',
  })
  async tier(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<DimensionValue | null> {
    return (await context.loader(membershipOf).load(id))?.tier ?? null;
  }

  @FieldResolver(() => LocalDate, { nullable: true, description: 'Since when; null for no member.' })
  async tierSince(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<string | null> {
    return (await context.loader(membershipOf).load(id))?.tierSince ?? null;
  }

  @FieldResolver(() => Int, { nullable: true, description: 'Points in hand; null where no membership event is known.' })
  async points(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<number | null> {
    return (await context.loader(membershipOf).load(id))?.points ?? null;
  }

  @FieldResolver(() => Boolean, {
    description:
      'Loyal on the shop’s last day: at least three valid order days in 365 days, the last within twice the customer’s usual gap.',
  })
  async loyal(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<boolean> {
    return (await context.loader(membershipOf).load(id))?.loyal ?? false;
  }

  @FieldResolver(() => [Consent], { description: 'What they allow, by purpose; empty where they were never asked.' })
  consents(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<Consent[]> {
    return context.loader(consentsOf).load(id);
  }

  @FieldResolver(() => [CategoryPreference], {
    description: 'What they buy and look at, most bought first; empty where neither is known.',
  })
  preferences(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<CategoryPreference[]> {
    return context.loader(preferencesOf).load(id);
  }

  @Price(() => 20)
  @FieldResolver(() => DimensionValue, {
    nullable: true,
    description:
      'The category most customers went on to from what this one bought last, those of that order left out; null without orders or followers.',
  })
  nextCategory(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<DimensionValue | null> {
    return context.loader(nextCategoryOf).load(id);
  }

  @FieldResolver(() => JourneyEventConnection, {
    description: 'All that happened between the customer and the shop, in order of time.',
  })
  journey(
    @Root() { id }: Customer,
    @Ctx() context: RequestContext,
    @Args(() => JourneyArguments) { first, after, stages, kinds }: JourneyArguments,
  ): Promise<Page<JourneyEvent>> {
    return context.loader(journeyOfCustomer).load({ parentId: id, first, after, stages, kinds });
  }
}
