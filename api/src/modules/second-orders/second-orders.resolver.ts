import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { readSecondOrders } from './second-orders.reader.ts';
import { SecondOrderCut, SecondOrders } from './second-orders.type.ts';

@Resolver(() => SecondOrders)
export class SecondOrderResolver {
  @Allow(everyone)
  @Price(() => 100)
  @Query(() => SecondOrders, {
    description:
      'How soon first-time customers order again, by how the first order went: curves with bands, groups held against like customers, the log-rank test, and what the last quarter’s late parcels cost. Over the whole history.',
  })
  secondOrders(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('shop', () => String, { description: 'Of this shop.' }) shop: string,
    @Arg('by', () => SecondOrderCut, {
      nullable: true,
      defaultValue: 'LATE',
      description: 'By what first orders are told apart.',
    })
    cut: keyof typeof SecondOrderCut | null,
  ): Promise<SecondOrders> {
    const asked = { shop, cut: cut ?? 'LATE', least: fewestShown(principal.role) };
    return answersOf(pool).remembered(reads, accessOf(principal), ['secondOrders', asked], () =>
      readSecondOrders(reads, asked),
    );
  }
}
