import { ArgsType, Field, Int } from 'type-graphql';
import { Dimension, DimensionFilter } from '../dimensions/index.ts';
import { Comparison, Grain, MetricId } from './metric.enums.ts';
import { PeriodInput } from './metric.input.ts';

@ArgsType()
export class MetricsArgs {
  @Field(() => [MetricId], { description: 'The metrics to answer.' })
  metrics!: string[];

  @Field(() => PeriodInput, { description: 'The days to look at, both inclusive.' })
  period!: PeriodInput;

  @Field(() => Grain, {
    nullable: true,
    defaultValue: 'TOTAL',
    description: 'How to cut the period; at most 1,000 points a series.',
  })
  grain?: keyof typeof Grain | null;

  @Field(() => [Dimension], {
    nullable: true,
    defaultValue: [],
    description: 'One series for each value of these dimensions.',
  })
  by?: (keyof typeof Dimension)[] | null;

  @Field(() => [DimensionFilter], { nullable: true, defaultValue: [], description: 'Filters; all must hold.' })
  where?: DimensionFilter[] | null;

  @Field(() => [Comparison], {
    nullable: true,
    defaultValue: [],
    description:
      'Earlier periods to set beside each point, several at once. What today cuts short is compared with as many days of the earlier one: this month to today with the same days of the month before.',
  })
  compare?: (keyof typeof Comparison)[] | null;

  @Field(() => [String], {
    nullable: true,
    defaultValue: [],
    description:
      'What SAME_DAYS_OF_EVENT is aligned to, by code, such as DOUBLE_11 or SPRING_FESTIVAL: one comparison for each. `comparableEvents` lists them.',
  })
  events?: string[] | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description:
      'The earlier days of GIVEN_PERIOD: as many as those of `period`, or as many whole calendar months, over before it begins.',
  })
  against?: PeriodInput | null;

  @Field(() => Int, {
    nullable: true,
    defaultValue: 50,
    description: 'Series at most for each metric, largest sample first; `truncatedSeries` says how many were left out.',
  })
  limit?: number | null;

  @Field(() => Int, { nullable: true, description: 'An older version of the definition; without it the one in force.' })
  version?: number | null;
}
