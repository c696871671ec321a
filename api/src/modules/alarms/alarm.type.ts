import type { MetricId as MetricName } from '@rapport/model/metrics';
import { Field, Float, ID, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType, Personal, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime, LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { DimensionValue } from '../dimensions/index.ts';
import { MetricId } from '../metrics/index.ts';

export const AlarmState = describedEnum('AlarmState', 'Where an alarm stands.', {
  OPEN: 'The figure is still above what chance explains.',
  RECOVERED: 'Three days in a row lay within the usual again.',
  NEW_LEVEL:
    'It lasted four weeks: that is how things are now, and what is expected follows it. Or a larger one followed on it.',
  WITHDRAWN: 'Rows that came or went later explain it.',
});

@OutputType({ roles: everyone, description: 'A day of a watched figure: what was seen, and what was usual.' })
export class WatchedDay {
  @Field(() => LocalDate, { description: 'The day.' })
  day!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Events seen; null where they, or those of a day beside it, are too few for who asks.',
  })
  observed!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Events expected, by the days before alone; null in the first weeks.',
  })
  expected!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'From so many events on the day alone raises an alarm, by the budget; null in the first weeks.',
  })
  upper!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'In 95 of 100 days like it at least so many are seen; null likewise.',
  })
  low!: number | null;

  @Field(() => Int, { nullable: true, description: 'And at most so many.' })
  high!: number | null;
}

@OutputType({ roles: everyone, description: 'What is counted day by day and watched.' })
export class WatchedFigure {
  @Field(() => String, { description: 'What is watched, such as damaged.' })
  watch!: string;

  @Field(() => LocalizedText, { description: 'What is counted.' })
  title!: LocalizedText;

  @Field(() => MetricId, { description: 'The metric to go on with.' })
  metric!: MetricName;

  @Field(() => Int, { description: 'Series watched: the figure itself and its slices.' })
  series!: number;

  @Field(() => LocalDate, { description: 'The last day judged. Later days are young: they never raise an alarm.' })
  through!: string;

  @Field(() => Int, { description: 'Alarms open on it.' })
  openAlarms!: number;

  @Field(() => [WatchedDay], { description: 'Of the shop as a whole, in order of time; at most 400 days.' })
  days!: WatchedDay[];
}

@OutputType({ roles: everyone, description: 'A slice that an excess lies in.' })
export class AlarmCause {
  @Field(() => [DimensionValue], { description: 'What makes the slice.' })
  slice!: DimensionValue[];

  @Field(() => LocalizedText, { description: 'What it is called: two dimensions joined by ×.' })
  label!: LocalizedText;

  @Field(() => Int, { description: 'Events in the days of the alarm.' })
  observed!: number;

  @Field(() => Float, { description: 'Events that its usual share of the shop’s expectation would be.' })
  expected!: number;

  @Field(() => Float, {
    description:
      'Out of the shop’s excess, how much lies in it; above 1 where other slices were calmer than usual. Slices overlap: shares do not add up.',
  })
  shareOfExcess!: number;

  @Field(() => Float, {
    description:
      'Log likelihood ratio by which the causes are ranked (Kulldorff’s scan statistic, 1997): large where a slice is both big and unusual.',
  })
  likelihood!: number;
}

@OutputType({ roles: everyone, description: 'A word that the texts of an alarm use more than others do.' })
export class AlarmWord {
  @Field(() => String, { description: 'The word, or two that stand side by side, in their plain form.' })
  word!: string;

  @Field(() => Int, { description: 'Texts of the alarm that use it.' })
  texts!: number;

  @Field(() => Float, {
    description: 'Log-odds against the other texts of the half year, with their interval’s centre at this value.',
  })
  logOdds!: number;

  @Field(() => Float, { description: 'How sure that is, in standard errors.' })
  z!: number;
}

@OutputType({ roles: rowReaders, description: 'A row that an alarm counted.' })
export class AlarmRow {
  @Field(() => ID, { description: 'Id of the service case, review or mention.' })
  id!: string;

  @Field(() => LocalDate, { description: 'The day it counts on.' })
  on!: string;
}

@OutputType({
  roles: everyone,
  description: 'A stretch of days in which a watched figure was above what chance explains. One for each cause.',
})
export class Alarm {
  @Field(() => ID, { description: 'Its number.' })
  id!: string;

  @Field(() => String, { description: 'Code of the shop.' })
  shop!: string;

  @Field(() => String, { description: 'What is watched.' })
  watch!: string;

  @Field(() => LocalizedText, { description: 'What is counted.' })
  watchTitle!: LocalizedText;

  @Field(() => MetricId, { description: 'The metric to go on with.' })
  metric!: MetricName;

  @Personal('of a thing')
  @Field(() => LocalizedText, { description: 'What happened, as a sentence.' })
  title!: LocalizedText;

  @Field(() => [DimensionValue], { description: 'The slice that stands out most; empty: the shop as a whole.' })
  slice!: DimensionValue[];

  @Field(() => AlarmState, { description: 'Where it stands.' })
  state!: keyof typeof AlarmState;

  @Field(() => LocalDate, { description: 'First day of the excess.' })
  startedOn!: string;

  @Field(() => LocalDate, { description: 'The first day by whose end it could be told.' })
  detectedOn!: string;

  @Field(() => LocalDate, { description: 'The last unusual day so far.' })
  lastOn!: string;

  @Field(() => LocalDate, { nullable: true, description: 'The day by which it was over; null while it is open.' })
  recoveredOn!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Events in the slice from the first to the last day; null where they are too few for who asks.',
  })
  observed!: number | null;

  @Field(() => Float, { description: 'Events that were to be expected in the same days.' })
  expected!: number;

  @Field(() => Float, { description: 'Events above what was expected, of the whole shop.' })
  excess!: number;

  @Field(() => Float, { description: 'The chance to see so many in the days that raised it, 0 to 1.' })
  chance!: number;

  @Field(() => Int, { description: 'The days that raised it: one, two or seven up to the day it was told by.' })
  windowDays!: number;

  @Field(() => Float, { description: 'From so many events in those days on it is an alarm.' })
  upper!: number;

  @Field(() => [AlarmCause], { description: 'Where the excess lies, the likeliest cause first; at most eight.' })
  causes!: AlarmCause[];

  @Field(() => [WatchedDay], {
    description: 'The slice, six weeks before to two weeks after; empty where its days are too few for who asks.',
  })
  days!: WatchedDay[];

  @Field(() => ID, {
    nullable: true,
    description: 'The load that brought most of its rows; null where that is unknown.',
  })
  runId!: string | null;

  @Field(() => Int, { description: 'Rows that load brought, of those traced.' })
  runRows!: number;

  @Field(() => Int, { description: 'Rows traced to their load.' })
  tracedRows!: number;

  @Field(() => ID, { nullable: true, description: 'The alert it was told by; null where nobody was told.' })
  alertId!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When somebody took it on; null: nobody has.' })
  acknowledgedAt!: Date | null;

  @Personal('account')
  @Field(() => String, { nullable: true, description: 'Who took it on.' })
  acknowledgedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'No reminders before; null: none are held back.' })
  snoozedUntil!: Date | null;
}

@OutputType({ roles: everyone, description: 'How many false alarms readers are willing to see.' })
export class AlarmSettings {
  @Field(() => Float, { description: 'False alarms a month for each watched series.' })
  monthlyBudget!: number;

  @Field(() => Int, { description: 'Series watched in all shops.' })
  series!: number;

  @Field(() => Float, { description: 'False alarms a month that the budget allows for all series together.' })
  monthlyFalseAlarms!: number;

  @Field(() => DateTime, { nullable: true, description: 'When figures were last looked at; null: never.' })
  lookedAt!: Date | null;
}

@OutputType({ roles: ['operator'], description: 'What the budget is now.' })
export class AlarmBudgetPayload {
  @Field(() => Float, {
    nullable: true,
    description: 'False alarms a month for each series; null where nothing was done.',
  })
  monthlyBudget!: number | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
