import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow } from '../../platform/graphql/roles.ts';
import { perform } from '../../platform/operations/perform.ts';
import { FieldCorrection, RefusedSelection } from './quarantine.input.ts';
import { CorrectPayload, DiscardPayload, PreviewPayload, ReplayPayload } from './replay.type.ts';
import { chosen, correctionOf, rowNumber, toPreview, toReplay } from './replay.words.ts';

const FROM =
  'Folder of the delivery, below the deliveries of the server: needed where a feed joins several files (REPLAY_NEEDS_FILES). It must hold the files as they were published; a corrected file is loaded with runSource, which reads the refused rows as well.';

@Resolver()
export class ReplayResolver {
  @Allow(['operator'])
  @Mutation(() => ReplayPayload, {
    description:
      'Reads waiting rows again and loads those that are right by now, a run for each source. Doing it twice changes nothing.',
  })
  async replayQuarantine(
    @Ctx() context: RequestContext,
    @Arg('selection', () => RefusedSelection, { description: 'Which rows.' }) selection: RefusedSelection,
    @Arg('from', () => String, { nullable: true, description: FROM }) from?: string | null,
  ): Promise<ReplayPayload> {
    const { value, userErrors } = await perform(context, ({ quarantine }, actor) =>
      quarantine.replay(actor, chosen(selection), from ?? null),
    );
    return { sources: (value ?? []).map(toReplay), userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => PreviewPayload, {
    description:
      'What a replay would load and which figures it would move; nothing is kept of it. It gives way to loads that publish meanwhile and begins again behind them, for a minute at most (PUBLISHING_BUSY).',
  })
  async previewReplay(
    @Ctx() context: RequestContext,
    @Arg('selection', () => RefusedSelection, { description: 'Which rows.' }) selection: RefusedSelection,
    @Arg('from', () => String, { nullable: true, description: FROM }) from?: string | null,
  ): Promise<PreviewPayload> {
    const { value, userErrors } = await perform(context, ({ quarantine }, actor) =>
      quarantine.preview(actor, chosen(selection), from ?? null),
    );
    return { sources: (value ?? []).map(toPreview), userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => DiscardPayload, {
    description: 'Leaves waiting rows out for good, for a reason that is kept with them.',
  })
  async discardQuarantine(
    @Ctx() context: RequestContext,
    @Arg('selection', () => RefusedSelection, { description: 'Which rows.' }) selection: RefusedSelection,
    @Arg('reason', () => String, { description: 'Why, in your own words.' }) reason: string,
  ): Promise<DiscardPayload> {
    const { value, userErrors } = await perform(context, ({ quarantine }, actor) =>
      quarantine.discard(actor, chosen(selection), reason),
    );
    return { discarded: value ?? 0, userErrors };
  }

  @Allow(['operator'])
  @Mutation(() => CorrectPayload, {
    description:
      'Corrects a waiting row: some of its fields, or the whole record. Its own bytes are kept; the next replay reads it as corrected.',
  })
  async correctQuarantined(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Number of the row.' }) id: string,
    @Arg('fields', () => [FieldCorrection], { nullable: true, description: 'Fields to be written anew.' })
    fields?: FieldCorrection[] | null,
    @Arg('raw', () => String, { nullable: true, description: 'Instead, the whole record as its file would hold it.' })
    raw?: string | null,
  ): Promise<CorrectPayload> {
    const { value, userErrors } = await perform(context, async ({ quarantine }, actor) => {
      await quarantine.correct(actor, rowNumber('id', id), correctionOf(fields, raw ?? undefined));
      return id;
    });
    return { id: value, userErrors };
  }
}
