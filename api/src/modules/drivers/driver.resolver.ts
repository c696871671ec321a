import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { answerDrivers } from '@rapport/model/findings';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { answersOf } from '../metrics/index.ts';
import { DriversArguments, priceOfDrivers } from './driver.args.ts';
import { Drivers } from './driver.type.ts';

@Resolver(() => Drivers)
export class DriverResolver {
  @Allow(everyone)
  @Price(priceOfDrivers)
  @Query(() => Drivers, {
    description:
      'Which factors of the journey go with a low score, a complaint or no order again, and how much each weighs: relative weights (Johnson 2000) of one linear model, intervals by fits to customers drawn anew. Association, never cause.',
  })
  drivers(
    @Ctx() { pool, reads, principal: { role } }: RequestContext,
    @Args(() => DriversArguments) asked: DriversArguments,
  ): Promise<Drivers> {
    assertInOrder('period', asked.period.from, asked.period.to);
    return answersOf(pool).remembered(reads, { role }, ['drivers', asked], () => answerDrivers(reads, asked, { role }));
  }
}
