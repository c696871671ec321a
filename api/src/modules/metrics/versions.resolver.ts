import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import { compareVersions, type VersionsRequest } from '@rapport/model/metrics';
import { Price } from '../../platform/graphql/cost.ts';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { DimensionFilter } from '../dimensions/index.ts';
import { answersOf } from './answers.ts';
import { Grain, MetricId } from './metric.enums.ts';
import { PeriodInput } from './metric.input.ts';
import { priceOfVersions } from './metric.price.ts';
import { VersionComparison, VersionPairInput } from './versions.type.ts';

@Resolver(() => VersionComparison)
export class VersionsResolver {
  @Allow(everyone)
  @Price(priceOfVersions)
  @Query(() => VersionComparison, {
    description:
      'One metric under two versions of its definition, both from the rows themselves: what the difference comes of, and how much of a jump is only the new definition.',
  })
  metricVersions(
    @Ctx() { pool, reads, principal }: RequestContext,
    @Arg('metric', () => MetricId, { description: 'The metric; `metricCatalog` lists its versions.' }) metric: string,
    @Arg('versions', () => VersionPairInput, { description: 'Which two.' }) versions: VersionPairInput,
    @Arg('period', () => PeriodInput, { description: 'The days to look at, both inclusive.' }) period: PeriodInput,
    @Arg('grain', () => Grain, { defaultValue: 'TOTAL', description: 'How to cut the period.' })
    grain: keyof typeof Grain,
    @Arg('where', () => [DimensionFilter], { defaultValue: [], description: 'Filters; all must hold.' })
    where: DimensionFilter[],
  ): Promise<VersionComparison> {
    const request = { metric, ...versions, period, grain, where } as VersionsRequest;
    const access = { role: principal.role };
    const answers = answersOf(pool);
    return answers.remembered(reads, access, ['versions', request], () =>
      compareVersions(reads, request, access, answers.bounds),
    );
  }
}
