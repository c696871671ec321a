import { Field, ID } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { OutputType, rowReaders, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';

export const GuardSeverity = describedEnum('GuardSeverity', 'What a finding means for the load.', {
  WARN: 'It went on.',
  STOP: 'It was refused, unless somebody accepts the finding.',
});

@OutputType({ roles: rowReaders, description: 'What was unusual about a delivery, by the ones before it.' })
export class GuardFinding {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => ID, { description: 'The run.' })
  runId!: string;

  @Personal('of a thing')
  @Field(() => String, { description: 'What it is accepted by, such as payments.amount.median.' })
  name!: string;

  @Field(() => String, { description: 'What was compared: volume, nulls, median or codes.' })
  check!: string;

  @Field(() => GuardSeverity, { description: 'What it means for the load.' })
  severity!: keyof typeof GuardSeverity;

  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => String, { nullable: true, description: 'The column; null: the feed as a whole.' })
  column!: string | null;

  @Field(() => LocalizedText, { description: 'What was found.' })
  title!: LocalizedText;

  @Field(() => String, { description: 'What is usual.' })
  expected!: string;

  @Field(() => String, { description: 'What was found instead.' })
  found!: string;

  @Field(() => DateTime, { nullable: true, description: 'When somebody said that it is right; null: nobody has.' })
  acceptedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who said so.' })
  acceptedBy!: string | null;
}

@OutputType({ roles: ['operator'], description: 'What was accepted.' })
export class AcceptGuardPayload {
  @Field(() => String, { nullable: true, description: 'The source, to load again; null where nothing was done.' })
  source!: string | null;

  @Personal('of a thing')
  @Field(() => String, { nullable: true, description: 'What the finding is called; null where nothing was done.' })
  name!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
