import { Arg, Ctx, Int, Query, Resolver } from 'type-graphql';
import { dimensionValues } from '@rapport/model/metrics';
import { dimensionNames, dimensions } from '@rapport/model/vocabulary';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { Dimension, DimensionDefinition, DimensionOption } from './dimension.type.ts';

@Resolver(() => DimensionOption)
export class DimensionResolver {
  @Allow(everyone)
  @Query(() => [DimensionDefinition], {
    description: 'Every dimension with its name in both languages; `metricCatalog` says which metric carries which.',
  })
  dimensionCatalog(): DimensionDefinition[] {
    return dimensionNames.map((id) => ({ id, title: dimensions[id].title, description: dimensions[id].description }));
  }

  @Allow(everyone)
  @Query(() => [DimensionOption], {
    description: 'The values a dimension has among the orders loaded, most orders first.',
  })
  dimensionValues(
    @Ctx() { reads, principal: { role } }: RequestContext,
    @Arg('dimension', () => Dimension, { description: 'The dimension whose values are wanted.' }) dimension: Dimension,
    @Arg('shop', () => String, { nullable: true, description: 'Only values of this shop.' }) shop?: string | null,
    @Arg('search', () => String, { nullable: true, description: 'Only values whose code or label contains this text.' })
    search?: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, at most 100.' }) first = 50,
  ): Promise<DimensionOption[]> {
    return dimensionValues(reads, { dimension, shop, search, first }, { role });
  }
}
