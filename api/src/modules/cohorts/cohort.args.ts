import { ArgsType, Field, Int } from 'type-graphql';
import { USUAL_DAYS, USUAL_MONTHS } from '@rapport/model/metrics';
import { Dimension, DimensionFilter } from '../dimensions/index.ts';
import { PeriodInput } from '../metrics/index.ts';

@ArgsType()
class FirstOrderArgs {
  @Field(() => PeriodInput, { description: 'Days of the first valid order, both inclusive.' })
  period!: PeriodInput;

  @Field(() => [DimensionFilter], {
    nullable: true,
    defaultValue: [],
    description: 'Filters on the first valid order; all must hold.',
  })
  where?: DimensionFilter[] | null;
}

@ArgsType()
export class CohortRetentionArgs extends FirstOrderArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_MONTHS,
    description: 'How many months after the first, 1 to 36.',
  })
  months?: number | null;
}

@ArgsType()
export class SurvivalArgs extends FirstOrderArgs {
  @Field(() => Int, {
    nullable: true,
    defaultValue: USUAL_DAYS,
    description: 'How many days after the first order the curve goes, 1 to 730.',
  })
  days?: number | null;

  @Field(() => Dimension, {
    nullable: true,
    description: 'One curve for each value that the first valid order carries.',
  })
  by?: keyof typeof Dimension | null;

  @Field(() => Int, { nullable: true, defaultValue: 10, description: 'Curves at most, the largest first.' })
  limit?: number | null;
}
