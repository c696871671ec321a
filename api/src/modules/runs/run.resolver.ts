import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { PageArguments, type Page } from '../../platform/graphql/page.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { runErrorOf } from './run-errors.ts';
import { RunError, RunFile, RunQuarantineReason, RunStage } from './run-parts.type.ts';
import { feedsOfRun, filesOfRun, reasonsOfRun, stagesOfRun } from './run.loader.ts';
import { readRun, readRuns } from './run.reader.ts';
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

  @Allow(everyone)
  @Query(() => IngestionRun, { nullable: true, description: 'One ingestion run; null where there is none.' })
  ingestionRun(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<IngestionRun | null> {
    return readRun(context.entities(), id);
  }

  @FieldResolver(() => [RunStage], { description: 'Its stages, in order, with their time and rows.' })
  stages(@Root() { id }: IngestionRun, @Ctx() context: RequestContext): Promise<RunStage[]> {
    return context.loader(stagesOfRun).load(id);
  }

  @FieldResolver(() => [RunFile], { description: 'The files it found, the largest first.' })
  files(@Root() { id }: IngestionRun, @Ctx() context: RequestContext): Promise<RunFile[]> {
    return context.loader(filesOfRun).load(id);
  }

  @FieldResolver(() => [RunQuarantineReason], {
    description: 'Why it refused rows, most rows first, whatever has become of them since.',
  })
  quarantineReasons(@Root() { id }: IngestionRun, @Ctx() context: RequestContext): Promise<RunQuarantineReason[]> {
    return context.loader(reasonsOfRun).load(id);
  }

  @FieldResolver(() => RunError, { nullable: true, description: 'Why it failed; null unless it did.' })
  error(@Root() { errorCode, errorMessage }: IngestionRun): RunError | null {
    return errorCode === null ? null : runErrorOf(errorCode, errorMessage);
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
