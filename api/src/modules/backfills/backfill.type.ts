import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { RunError } from '../runs/index.ts';

export const BackfillState = describedEnum('BackfillState', 'How a backfill stands.', {
  RUNNING: 'Goes on by itself, as its throttle and the schedule of its source let it.',
  PAUSED: 'Begins nothing more until it is resumed.',
  CANCELLED: 'Somebody ended it; what it published stays.',
  DONE: 'Every window is settled; some may have failed.',
});
export type BackfillState = keyof typeof BackfillState;

export const BackfillStep = describedEnum('BackfillStep', 'How much of the past one window of a backfill is.', {
  HOUR: 'An hour on the clock of the source.',
  DAY: 'A day on the clock of the source.',
  WEEK: 'Seven days, from the first one on.',
  MONTH: 'A month, from the date of the first day on.',
});
export type BackfillStep = keyof typeof BackfillStep;

@OutputType({ roles: rowReaders, description: 'A window of a backfill that failed.' })
export class BackfillFailure {
  @Field(() => DateTime, { description: 'Its begin.' })
  window!: Date;

  @Field(() => RunError, { description: 'Why.' })
  error!: RunError;
}

@OutputType({ roles: rowReaders, description: 'Why a backfill paused itself: windows failed one after the other.' })
export class BackfillStop {
  @Field(() => Int, { description: 'How many.' })
  windows!: number;

  @Field(() => RunError, { description: 'Why the last of them failed.' })
  error!: RunError;
}

@OutputType({ roles: rowReaders, description: 'A part of the past that is loaded window by window, the oldest first.' })
export class Backfill {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => BackfillState, { description: 'How it stands.' })
  state!: BackfillState;

  @Field(() => DateTime, { description: 'Begin of its first window.' })
  firstWindow!: Date;

  @Field(() => DateTime, { description: 'Begin of its last window.' })
  lastWindow!: Date;

  @Field(() => BackfillStep, { description: 'The length of a window.' })
  step!: BackfillStep;

  @Field(() => String, {
    nullable: true,
    description: 'Where the files of a window lie; null: its rows are asked for.',
  })
  folder!: string | null;

  @Field(() => Boolean, { description: 'Whether a process works on it just now.' })
  held!: boolean;

  @Field(() => Int, { description: 'Its windows.' })
  total!: number;

  @Field(() => Int, { description: 'Those that are settled: loaded, unchanged or failed.' })
  done!: number;

  @Field(() => Int, { description: 'Those that published something.' })
  loaded!: number;

  @Field(() => Int, { description: 'Those that brought nothing new.' })
  unchanged!: number;

  @Field(() => Int, { description: 'Those that failed; resumed, they are tried again.' })
  failed!: number;

  @Field(() => DateTime, { nullable: true, description: 'The window it is at; null when all are settled.' })
  at!: Date | null;

  @Field(() => Float, { nullable: true, description: 'Over the last windows; null before there are any.' })
  windowsPerMinute!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'At that rate; null unless it runs.' })
  expectedEnd!: Date | null;

  @Field(() => String, { description: 'Who started it.' })
  createdBy!: string;

  @Field(() => DateTime, { description: 'When it was started.' })
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it ended; null before.' })
  settledAt!: Date | null;

  @Field(() => BackfillStop, {
    nullable: true,
    description:
      'Why it paused itself, after five windows that failed one after the other; null where a person did, or it goes on. Resumed, it tries them again.',
  })
  stopped!: BackfillStop | null;

  @Field(() => [BackfillFailure], { description: 'The first windows that failed, at most ten.' })
  failures!: BackfillFailure[];
}

@InputType({ description: 'What of the past is to be loaded.' })
export class BackfillInput {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => LocalDate, { description: 'The first day, on the clock of the source.' })
  first!: string;

  @Field(() => LocalDate, { description: 'The last day, which is included.' })
  last!: string;

  @Field(() => BackfillStep, { defaultValue: 'DAY', description: 'The length of a window.' })
  step!: BackfillStep;

  @Field(() => String, {
    nullable: true,
    description: 'A folder below the deliveries with {date}, and {hour} for hours; without it that of its schedule.',
  })
  from?: string | null;

  @Field(() => String, {
    nullable: true,
    description: '"2 windows/min" (s, min, hour or day), "50%" of the time, or "none"; without it half of the time.',
  })
  throttle?: string | null;
}

@OutputType({ roles: ['operator'], description: 'What became of a backfill.' })
export class BackfillPayload {
  @Field(() => Backfill, { nullable: true, description: 'How it stands now; null where it was refused.' })
  backfill!: Backfill | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
