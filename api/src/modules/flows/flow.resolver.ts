import { Args, Ctx, Query, Resolver } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { fewestShown } from '../../platform/graphql/few.ts';
import { assertPageSize } from '../../platform/graphql/page.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { accessOf, answersOf } from '../metrics/index.ts';
import { FunnelArguments, FunnelStep, JourneySteps, JourneyStepsArguments } from './flow.type.ts';
import { readFunnel } from './funnel.reader.ts';
import { readStages } from './stages.reader.ts';
import { JourneyStages, JourneyStagesArguments } from './stages.type.ts';
import { readSteps } from './steps.reader.ts';

const COUNTED = 100;

function priceOfSteps({ first }: Record<string, unknown>): number {
  assertPageSize(first);
  return COUNTED + Number(first);
}

@Resolver(() => JourneySteps)
export class FlowResolver {
  @Allow(everyone)
  @Price(priceOfSteps)
  @Query(() => JourneySteps, {
    description: 'Which step of an order follows which, how often and after how long; by segment and outcome.',
  })
  journeySteps(
    @Ctx() { reads, principal }: RequestContext,
    @Args(() => JourneyStepsArguments) asked: JourneyStepsArguments,
  ): Promise<JourneySteps> {
    return readSteps(reads, asked, fewestShown(principal.role));
  }

  @Allow(everyone)
  @Price(() => COUNTED)
  @Query(() => JourneyStages, {
    description:
      'What becomes of orders: from what they are, through the promise and the customer’s voice, to whether they come back; with counts, shares and times.',
  })
  journeyStages(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Args(() => JourneyStagesArguments) asked: JourneyStagesArguments,
  ): Promise<JourneyStages> {
    return answersOf(pool).remembered(reads, accessOf(principal), ['journeyStages', asked], () =>
      readStages(reads, asked, fewestShown(principal.role)),
    );
  }

  @Allow(everyone)
  @Price(() => COUNTED)
  @Query(() => [FunnelStep], {
    description:
      'How many rows come to each step of a way, and how long it takes; for executives 0 where fewer than five do.',
  })
  stepFunnel(
    @Ctx() { reads, principal }: RequestContext,
    @Args(() => FunnelArguments) asked: FunnelArguments,
  ): Promise<FunnelStep[]> {
    return readFunnel(reads, asked, fewestShown(principal.role));
  }
}
