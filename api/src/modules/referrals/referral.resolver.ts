import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { caseByKey, ServiceCase } from '../cases/index.ts';
import { Customer, customerById } from '../customers/index.ts';
import { readReferrals } from './referral.reader.ts';
import { Referral, ReferralConnection, ReferralWhere } from './referral.type.ts';

@Resolver(() => Referral)
export class ReferralResolver {
  @Allow(rowReaders)
  @Query(() => ReferralConnection, { description: 'Recommendations to friends, latest first.' })
  referrals(
    @Ctx() { reads }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => ReferralWhere, { nullable: true, description: 'Which ones; without it all.' })
    where?: ReferralWhere | null,
  ): Promise<Page<Referral>> {
    return readReferrals(reads, where ?? {}, page);
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'Who recommends, by pseudonym.' })
  customer(@Root() { customerId }: Referral, @Ctx() context: RequestContext): Promise<Customer | null> {
    return context.loader(customerById).load(customerId);
  }

  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'The friend, by pseudonym; null until the friend is a customer.',
  })
  friend(@Root() { friendId }: Referral, @Ctx() context: RequestContext): Promise<Customer | null> | null {
    return friendId === null ? null : context.loader(customerById).load(friendId);
  }

  @FieldResolver(() => ServiceCase, {
    nullable: true,
    description: 'The contact it followed; null where none is known.',
  })
  serviceCase(
    @Root() { customerId, caseId }: Referral,
    @Ctx() context: RequestContext,
  ): Promise<ServiceCase | null> | null {
    return caseId === null ? null : context.loader(caseByKey).load({ customerId, id: caseId });
  }
}
