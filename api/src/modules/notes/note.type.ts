import { Field, ID, InputType, Int } from 'type-graphql';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { MetricId } from '../metrics/index.ts';

@OutputType({ roles: everyone, description: 'What a reader wrote beside the charts of a shop, on some days of it.' })
export class ChartNote {
  @Field(() => ID, { description: 'Its number; later ones have higher ones.' })
  id!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => MetricId, { nullable: true, description: 'On the charts of this metric; null: on every chart.' })
  metric!: string | null;

  @Field(() => LocalDate, { description: 'First day.' })
  startsOn!: string;

  @Field(() => LocalDate, { description: 'Last day, included.' })
  endsOn!: string;

  @Personal('free text')
  @Field(() => String, { description: 'What it says, in the words and the language of its author.' })
  text!: string;

  @Personal('account')
  @Field(() => String, { description: 'Who wrote it: "user ada", "key nightly export".' })
  author!: string;

  @Field(() => Boolean, { description: 'It is of the one who asks; only they may change it.' })
  mine!: boolean;

  @Field(() => Boolean, {
    description: 'Everyone who sees the charts of the shop sees it; otherwise its author alone.',
  })
  shared!: boolean;

  @Field(() => Int, { description: 'Counts its changes from 1; a change names the version it changes.' })
  version!: number;

  @Field(() => DateTime, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTime, { description: 'When it was last changed.' })
  updatedAt!: Date;
}

@InputType({ description: 'A note to be written, or what one of one’s own is to become.' })
export class SaveNoteInput {
  @Field(() => ID, { nullable: true, description: 'Which one is changed; without it a new one is written.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that is changed, as it was read; needed with `id`.' })
  version?: number | null;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => MetricId, { nullable: true, description: 'On the charts of this metric; left out: on every chart.' })
  metric?: string | null;

  @Field(() => LocalDate, { description: 'First day it is about.' })
  startsOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'Last day, included; left out: the first.' })
  endsOn?: string | null;

  @Field(() => String, { description: 'What it says, 1 to 500 characters.' })
  text!: string;

  @Field(() => Boolean, { nullable: true, description: 'Whether everyone sees it; left out: its author alone.' })
  shared?: boolean | null;
}

@OutputType({ roles: everyone, description: 'A note, written or changed.' })
export class NotePayload {
  @Field(() => ChartNote, { nullable: true, description: 'As it is now; null where nothing was done.' })
  saved!: ChartNote | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: everyone, description: 'A note that was deleted.' })
export class DeletedNotePayload {
  @Field(() => ID, { nullable: true, description: 'Its number; null where nothing was done.' })
  deletedId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
