import { Field, Float, ID, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, rowReaders, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';

export const QuarantineState = describedEnum('QuarantineState', 'What became of a refused row.', {
  WAITING: 'Waits for somebody to mend the source or the rule.',
  REPLAYED: 'Was mended and loaded.',
  DISCARDED: 'Somebody decided to leave it out.',
  SUPERSEDED: 'A newer delivery brought the row again.',
});
export type QuarantineState = keyof typeof QuarantineState;

@OutputType({ roles: everyone, description: 'Why rows are refused.' })
export class QuarantineReason {
  @Field(() => String, { description: 'The code to filter by.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What is wrong.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What to do about it.' })
  remedy!: LocalizedText;
}

@OutputType({ roles: rowReaders, description: 'A record that was refused, and where it stands in its file.' })
export class QuarantinedRow {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'The feed that refused it.' })
  feed!: string;

  @Personal('of a thing')
  @Field(() => String, { description: 'The file it came in.' })
  fileName!: string;

  @Field(() => Int, { description: 'Number of the record in the file; the first below the header is 1.' })
  recordNo!: number;

  @Field(() => Int, { nullable: true, description: 'Line of the file the record begins on.' })
  lineNo!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Byte of the file the record begins at, a whole number; files may be larger than an Int counts.',
  })
  byteOffset!: number | null;

  @Field(() => QuarantineReason, { description: 'Why it was refused.' })
  reason!: QuarantineReason;

  @Field(() => String, { nullable: true, description: 'The field at fault; null where the whole record is.' })
  field!: string | null;

  @Field(() => LocalizedText, { description: 'What was expected and what was found; never a personal value.' })
  detail!: LocalizedText;

  @Field(() => QuarantineState, { description: 'What became of it.' })
  state!: QuarantineState;

  @Personal('free text')
  @Field(() => String, {
    nullable: true,
    description:
      'The record as it came. Null for all but operators, and where it holds personal data and is kept encrypted.',
  })
  raw!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The record as a person corrected it, read by the next replay. Null where nobody did, and where `raw` would not be shown.',
  })
  corrected!: string | null;

  @Field(() => Boolean, { description: 'Whether somebody corrected it, shown or not.' })
  isCorrected!: boolean;

  @Field(() => String, { nullable: true, description: 'Who corrected it.' })
  correctedBy!: string | null;

  @Field(() => Boolean, { description: 'Only the value of `field` was refused: the record was loaded without it.' })
  isValueOnly!: boolean;

  @Field(() => Boolean, { description: 'It holds personal data: its text is kept sealed and never shown here.' })
  isSealed!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The record’s own id in its source; null where it could not be read.',
  })
  recordId!: string | null;

  @Field(() => String, { nullable: true, description: 'Why somebody left it out; null unless discarded.' })
  discardReason!: string | null;

  @Field(() => ID, { nullable: true, description: 'The run that tried it again last; null where none did.' })
  triedRunId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it stopped waiting.' })
  resolvedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who or what ended its waiting.' })
  resolvedBy!: string | null;

  @Field(() => DateTime, { description: 'When it was refused.' })
  createdAt!: Date;

  @Field(() => ID, { description: 'The run that refused it.' })
  runId!: string;
}

export const QuarantinedRowConnection = connectionOf(QuarantinedRow, 'QuarantinedRow', 'refused rows', rowReaders);

@OutputType({ roles: rowReaders, description: 'Refused rows of one reason in one feed.' })
export class QuarantineReasonCount {
  @Field(() => QuarantineReason, { description: 'Why they were refused.' })
  reason!: QuarantineReason;

  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => Int, { description: 'How many there are.' })
  rows!: number;

  @Field(() => Int, { description: 'Of these, how many somebody corrected: a replay will read them so.' })
  corrected!: number;

  @Field(() => DateTime, { description: 'Since when the oldest is there.' })
  since!: Date;

  /** Numbers of the first of them. */
  sampleIds!: number[];
}
