import { Field, Float, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { QuarantineReason } from '../quarantine/index.ts';

@OutputType({ roles: everyone, description: 'One stage of a run.' })
export class RunStage {
  @Field(() => String, {
    description:
      'fetch (asking the source, where it has a connection), discover, landing, stage, merge, journey, rollup or commit.',
  })
  stage!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null while it is under way.' })
  endedAt!: Date | null;

  @Field(() => Float, { nullable: true, description: 'Seconds from begin to end; null while it is under way.' })
  seconds!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Rows it handled, a whole number: records read in landing, rows through the SQL of the feeds in stage, rows written in merge; null where a stage counts none.',
  })
  rows!: number | null;

  @Field(() => Float, { nullable: true, description: 'rows by seconds; null without either, or in less than 1 ms.' })
  rowsPerSecond!: number | null;

  @Field(() => Float, { nullable: true, description: 'Bytes it handled, a whole number; null where it counts none.' })
  bytes!: number | null;
}

export const RunFileState = describedEnum('RunFileState', 'What a file was to a run.', {
  FRESH: 'New, and loaded.',
  SUPERSEDED: 'A snapshot older than the one published: counted, not loaded.',
  JOINED: 'Loaded before, read again because a new file is joined to it.',
  KNOWN: 'Loaded before; not read.',
});
export type RunFileState = keyof typeof RunFileState;

@OutputType({ roles: everyone, description: 'A file that a run found.' })
export class RunFile {
  @Personal('of a thing')
  @Field(() => String, { description: 'Its name.' })
  name!: string;

  @Field(() => String, { description: 'The kind of file it is to its source.' })
  role!: string;

  @Field(() => RunFileState, { description: 'What it was to the run.' })
  state!: RunFileState;

  @Field(() => Float, { description: 'Its size, a whole number.' })
  bytes!: number;

  @Field(() => DateTime, { description: 'When it was written.' })
  fileTime!: Date;

  @Field(() => Float, { nullable: true, description: 'Its records, a whole number; null where it was not read.' })
  records!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'Its share, by size, of the work on the files of its role; files are worked on side by side. Null where nothing of it was published.',
  })
  seconds!: number | null;
}

@OutputType({ roles: everyone, description: 'Rows a run refused, for one reason in one feed.' })
export class RunQuarantineReason {
  @Field(() => QuarantineReason, { description: 'Why.' })
  reason!: QuarantineReason;

  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => Int, { description: 'How many.' })
  rows!: number;
}

@OutputType({ roles: everyone, description: 'Why a run failed.' })
export class RunError {
  @Field(() => String, { description: 'What kind of failure.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'The same in words.' })
  title!: LocalizedText;

  @Field(() => String, { description: 'What happened and where, in English, with names of files, columns and feeds.' })
  detail!: string;

  @Field(() => LocalizedText, { description: 'What to do about it.' })
  remedy!: LocalizedText;
}
