import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import { perform } from '../../platform/operations/perform.ts';
import { RunSourcePayload, SchedulePayload, SourceSchedule, Worker } from './schedule.type.ts';
import { toSchedule } from './schedule.words.ts';

@Resolver()
export class ScheduleResolver {
  @Allow(rowReaders)
  @Query(() => [SourceSchedule], {
    description: 'Every source that is loaded by itself, by name; empty on a server that only reads.',
  })
  async schedules(@Ctx() { operations }: RequestContext): Promise<SourceSchedule[]> {
    return ((await operations?.loads.schedules()) ?? []).map(toSchedule);
  }

  @Allow(rowReaders)
  @Query(() => [Worker], {
    description: 'Who loads what is due, the longest at work first; empty on a server that only reads.',
  })
  async workers(@Ctx() { operations }: RequestContext): Promise<Worker[]> {
    return (await operations?.loads.workers()) ?? [];
  }

  @Allow(['operator'])
  @Mutation(() => RunSourcePayload, {
    description: 'Loads a source now. What is asked for is kept until it is done, though a process end meanwhile.',
  })
  async runSource(
    @Ctx() context: RequestContext,
    @Arg('source', () => String, { description: 'Its name.' }) source: string,
    @Arg('from', () => String, {
      nullable: true,
      description: 'A folder below the deliveries; without it where its schedule or connection says.',
    })
    from?: string | null,
  ): Promise<RunSourcePayload> {
    const { value, userErrors } = await perform(context, ({ loads }, actor) => loads.run(actor, source, from ?? null));
    return { requestId: value?.id ?? null, runId: value?.runId ?? null, userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => SchedulePayload, {
    description: 'Starts nothing more of a source until it is resumed; what comes due is remembered.',
  })
  async pauseSource(
    @Ctx() context: RequestContext,
    @Arg('source', () => String, { description: 'Its name.' }) source: string,
  ): Promise<SchedulePayload> {
    const { userErrors } = await perform(context, ({ loads }, actor) => loads.pause(actor, source));
    return changed(source, null, userErrors);
  }

  @Allow(['operator'])
  @Mutation(() => SchedulePayload, { description: 'Takes a pause back; what came due meanwhile is caught up with.' })
  async resumeSource(
    @Ctx() context: RequestContext,
    @Arg('source', () => String, { description: 'Its name.' }) source: string,
  ): Promise<SchedulePayload> {
    const { userErrors } = await perform(context, ({ loads }, actor) => loads.resume(actor, source));
    return changed(source, null, userErrors);
  }

  @Allow(['operator'])
  @Mutation(() => SchedulePayload, {
    description: 'Tries the failed windows of a source again, and at once those that wait for their next attempt.',
  })
  async retrySource(
    @Ctx() context: RequestContext,
    @Arg('source', () => String, { description: 'Its name.' }) source: string,
  ): Promise<SchedulePayload> {
    const { value, userErrors } = await perform(context, ({ loads }, actor) => loads.retry(actor, source));
    return changed(source, value, userErrors);
  }
}

const changed = (
  source: string,
  windows: number | null,
  userErrors: SchedulePayload['userErrors'],
): SchedulePayload => ({ source: userErrors.length > 0 ? null : source, windows, userErrors });
