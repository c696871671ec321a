import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { cohortRetention, survivalCurves } from '@rapport/model/metrics';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { answersOf } from '../metrics/index.ts';
import { CohortRetentionArgs, SurvivalArgs } from './cohort.args.ts';
import { priceOfRetention, priceOfSurvival } from './cohort.price.ts';
import { CohortRetention, Survival } from './cohort.type.ts';

@Resolver(() => CohortRetention)
export class CohortResolver {
  @Allow(everyone)
  @Price(priceOfRetention)
  @Query(() => CohortRetention, {
    description:
      'Of the customers who first bought in each month of the period, who bought in each later one: first month × months since. Months that are not over are null.',
  })
  cohortRetention(
    @Ctx() { pool, reads, principal: { role } }: RequestContext,
    @Args(() => CohortRetentionArgs) request: CohortRetentionArgs,
  ): Promise<CohortRetention> {
    const answers = answersOf(pool);
    return answers.remembered(reads, { role }, ['cohortRetention', request], () =>
      cohortRetention(reads, request, { role }, answers.bounds),
    );
  }

  @Allow(everyone)
  @Price(priceOfSurvival)
  @Query(() => Survival, {
    description:
      'How soon first-time customers come back: the product-limit curve (Kaplan, Meier 1958), its median where half are back, and the share by day 30, 60 and 90. Customers still under observation count for as long as they have been observed.',
  })
  survival(
    @Ctx() { pool, reads, principal: { role } }: RequestContext,
    @Args(() => SurvivalArgs) request: SurvivalArgs,
  ): Promise<Survival> {
    const answers = answersOf(pool);
    return answers.remembered(reads, { role }, ['survival', request], () =>
      survivalCurves(reads, request, { role }, answers.bounds),
    );
  }
}
