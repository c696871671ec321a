import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { RecoveryAction, RecoveryCase, RecoveryOutcome } from './recovery.type.ts';

@InputType({ description: 'Takes the hurt customers with most at stake in hand, and draws by lot who is left alone.' })
export class OpenRecoveryInput {
  @Field(() => String, { description: 'Of this shop.' })
  shop!: string;

  @Field(() => Int, { description: 'How many customers, 1 to 500, the hold-out included.' })
  customers!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Who looks after them, 1 to 120 characters; left out: nobody yet.',
  })
  owner?: string | null;

  @Field(() => Int, { nullable: true, defaultValue: 7, description: 'Days until the deadline, 1 to 90.' })
  dueInDays?: number | null;

  @Field(() => Float, {
    nullable: true,
    defaultValue: 0.2,
    description: 'Chance of each to be left alone, 0 to 0.5. With 0 nobody will know whether contacting helps.',
  })
  holdOutShare?: number | null;
}

@OutputType({ roles: rowReaders, description: 'What was opened.' })
export class OpenRecoveryPayload {
  @Field(() => Int, { nullable: true, description: 'Cases to be contacted; null where nothing was done.' })
  opened!: number | null;

  @Field(() => Int, { nullable: true, description: 'Customers left alone by lot; null where nothing was done.' })
  heldOut!: number | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@InputType({ description: 'What becomes of a recovery case; what is left out stays as it is.' })
export class RecordRecoveryInput {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => Int, { description: 'The version that is changed, as it was read.' })
  version!: number;

  @Field(() => String, { nullable: true, description: 'Who looks after it, 1 to 120 characters.' })
  owner?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'By when it is to have an outcome.' })
  dueOn?: string | null;

  @Field(() => RecoveryAction, { nullable: true, description: 'What was done.' })
  action?: keyof typeof RecoveryAction | null;

  @Field(() => RecoveryOutcome, { nullable: true, description: 'What came of it: closes the case; needs an action.' })
  outcome?: keyof typeof RecoveryOutcome | null;
}

@OutputType({ roles: rowReaders, description: 'A recovery case that was changed.' })
export class RecordRecoveryPayload {
  @Field(() => RecoveryCase, { nullable: true, description: 'As it is now; null where nothing was done.' })
  recoveryCase!: RecoveryCase | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
