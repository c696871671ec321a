import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone, rowReaders } from '../../platform/graphql/roles.ts';
import { MetricId } from '../metrics/index.ts';
import { lineageOf, readFeedsOf, readRecordsOf } from './lineage.reader.ts';
import { Lineage, LineageFeed, SourceRecord } from './lineage.type.ts';

const shopOnly = { nullable: true, description: 'Only what this shop brings.' } as const;

@Resolver(() => Lineage)
export class LineageResolver {
  @Allow(everyone)
  @Query(() => Lineage, { description: 'Where the figures of a metric come from.' })
  lineage(@Arg('metric', () => MetricId, { description: 'The metric.' }) metric: string): Lineage {
    return lineageOf(metric);
  }

  @FieldResolver(() => [LineageFeed], { description: 'The feeds it stands on, with who brings them.' })
  feeds(
    @Root() { metric }: Lineage,
    @Ctx() { reads }: RequestContext,
    @Arg('shop', () => String, shopOnly) shop?: string | null,
  ): Promise<LineageFeed[]> {
    return readFeedsOf(reads, metric, shop ?? null);
  }

  @Allow(rowReaders)
  @FieldResolver(() => [SourceRecord], { description: 'Up to three records of each feed, for those who may see rows.' })
  records(
    @Root() { metric }: Lineage,
    @Ctx() { reads }: RequestContext,
    @Arg('shop', () => String, shopOnly) shop?: string | null,
  ): Promise<SourceRecord[]> {
    return readRecordsOf(reads, metric, shop ?? null);
  }
}
