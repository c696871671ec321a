import { Arg, Ctx, ID, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, rowReaders } from '../../platform/graphql/roles.ts';
import type { BackfillStatus } from '@rapport/model/vocabulary';
import type { Actor, BackfillOperations } from '../../platform/operations/index.ts';
import { perform } from '../../platform/operations/perform.ts';
import { Backfill, BackfillInput, BackfillPayload } from './backfill.type.ts';
import { toBackfill } from './backfill.words.ts';

@Resolver(() => Backfill)
export class BackfillResolver {
  @Allow(rowReaders)
  @Query(() => [Backfill], {
    description: 'The newest hundred backfills, newest first; empty on a server that only reads.',
  })
  async backfills(@Ctx() { operations }: RequestContext): Promise<Backfill[]> {
    return ((await operations?.backfills.list()) ?? []).map(toBackfill);
  }

  @Allow(['operator'])
  @Mutation(() => BackfillPayload, {
    description: 'Loads a part of the past, window by window; it goes on by itself, whatever process ends meanwhile.',
  })
  startBackfill(
    @Ctx() context: RequestContext,
    @Arg('input', () => BackfillInput, { description: 'What of the past.' }) input: BackfillInput,
  ): Promise<BackfillPayload> {
    const { source, first, last, step, from, throttle } = input;
    const order = { source, first, last, folder: from ?? null, throttle: throttle ?? null };
    const lower = step.toLowerCase() as Lowercase<typeof step>;
    return done(context, (backfills, actor) => backfills.start(actor, { ...order, step: lower }));
  }

  @Allow(['operator'])
  @Mutation(() => BackfillPayload, {
    description: 'Begins nothing more of a backfill; a window under way ends as it would.',
  })
  pauseBackfill(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<BackfillPayload> {
    return done(context, (backfills, actor) => backfills.pause(actor, id));
  }

  @Allow(['operator'])
  @Mutation(() => BackfillPayload, {
    description: 'Goes on with a backfill; windows that failed are tried again, also of one that is done.',
  })
  resumeBackfill(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<BackfillPayload> {
    return done(context, (backfills, actor) => backfills.resume(actor, id));
  }

  @Allow(['operator'])
  @Mutation(() => BackfillPayload, {
    description: 'Ends a backfill: what it published stays, a window under way is not published any more.',
  })
  cancelBackfill(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
  ): Promise<BackfillPayload> {
    return done(context, (backfills, actor) => backfills.cancel(actor, id));
  }
}

type Work = (backfills: BackfillOperations, actor: Actor) => Promise<BackfillStatus>;

async function done(context: RequestContext, work: Work): Promise<BackfillPayload> {
  const { value, userErrors } = await perform(context, ({ backfills }, actor) => work(backfills, actor));
  return { backfill: value && toBackfill(value), userErrors };
}
