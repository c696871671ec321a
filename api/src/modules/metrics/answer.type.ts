import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType, withLeads } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Period } from '../../platform/graphql/shared.type.ts';
import { DimensionValue } from '../dimensions/index.ts';
import { MetricTarget } from './definition.type.ts';
import { Comparison, Grain, MetricId, MetricUnit, Polarity, TargetStatus, Verdict } from './metric.enums.ts';

@OutputType({ roles: withLeads(everyone), description: 'What a series shows, with all an axis or a tile needs.' })
export class MetricHead {
  @Field(() => MetricId, { description: 'Its id in the catalogue.' })
  id!: string;

  @Field(() => LocalizedText, { description: 'Short name.' })
  title!: LocalizedText;

  @Field(() => MetricUnit, { description: 'What the values are measured in.' })
  unit!: keyof typeof MetricUnit;

  @Field(() => Int, { description: 'Decimals worth showing.' })
  decimals!: number;

  @Field(() => Polarity, { description: 'Which direction is good.' })
  polarity!: keyof typeof Polarity;

  @Field(() => Int, { description: 'Version of the definition that was used.' })
  version!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Currency of a money metric; null otherwise, and where several currencies would meet.',
  })
  currency!: string | null;

  @Field(() => MetricTarget, { nullable: true, description: 'What it should reach; null where no target is set.' })
  target!: MetricTarget | null;
}

@OutputType({ roles: withLeads(everyone), description: 'The range the true value lies in, with 95 % confidence.' })
export class Interval {
  @Field(() => Float, { description: 'Lower end.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end.' })
  high!: number;

  @Field(() => String, {
    description:
      'How it was computed. Of a value: wilson (a share; Wilson 1927), poisson-exact (a rate; Garwood 1936), compound-poisson (an amount for each of something: the sum of squares is its variance), student-t (a mean; Student 1908), order-statistics (a percentile), nps-normal (NPS: p + d − (p − d)² over n), log-log (a share back; Greenwood 1926, Kalbfleisch and Prentice 1980). Of a change: newcombe (shares; Newcombe 1998, method 10), welch (means; Welch 1947), poisson-ratio (counts: given their sum binomial), the others from both sides by squaring and adding; mover (a part of a change; Zou and Donner 2008). Of a finding: bootstrap (fits to customers drawn anew; Efron 1979).',
  })
  method!: string;
}

@OutputType({ roles: withLeads(everyone), description: 'The event by which the days of two years meet.' })
export class ComparedEvent {
  @Field(() => String, { description: 'Its code, as in `events`.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'Name; the shop’s own where it tells one.' })
  label!: LocalizedText;

  @Field(() => LocalDate, { description: 'Its day 0 near the period.' })
  day!: string;

  @Field(() => LocalDate, { description: 'Its day 0 in the earlier year.' })
  earlierDay!: string;
}

@OutputType({ roles: withLeads(everyone), description: 'A point beside an earlier one.' })
export class MetricComparison {
  @Field(() => Comparison, { description: 'With what it is compared.' })
  kind!: keyof typeof Comparison;

  @Field(() => ComparedEvent, { nullable: true, description: 'Of SAME_DAYS_OF_EVENT: the event; null otherwise.' })
  event!: ComparedEvent | null;

  @Field(() => Period, {
    description: 'The days of the earlier point; fewer than its bucket where today cuts the later one short.',
  })
  period!: Period;

  @Field(() => Float, { nullable: true, description: 'The earlier value; null where there was nothing to measure.' })
  value!: number | null;

  @Field(() => Float, { nullable: true, description: 'The earlier numerator.' })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'The earlier denominator.' })
  denominator!: number | null;

  @Field(() => Int, { nullable: true, description: 'Rows the earlier value rests on.' })
  sample!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Value minus the earlier value, in the metric’s unit (shares: 0.01 is one percentage point).',
  })
  change!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Change divided by the size of the earlier value; null where that is 0.',
  })
  changeRatio!: number | null;

  @Field(() => Interval, {
    nullable: true,
    description: 'Range of the change; null for levels, and where a side has no range of its own.',
  })
  changeInterval!: Interval | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'False: chance alone explains the change (its range holds 0). Null where that cannot be said: a side has no value or no range, the point is young, or the change is one of levels.',
  })
  significant!: boolean | null;

  @Field(() => Verdict, { description: 'What the change means.' })
  verdict!: keyof typeof Verdict;
}

@OutputType({
  roles: withLeads(everyone),
  description:
    'Where a young figure will end, as the shop’s own delays tell. It stands beside the value, which holds only what is known by now. Source: product estimator of right-truncated delays (Lagakos, Barraj, De Gruttola 1988; chain ladder, Mack 1993).',
})
export class CompletedEstimate {
  @Field(() => Float, { description: 'The expected final value, in the metric’s unit.' })
  value!: number;

  @Field(() => Float, { description: 'Lower end of the range that holds the final value with 95 % confidence.' })
  low!: number;

  @Field(() => Float, { description: 'Upper end of that range.' })
  high!: number;

  @Field(() => Float, { description: 'Share of what these days will bring that is known by now, 0 to 1.' })
  shareKnown!: number;

  @Field(() => String, { description: 'How it was estimated, such as right-truncated-delays.' })
  method!: string;

  @Field(() => LocalizedText, { description: 'The same in words.' })
  described!: LocalizedText;
}

@OutputType({ roles: withLeads(everyone), description: 'One accountable figure.' })
export class MetricPoint {
  @Field(() => LocalDate, { description: 'First day of the bucket; for TOTAL the first day of the period.' })
  bucket!: string;

  @Field(() => LocalDate, { description: 'Last day of the bucket inside the period.' })
  bucketEnd!: string;

  @Field(() => Float, {
    nullable: true,
    description:
      'Null where there is nothing to measure; an empty count or sum is 0, but null for days to come, of which nothing is there yet.',
  })
  value!: number | null;

  @Field(() => Float, {
    nullable: true,
    description:
      'What was counted, or the amount in the metric’s unit. Null for percentiles and Kaplan–Meier shares, which have none.',
  })
  numerator!: number | null;

  @Field(() => Float, { nullable: true, description: 'Out of what; null for plain counts and sums.' })
  denominator!: number | null;

  @Field(() => Int, { description: 'Rows the value rests on.' })
  sample!: number;

  @Field(() => Interval, {
    nullable: true,
    description:
      'Range of the value. Null for plain counts, sums and levels, without a value, and where the rows say nothing of their spread: a single one, or all alike.',
  })
  interval!: Interval | null;

  @Field(() => TargetStatus, { description: 'How it stands to its target.' })
  status!: keyof typeof TargetStatus;

  @Field(() => Boolean, { description: 'True where the value is withheld because few customers stand behind it.' })
  suppressed!: boolean;

  @Field(() => Boolean, { description: 'True where the value may be up to 1 % off.' })
  approximate!: boolean;

  @Field(() => Boolean, {
    description:
      'False while late events may still change it: less than 95 % of what its days will bring is known, by the shop’s own delays; where its history is too short to tell, by the metric’s declared days.',
  })
  mature!: boolean;

  @Field(() => CompletedEstimate, {
    nullable: true,
    description:
      'Where it will end. Null where it is mature, where nothing of it comes later, where the shop’s history is too short or less than 15 % is known, and where rows are chosen by more than shop and region.',
  })
  completed!: CompletedEstimate | null;

  @Field(() => Boolean, {
    description: 'True where the bucket is cut short: by the period, or because its last days are still to come.',
  })
  partial!: boolean;

  @Field(() => [MetricComparison], { description: 'In the order they were asked for.' })
  comparisons!: MetricComparison[];
}

@OutputType({ roles: withLeads(everyone), description: 'The points of one metric for one slice.' })
export class MetricSeries {
  @Field(() => MetricHead, { description: 'What is shown.' })
  metric!: MetricHead;

  @Field(() => [DimensionValue], {
    description: 'The slice, one value for each dimension of `by`; empty without `by`.',
  })
  key!: DimensionValue[];

  /** The shops it stands for in whole; none where it is cut or filtered by anything else. */
  shops!: string[];

  @Field(() => [MetricPoint], { description: 'By day, without gaps.' })
  points!: MetricPoint[];
}

@OutputType({ roles: withLeads(everyone), description: 'A relation that was read for a figure.' })
export class RelationRead {
  @Field(() => String, { description: 'Its name: a rollup (`mart.…`) or facts (`journey.…`).' })
  relation!: string;

  @Field(() => Float, {
    description: 'About how many of its rows, over the period and every comparison, by the database’s own estimate.',
  })
  rows!: number;
}

@OutputType({
  roles: withLeads(everyone),
  description: 'Where a metric’s figures came from, and what to know about them.',
})
export class MetricExplain {
  @Field(() => MetricId, { description: 'The metric.' })
  metric!: string;

  @Field(() => String, { description: 'The relation that answered.' })
  servedBy!: string;

  @Field(() => [RelationRead], {
    description:
      'What was gone through for it; empty where that cannot be told. Metrics that share a relation share the pass.',
  })
  reads!: RelationRead[];

  @Field(() => LocalizedText, { description: 'Why that one, and why nothing smaller would do.' })
  reason!: LocalizedText;

  @Field(() => LocalizedText, {
    nullable: true,
    description:
      'What the shops asked never told, so that the figure is unknown, not 0; null where all it stands on was told.',
  })
  untold!: LocalizedText | null;

  @Field(() => Boolean, {
    description:
      'False where slices do not add up to the total: a row or a customer may count in several of them, or the figure is a percentile or a Kaplan–Meier share.',
  })
  slicesAddUp!: boolean;

  @Field(() => Int, {
    nullable: true,
    description: 'Orders without a known buyer, which customer metrics leave out; null for the others.',
  })
  unidentifiedOrders!: number | null;
}

@OutputType({ roles: withLeads(everyone), description: 'The answer to one question, read from one published state.' })
export class MetricAnswer {
  @Field(() => [MetricSeries], { description: 'In the order of `metrics`; slices with the largest sample first.' })
  series!: MetricSeries[];

  @Field(() => Int, { description: 'Slices left out by `limit`.' })
  truncatedSeries!: number;

  @Field(() => LocalDate, {
    nullable: true,
    description: 'The last order day loaded of the shops asked; null before the first load.',
  })
  asOf!: string | null;

  @Field(() => String, { description: 'The published state that answered; another means other data.' })
  dataVersion!: string;

  @Field(() => Period, { description: 'The days that were asked for.' })
  period!: Period;

  @Field(() => Grain, { description: 'How they were cut.' })
  grain!: keyof typeof Grain;

  @Field(() => [MetricExplain], { description: 'For each metric, how it was answered.' })
  explain!: MetricExplain[];
}
