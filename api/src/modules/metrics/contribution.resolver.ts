import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { answerContribution, type ContributionRequest } from '@rapport/model/metrics';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { answersOf } from './answers.ts';
import { ContributionArgs, priceOfContribution } from './contribution.args.ts';
import { MetricContribution } from './contribution.type.ts';

@Resolver(() => MetricContribution)
export class ContributionResolver {
  @Allow(everyone)
  @Price(priceOfContribution)
  @Query(() => MetricContribution, {
    description:
      'Which slices a change between two periods comes from. Counts and sums: what each slice changed by. Shares, rates and means: Kitagawa’s decomposition (JASA 50, 1955) into what changed rates and what changed weights brought, both at the mean of the two periods, so that nothing is left over. Refused for percentiles, and for cuts whose slices overlap.',
  })
  metricContribution(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Args(() => ContributionArgs) request: ContributionArgs,
  ): Promise<MetricContribution> {
    const answers = answersOf(pool);
    const access = { role: principal.role };
    return answers.remembered(reads, access, ['contribution', request], () =>
      answerContribution(reads, request as ContributionRequest, access, answers.bounds),
    );
  }
}
