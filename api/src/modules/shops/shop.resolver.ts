import { Ctx, Query, Resolver } from 'type-graphql';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { readShops } from './shop.reader.ts';
import { Shop } from './shop.type.ts';

@Resolver(() => Shop)
export class ShopResolver {
  @Allow(everyone)
  @Query(() => [Shop], { description: 'The shops that are loaded, by code.' })
  shops(@Ctx() { reads }: RequestContext): Promise<Shop[]> {
    return readShops(reads);
  }
}
