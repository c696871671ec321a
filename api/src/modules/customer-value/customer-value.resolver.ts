import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { Customer } from '../customers/index.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { readCustomerValue } from './customer-value.reader.ts';
import { CustomerOutlook, CustomerValue } from './customer-value.type.ts';
import { outlookOfCustomer } from './outlook.loader.ts';

@Resolver(() => CustomerValue)
export class CustomerValueResolver {
  @Allow(everyone)
  @Price(() => 200)
  @Query(() => CustomerValue, {
    description:
      'Who is likely to come back, how often and for how much: BG/NBD and Gamma-Gamma over all orders up to today, how well they foretold days they had not seen, and observed lapses.',
  })
  customerValue(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('shop', () => String, { description: 'Of this shop.' }) shop: string,
  ): Promise<CustomerValue> {
    const asked = { shop, least: fewestShown(principal.role) };
    return answersOf(pool).remembered(reads, accessOf(principal), ['customerValue', asked], () =>
      readCustomerValue(reads, asked),
    );
  }
}

@Resolver(() => Customer)
export class CustomerOutlookResolver {
  @Price(() => 20)
  @FieldResolver(() => CustomerOutlook, {
    nullable: true,
    description: 'What is expected of them; null for guests, without a valid order, and where the shop has no model.',
  })
  outlook(@Root() { id }: Customer, @Ctx() context: RequestContext): Promise<CustomerOutlook | null> {
    return context.loader(outlookOfCustomer).load(id);
  }
}
