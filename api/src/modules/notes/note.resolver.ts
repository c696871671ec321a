import { Arg, Ctx, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { RequestContext } from '../../platform/graphql/context.ts';
import { Allow, everyone } from '../../platform/graphql/roles.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { outcomeOf } from '../../platform/operations/perform.ts';
import { PeriodInput } from '../metrics/index.ts';
import { readNotes } from './note.reader.ts';
import { deleteNote, saveNote } from './note.service.ts';
import { ChartNote, DeletedNotePayload, NotePayload, SaveNoteInput } from './note.type.ts';

@Resolver(() => ChartNote)
export class NoteResolver {
  @Allow(everyone)
  @Query(() => [ChartNote], {
    description:
      'Notes beside the charts of a shop that touch a period, in order of time: one’s own and those shared; the latest 200.',
  })
  chartNotes(
    @Ctx() context: RequestContext,
    @Arg('shop', () => String, { description: 'Code of the shop.' }) shop: string,
    @Arg('period', () => PeriodInput, { description: 'The days to look at, both inclusive.' }) period: PeriodInput,
  ): Promise<ChartNote[]> {
    assertInOrder('period', period.from, period.to);
    return readNotes(context.entities(), context.principal, { period, shop });
  }

  @Allow(everyone)
  @Mutation(() => NotePayload, { description: 'Writes a note, or changes one of one’s own.' })
  async saveNote(
    @Ctx() context: RequestContext,
    @Arg('input', () => SaveNoteInput, { description: 'What is to be written.' }) input: SaveNoteInput,
  ): Promise<NotePayload> {
    const { value, userErrors } = await outcomeOf(() => saveNote(context, input));
    return { saved: value, userErrors };
  }

  @Allow(everyone)
  @Mutation(() => DeletedNotePayload, { description: 'Deletes a note of one’s own.' })
  async deleteNote(
    @Ctx() context: RequestContext,
    @Arg('id', () => ID, { description: 'Its number.' }) id: string,
    @Arg('version', () => Int, { description: 'The version that is deleted, as it was read.' }) version: number,
  ): Promise<DeletedNotePayload> {
    const { value, userErrors } = await outcomeOf(() => deleteNote(context, { id, version }));
    return { deletedId: value, userErrors };
  }
}
