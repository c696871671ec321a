import { alertKinds } from '@rapport/model/vocabulary';
import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { everyone, OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';

type KindName = Uppercase<keyof typeof alertKinds>;
const kinds = Object.entries(alertKinds).map(([kind, { en }]) => [kind.toUpperCase(), `${en}.`]);
export const AlertKind = describedEnum<KindName>(
  'AlertKind',
  'What is wrong.',
  Object.fromEntries(kinds) as Record<KindName, string>,
);
export type AlertKind = keyof typeof AlertKind;

export const AlertSeverity = describedEnum('AlertSeverity', 'How bad it is.', {
  WARNING: 'To be looked at; the data is loaded.',
  CRITICAL: 'Data is missing, or will be.',
});
export type AlertSeverity = keyof typeof AlertSeverity;

export const NoticeEvent = describedEnum('NoticeEvent', 'What a notice says.', {
  OPENED: 'That it has become wrong.',
  REMINDED: 'That it still is.',
  RECOVERED: 'That it is right again.',
});
export const NoticeState = describedEnum('NoticeState', 'Whether a channel took a notice.', {
  WAITING: 'Not yet; it is tried again.',
  SENT: 'It did.',
  FAILED: 'It did not for a whole day; it is not tried any more.',
  DROPPED: 'The channel is no longer configured.',
});

@OutputType({ roles: rowReaders, description: 'Who was told of an alert.' })
export class AlertNotice {
  @Field(() => String, { description: 'The channel, as alerts.yaml names it.' })
  channel!: string;

  @Field(() => NoticeEvent, { description: 'What it says.' })
  event!: keyof typeof NoticeEvent;

  @Field(() => NoticeState, { description: 'Whether the channel took it.' })
  state!: keyof typeof NoticeState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTime, { nullable: true, description: 'When it was taken; null while it is not.' })
  sentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The last trouble; null without one.' })
  error!: string | null;
}

@OutputType({
  roles: rowReaders,
  description: 'Something that is, or was, wrong with the loads. One is open for each thing that is wrong.',
})
export class Alert {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => AlertKind, { description: 'What kind of thing.' })
  kind!: AlertKind;

  @Field(() => AlertSeverity, { description: 'How bad it is.' })
  severity!: AlertSeverity;

  @Field(() => String, { nullable: true, description: 'The source; null where it is the house itself.' })
  source!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The feed, guard, process or backfill; null: the source as a whole.',
  })
  subject!: string | null;

  @Field(() => LocalizedText, { description: 'What is wrong.' })
  title!: LocalizedText;

  @Field(() => LocalizedText, { description: 'Particulars and what to do, as last seen.' })
  detail!: LocalizedText;

  @Field(() => ID, { nullable: true, description: 'The run that showed it; null where none did.' })
  runId!: string | null;

  @Field(() => DateTime, { description: 'Since when it is known.' })
  openedAt!: Date;

  @Field(() => DateTime, { description: 'When it was last seen.' })
  lastSeenAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'When it was right again; null while it is not.' })
  recoveredAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When somebody took it on; null: nobody has.' })
  acknowledgedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Who took it on.' })
  acknowledgedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'No reminders before; null: none are held back.' })
  snoozedUntil!: Date | null;
}

export const AlertConnection = connectionOf(Alert, 'Alert', 'alerts', rowReaders);

@InputType({ description: 'Which alerts; all conditions must hold.' })
export class AlertWhere {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only those that are open; false: only those of the past.',
  })
  open?: boolean | null;

  @Field(() => AlertKind, { nullable: true, description: 'Of this kind.' })
  kind?: AlertKind | null;

  @Field(() => String, { nullable: true, description: 'Of this source.' })
  source?: string | null;
}

export const FreshnessState = describedEnum('FreshnessState', 'Whether a feed keeps its promise.', {
  ON_TIME: 'New data came within the promise.',
  WARNING: 'More than four fifths of the promised time have passed.',
  BREACH: 'The promised time has passed.',
  NO_PROMISE: 'Its source promises nothing.',
});
export type FreshnessState = keyof typeof FreshnessState;

@OutputType({ roles: everyone, description: 'How a feed stands against the freshness its source promised.' })
export class FeedFreshness {
  @Field(() => String, { description: 'The source.' })
  source!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, { description: 'The feed.' })
  feed!: string;

  @Field(() => LocalizedText, { description: 'What the feed carries.' })
  title!: LocalizedText;

  @Field(() => FreshnessState, { description: 'How it stands.' })
  state!: FreshnessState;

  @Field(() => Int, { nullable: true, description: 'Minutes within which new data was promised; null: nothing was.' })
  promiseMinutes!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'The latest event time seen; null where the feed has none.' })
  dataThrough!: Date | null;

  @Field(() => DateTime, { description: 'When it was last published.' })
  lastPublishedAt!: Date;

  @Field(() => ID, { description: 'The run that did it.' })
  lastRunId!: string;

  @Field(() => DateTime, { nullable: true, description: 'By when the next data is due; null without a promise.' })
  dueAt!: Date | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Percent of the promised time that have passed; above 100 it is broken; null without a promise.',
  })
  percentUsed!: number | null;
}

@OutputType({ roles: ['operator'], description: 'What became of an alert that was taken on or put off.' })
export class AlertPayload {
  @Field(() => ID, { nullable: true, description: 'Its number; null where nothing was done.' })
  alertId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
