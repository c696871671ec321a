import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DimensionValue } from '../dimensions/index.ts';
import { Interval, MetricExplain, MetricPoint } from '../metrics/index.ts';

@OutputType({ roles: everyone, description: 'What the first-time customers of one month did in a later month.' })
export class RetentionCell {
  @Field(() => Int, { description: 'Calendar months after that of the first order.' })
  month!: number;

  @Field(() => Float, {
    nullable: true,
    description: 'Share with a valid order in that month, 0 to 1. Null while the month is not over: unknown, not zero.',
  })
  share!: number | null;

  @Field(() => Int, { nullable: true, description: 'Customers who bought in it; null where the share is.' })
  customers!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of the share (Wilson 1927).' })
  interval!: Interval | null;

  @Field(() => Boolean, { description: 'True where it is withheld because few customers stand behind it.' })
  suppressed!: boolean;
}

@OutputType({ roles: everyone, description: 'Customers whose first valid order lies in one month.' })
export class Cohort {
  @Field(() => LocalDate, { description: 'First day of the month.' })
  month!: string;

  @Field(() => Int, { nullable: true, description: 'How many they are; null where that is withheld.' })
  size!: number | null;

  @Field(() => Boolean, { description: 'True where the period or today cuts the month, so that some are missing.' })
  partial!: boolean;

  @Field(() => [RetentionCell], { description: 'Months 1, 2, … after the first.' })
  cells!: RetentionCell[];
}

@OutputType({ roles: everyone, description: 'Who of each month’s new customers bought in later months.' })
export class CohortRetention {
  @Field(() => [Cohort], { description: 'One for each month of the period, those without new customers too.' })
  cohorts!: Cohort[];

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded; null before the first load.' })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state that was read.' })
  dataVersion!: string;

  @Field(() => MetricExplain, { description: 'Where it came from.' })
  explain!: MetricExplain;
}

@OutputType({ roles: everyone, description: 'A day after the first order on which somebody came back.' })
export class SurvivalStep {
  @Field(() => Int, { description: 'Days since the first valid order day.' })
  day!: number;

  @Field(() => Int, { description: 'Customers who had not come back before and were still observed on that day.' })
  atRisk!: number;

  @Field(() => Int, { description: 'Of them, those who came back on it.' })
  back!: number;

  @Field(() => Float, { description: 'Share back by the end of that day, 0 to 1: 1 − S (Kaplan, Meier 1958).' })
  share!: number;

  @Field(() => Interval, {
    nullable: true,
    description:
      'Range of the share: Greenwood’s variance on the scale log(−log S) (Kalbfleisch, Prentice 1980). Null once everybody is back.',
  })
  interval!: Interval | null;
}

@OutputType({ roles: everyone, description: 'How many of a curve’s customers are still at risk on a day.' })
export class StillAtRisk {
  @Field(() => Int, { description: 'Days since the first valid order day.' })
  day!: number;

  @Field(() => Int, {
    description:
      'Customers who had not come back before that day and were still observed on it: what the curve rests on there.',
  })
  customers!: number;
}

@OutputType({ roles: everyone, description: 'How soon the first-time customers of a slice come back.' })
export class SurvivalCurve {
  @Field(() => [DimensionValue], {
    description: 'The slice, by what the first valid order carries; empty without `by`.',
  })
  key!: DimensionValue[];

  @Field(() => Int, { description: 'First-time customers, those still under observation included.' })
  customers!: number;

  @Field(() => [MetricPoint], { description: 'Share back by day 30, 60 and 90.' })
  shareBack!: MetricPoint[];

  @Field(() => Int, {
    nullable: true,
    description: 'The day by which half are back; null where fewer than half are, so that there is no median.',
  })
  median!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'The last day on which anybody was still observed; beyond it nothing is known. Null without customers.',
  })
  seenDays!: number | null;

  @Field(() => [SurvivalStep], { description: 'By day; the share stays as it is between two steps.' })
  steps!: SurvivalStep[];

  @Field(() => [StillAtRisk], {
    description: 'Every 30 days from the first order on, as far as the curve was asked for and anybody is at risk.',
  })
  atRisk!: StillAtRisk[];
}

@OutputType({ roles: everyone, description: 'How soon first-time customers come back.' })
export class Survival {
  @Field(() => [SurvivalCurve], { description: 'One for each slice, the largest first.' })
  curves!: SurvivalCurve[];

  @Field(() => Int, { description: 'Slices beyond the limit.' })
  truncatedCurves!: number;

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded; null before the first load.' })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state that was read.' })
  dataVersion!: string;

  @Field(() => MetricExplain, { description: 'Where it came from.' })
  explain!: MetricExplain;
}
