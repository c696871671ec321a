import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import type { MetricRowsRequest } from '@rapport/model/metrics';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, rowReaders, withLeads } from '../../platform/graphql/roles.ts';
import { MetricRowsInput } from '../metrics/index.ts';
import { readMetricRows } from './metric-row.reader.ts';
import { MetricRow, MetricRowConnection } from './metric-row.type.ts';

@Resolver(() => MetricRow)
export class MetricRowResolver {
  @Allow(withLeads(rowReaders))
  @Query(() => MetricRowConnection, {
    description:
      'The rows behind a part of any figure, whatever they are rows of, the latest first. The lists of their kind (orders, serviceCases, …) tell more of each.',
  })
  metricRows(
    @Ctx() { reads, principal }: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('behind', () => MetricRowsInput, { description: 'The figure, with its filters, and which part of it.' })
    behind: MetricRowsInput,
  ): Promise<Page<MetricRow>> {
    return readMetricRows(reads, behind as MetricRowsRequest, page, principal.scope);
  }
}
