import { Args, Arg, Ctx, Query, Resolver } from 'type-graphql';
import {
  catalogue,
  feedsOf,
  guideOf,
  known,
  type MetricDefinition as Declared,
  type MetricRequest,
} from '@rapport/model/metrics';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone, withLeads } from '../../platform/graphql/roles.ts';
import { accessOf } from './access.ts';
import { MetricAnswer } from './answer.type.ts';
import { answersOf } from './answers.ts';
import { MetricDefinition } from './definition.type.ts';
import { MetricsArgs } from './metric.args.ts';
import { MetricArea } from './metric.enums.ts';
import { priceOfAnswer } from './metric.price.ts';

const codeOf = (code: Declared['needs'][number]) => ({ code, label: known[code].name });
const definitions: readonly MetricDefinition[] = catalogue.map((definition) => ({
  ...definition,
  ...guideOf(definition.id),
  needs: definition.needs.map(codeOf),
  readFrom: feedsOf(definition).map(({ feed, tells }) => ({ feed, tells: tells.map(codeOf) })),
}));

@Resolver(() => MetricAnswer)
export class MetricResolver {
  @Allow(withLeads(everyone))
  @Query(() => [MetricDefinition], { description: 'What can be asked, and what it means.' })
  metricCatalog(
    @Arg('area', () => MetricArea, { nullable: true, description: 'Only metrics of this area.' }) area?:
      | keyof typeof MetricArea
      | null,
  ): readonly MetricDefinition[] {
    return definitions.filter((definition) => !area || definition.area === area);
  }

  @Allow(withLeads(everyone))
  @Price(priceOfAnswer)
  @Query(() => MetricAnswer, {
    description:
      'Figures of one or more metrics over a period, cut by grain and dimensions, compared with earlier periods.',
  })
  metrics(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Args(() => MetricsArgs) request: MetricsArgs,
  ): Promise<MetricAnswer> {
    return answersOf(pool).answer(reads, request as MetricRequest, accessOf(principal));
  }
}
