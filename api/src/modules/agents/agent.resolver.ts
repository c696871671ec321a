import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { Figure, priceOfScorecard, ScorecardArguments, scorecardOf } from '../scorecards/index.ts';
import { assessmentsOfAgent } from './agent.loader.ts';
import { readAgents } from './agent.reader.ts';
import { Agent, Assessment } from './agent.type.ts';

@Resolver(() => Agent)
export class AgentResolver {
  @Allow(everyone)
  @Query(() => [Agent], { description: 'Who answers customers, by shop, team and work number.' })
  agents(
    @Ctx() { reads }: RequestContext,
    @Arg('shop', () => String, { nullable: true, description: 'Of this shop; without it of all.' })
    shop?: string | null,
    @Arg('team', () => String, { nullable: true, description: 'Of this team; without it of all.' })
    team?: string | null,
  ): Promise<Agent[]> {
    return readAgents(reads, { shop, team });
  }

  @Price(priceOfScorecard)
  @FieldResolver(() => [Figure], {
    description: 'How they serve, in figures of the period, in the order of `metrics`; those of few cases say so.',
  })
  scorecard(
    @Root() { shop, code }: Agent,
    @Ctx() context: RequestContext,
    @Args(() => ScorecardArguments) asked: ScorecardArguments,
  ): Promise<Figure[]> {
    return context.loader(scorecardOf).load({ dimension: 'AGENT', shop, code, asked });
  }

  @Allow(rowReaders)
  @FieldResolver(() => [Assessment], { description: 'Trainings and work samples, in order of time.' })
  assessments(@Root() { shop, code }: Agent, @Ctx() context: RequestContext): Promise<Assessment[]> {
    return context.loader(assessmentsOfAgent).load({ shop, code });
  }
}
