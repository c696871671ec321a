import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { MetricSeries } from '../metrics/index.ts';
import { revisionsOfSeries } from './revision.loader.ts';
import { readFigureChanges } from './revision.reader.ts';
import { FigureChange, FigureChangeConnection, FigureChangeWhere } from './revision.type.ts';

@Resolver(() => FigureChange)
export class FigureChangeResolver {
  @Allow(everyone)
  @Query(() => FigureChangeConnection, {
    description: 'Figures of closed months that a later load moved by more than their threshold, latest first.',
  })
  figureChanges(
    @Ctx() { reads, principal }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => FigureChangeWhere, { nullable: true, description: 'Which changes; without it all.' })
    where?: FigureChangeWhere | null,
  ): Promise<Page<FigureChange>> {
    return readFigureChanges(reads, principal.role, where ?? {}, page);
  }
}

@Resolver(() => MetricSeries)
export class RevisionResolver {
  @FieldResolver(() => [FigureChange], {
    description:
      'How closed months this series reaches into were moved by later loads, latest first, 20 at most. Empty where the series is cut or filtered by anything but the shop.',
  })
  async revisions(
    @Root() { metric, shops, points }: MetricSeries,
    @Ctx() context: RequestContext,
  ): Promise<FigureChange[]> {
    const from = points.at(0)?.bucket;
    const to = points.at(-1)?.bucketEnd;
    if (from === undefined || to === undefined || shops.length === 0) return [];
    return context.loader(revisionsOfSeries).load({ metric: metric.id, shops, from, to });
  }
}
