import { Arg, Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { feedsOfRun } from './run.loader.ts';
import { readRuns } from './run.reader.ts';
import { totalsOf } from './run.totals.ts';
import { IngestionRun, IngestionRunConnection, IngestionRunWhere, RunFeedCount } from './run.type.ts';

@Resolver(() => IngestionRun)
export class IngestionRunResolver {
  @Allow(everyone)
  @Query(() => IngestionRunConnection, { description: 'Ingestion runs, latest first.' })
  ingestionRuns(
    @Ctx() context: RequestContext,
    @Args(() => PageArguments) page: PageArguments,
    @Arg('where', () => IngestionRunWhere, { nullable: true, description: 'Which runs; without it all.' })
    where?: IngestionRunWhere | null,
  ): Promise<Page<IngestionRun>> {
    return readRuns(context.entities(), where ?? {}, page);
  }

  @FieldResolver(() => [RunFeedCount], { description: 'What became of its records, by file and feed.' })
  feeds(@Root() { id }: IngestionRun, @Ctx() context: RequestContext): Promise<RunFeedCount[]> {
    return context.loader(feedsOfRun).load(id);
  }

  @FieldResolver(() => RunFeedCount, { description: 'The same over all files; every record counts once.' })
  async totals(@Root() { id }: IngestionRun, @Ctx() context: RequestContext): Promise<RunFeedCount> {
    return totalsOf(await context.loader(feedsOfRun).load(id));
  }
}
