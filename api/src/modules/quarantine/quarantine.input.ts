import { Field, ID, InputType } from 'type-graphql';
import { QuarantineState } from './quarantine.type.ts';

@InputType({ description: 'Which refused rows; all conditions must hold.' })
export class QuarantineWhere {
  @Field(() => [ID], { nullable: true, description: 'These rows.' })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of this source.' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this feed.' })
  feed?: string | null;

  @Field(() => String, { nullable: true, description: 'Refused for this reason, by code.' })
  reason?: string | null;

  @Field(() => QuarantineState, { nullable: true, description: 'In this state.' })
  state?: QuarantineState | null;

  @Field(() => String, { nullable: true, description: 'For this field.' })
  field?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the file of this name.' })
  file?: string | null;

  @Field(() => String, { nullable: true, description: 'Of the record of this id, where its feed could read the id.' })
  recordId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Refused by this run.' })
  runId?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'With this text in the record as it came or was corrected; for operators only. Records that are kept sealed are not searched.',
  })
  text?: string | null;
}

@InputType({ description: 'Which refused rows are counted; all conditions must hold.' })
export class QuarantineReasonWhere {
  @Field(() => String, { nullable: true, description: 'Of this source.' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this feed.' })
  feed?: string | null;

  @Field(() => String, { nullable: true, description: 'Refused for this reason, by code.' })
  reason?: string | null;

  @Field(() => QuarantineState, { nullable: true, description: 'In this state; WAITING where absent.' })
  state?: QuarantineState | null;

  @Field(() => ID, { nullable: true, description: 'Refused by this run.' })
  runId?: string | null;
}

@InputType({
  description: 'Which waiting rows something is done with: all conditions must hold, and one must be given.',
})
export class RefusedSelection {
  @Field(() => [ID], { nullable: true, description: 'These rows.' })
  ids?: string[] | null;

  @Field(() => String, { nullable: true, description: 'Of this source.' })
  source?: string | null;

  @Field(() => String, { nullable: true, description: 'Of this feed.' })
  feed?: string | null;

  @Field(() => String, { nullable: true, description: 'Refused for this reason, by code.' })
  reason?: string | null;
}

@InputType({ description: 'A field of a record, written anew.' })
export class FieldCorrection {
  @Field(() => String, { description: 'The column, by its name in source.yaml.' })
  column!: string;

  @Field(() => String, { description: 'What it is to hold, as the file would write it; empty for no value.' })
  value!: string;
}
