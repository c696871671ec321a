import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';

export const ReportLanguage = describedEnum('ReportLanguage', 'In which language a report is printed and written.', {
  EN: 'English.',
  ZH: 'Simplified Chinese.',
});
export type ReportLanguage = keyof typeof ReportLanguage;

export const ReportChange = describedEnum('ReportChange', 'What is done to a subscription.', {
  PAUSE: 'Nothing comes due until it is resumed.',
  RESUME: 'It is sent again from the next time on.',
  SEND: 'It goes out at once, beside its schedule.',
  DELETE: 'It is gone, with the list of what was sent.',
});
export type ReportChange = keyof typeof ReportChange;

@OutputType({ roles: everyone, description: 'Somebody a report is sent to.' })
export class ReportRecipient {
  @Personal('account')
  @Field(() => String, { description: 'E-mail address of a colleague.' })
  address!: string;

  @Field(() => DateTime, { nullable: true, description: 'When they ended it themselves; null: they receive it.' })
  unsubscribedAt!: Date | null;
}

@OutputType({ roles: everyone, description: 'A page that is printed and sent by e-mail, again and again.' })
export class ReportSubscription {
  @Field(() => ID, { description: 'Its number; later ones have higher ones.' })
  id!: string;

  @Personal('of a thing')
  @Field(() => String, { description: 'What its owner calls it: the subject of the mail.' })
  name!: string;

  @Personal('account')
  @Field(() => String, { description: 'Who keeps it: "user ada".' })
  owner!: string;

  @Field(() => Boolean, { description: 'It is of the one who asks.' })
  mine!: boolean;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, { description: 'Path and state of the page, as in its address.' })
  page!: string;

  @Field(() => ReportLanguage, { description: 'Of the page and of the mail.' })
  language!: ReportLanguage;

  @Field(() => Boolean, { description: 'A4 landscape; otherwise portrait.' })
  landscape!: boolean;

  @Field(() => String, { description: 'When it is sent, five fields of cron on the clock of the zone.' })
  cron!: string;

  @Field(() => String, { description: 'IANA time zone on whose clock `cron` is read.' })
  zone!: string;

  @Field(() => [ReportRecipient], { description: 'To whom, in order of the alphabet; those too who ended it.' })
  recipients!: ReportRecipient[];

  @Field(() => DateTime, { description: 'When the next one is due.' })
  nextAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'Since when nothing comes due; null: it does.' })
  pausedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the last one went out; null: none did yet.' })
  lastSentAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed; null: it did not.' })
  problem!: string | null;

  @Field(() => Int, { description: 'Counts its changes from 1; a change names the version it changes.' })
  version!: number;
}

@InputType({ description: 'A subscription to be kept, or what one of one’s own is to become.' })
export class SaveReportInput {
  @Field(() => ID, { nullable: true, description: 'Which one is changed; without it a new one is kept.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that is changed, as it was read; needed with `id`.' })
  version?: number | null;

  @Field(() => String, { description: 'Its name, 1 to 120 characters: the subject of the mail.' })
  name!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, { description: 'Path and state of the page, such as /delivery?grain=MONTH.' })
  page!: string;

  @Field(() => ReportLanguage, { description: 'Of the page and of the mail.' })
  language!: ReportLanguage;

  @Field(() => Boolean, { nullable: true, description: 'A4 landscape; left out: yes.' })
  landscape?: boolean | null;

  @Field(() => String, { description: 'When it is sent: five fields of cron, once an hour at most.' })
  cron!: string;

  @Field(() => String, { nullable: true, description: 'IANA time zone; left out: the shop’s.' })
  zone?: string | null;

  @Field(() => [String], { description: 'E-mail addresses, 1 to 50. Who has ended it is not put back.' })
  recipients!: string[];
}

@OutputType({ roles: everyone, description: 'What came of a change to a subscription.' })
export class ReportPayload {
  @Field(() => ID, { nullable: true, description: 'Its number; null where nothing was done.' })
  reportId!: string | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
