import { Field, ID, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { RunError } from '../runs/index.ts';

export const WindowState = describedEnum('WindowState', 'What became of a moment a source was due.', {
  WAITING: 'Waits for its turn, or to be tried again.',
  RUNNING: 'Is being loaded.',
  LOADED: 'Loaded and published.',
  UNCHANGED: 'Nothing new was there.',
  FAILED: 'Will not be tried again by itself.',
  SKIPPED: 'A later one stands for it.',
});
export type WindowState = keyof typeof WindowState;

@OutputType({ roles: rowReaders, description: 'A moment a source was due, and what became of it.' })
export class ScheduleWindow {
  @Field(() => DateTime, { description: 'The moment.' })
  at!: Date;

  @Field(() => WindowState, { description: 'How it stands.' })
  state!: WindowState;

  @Field(() => ID, { nullable: true, description: 'The run that has it, or had it last; null before the first.' })
  runId!: string | null;

  @Field(() => Int, { description: 'Attempts that ended in a passing trouble.' })
  attempts!: number;

  @Field(() => RunError, { nullable: true, description: 'What the last attempt failed of; null where none did.' })
  error!: RunError | null;
}

@OutputType({ roles: rowReaders, description: 'A source that is loaded by itself, and how that stands.' })
export class SourceSchedule {
  @Field(() => ID, { description: 'The source.' })
  source!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'Minute, hour, day, month, weekday; null where its folder has no schedule any more, or cannot be read.',
  })
  cron!: string | null;

  @Field(() => String, { nullable: true, description: 'Whose clock it is read on; null as cron is.' })
  zone!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The folder it is loaded from, with {date} and {hour}; null for a source that is asked for its rows.',
  })
  from!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it is due next; null without a schedule.' })
  next!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'Since when it is paused; null: it is not.' })
  pausedAt!: Date | null;

  @Field(() => Int, { description: 'Windows that wait; the oldest is loaded first.' })
  waiting!: number;

  @Field(() => Int, { description: 'Windows that are being loaded: 0 or 1.' })
  running!: number;

  @Field(() => Int, { description: 'Windows that failed and wait for a person.' })
  failed!: number;

  @Field(() => ScheduleWindow, { nullable: true, description: 'The last one that was worked on; null before it.' })
  last!: ScheduleWindow | null;

  @Field(() => String, { nullable: true, description: 'Why its source.yaml cannot be used, in English; null: it can.' })
  problem!: string | null;
}

@OutputType({ roles: rowReaders, description: 'A process that loads what is due.' })
export class Worker {
  @Field(() => String, { description: 'Machine and process number.' })
  process!: string;

  @Field(() => DateTime, { description: 'When it began.' })
  startedAt!: Date;

  @Field(() => DateTime, { description: 'When it last showed a sign of life.' })
  heartbeatAt!: Date;

  @Field(() => Boolean, { description: 'Whether that is recent enough.' })
  alive!: boolean;
}

@OutputType({ roles: ['operator'], description: 'A load that was asked for.' })
export class RunSourcePayload {
  @Field(() => ID, { nullable: true, description: 'Number of the request; null where it was refused.' })
  requestId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The run that loads it; null while it waits for its turn: it will be loaded.',
  })
  runId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}

@OutputType({ roles: ['operator'], description: 'What became of a change to a schedule.' })
export class SchedulePayload {
  @Field(() => ID, { nullable: true, description: 'The source; null where it was refused.' })
  source!: string | null;

  @Field(() => Int, { nullable: true, description: 'Windows that are tried again; null where that was not asked.' })
  windows!: number | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
