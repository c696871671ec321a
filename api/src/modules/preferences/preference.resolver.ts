import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { readTransitions } from './preference.reader.ts';
import { CategoryTransition } from './preference.type.ts';

@Resolver(() => CategoryTransition)
export class PreferenceResolver {
  @Allow(everyone)
  @Price(() => 100)
  @Query(() => [CategoryTransition], {
    description:
      'What customers bought next, the most frequent pairs first, 500 at most. Executives do not see pairs of fewer than five customers.',
  })
  categoryTransitions(
    @Ctx() { reads, principal }: RequestContext,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' })
    shop?: string | null,
    @Arg('from', () => String, { nullable: true, description: 'Only from this category.' }) from?: string | null,
  ): Promise<CategoryTransition[]> {
    return readTransitions(reads, { shop, from, fewest: fewestShown(principal.role) });
  }
}
