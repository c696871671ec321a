import { Field, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { DimensionFilter } from '../dimensions/index.ts';
import { MetricRowsInput, PeriodInput } from '../metrics/index.ts';

export const TextKind = describedEnum('TextKind', 'Where customers wrote something.', {
  REVIEW: 'Reviews: title and comment.',
  CASE: 'Service cases: what the customer wrote to the desk.',
  MENTION: 'Public mentions.',
});

@InputType({ description: 'Which texts; all conditions must hold.' })
export class TextSliceInput {
  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => PeriodInput, {
    nullable: true,
    description: 'Written on these days: a review answered, a case opened, a mention made. Without it on any.',
  })
  period?: PeriodInput | null;

  @Field(() => [DimensionFilter], {
    nullable: true,
    description:
      'By what they hang on, such as the order’s region and carrier. Refused where a kind of text lacks the dimension.',
  })
  where?: DimensionFilter[] | null;

  @Field(() => MetricRowsInput, {
    nullable: true,
    description: 'Behind a figure that counts the only kind of text asked for.',
  })
  behind?: MetricRowsInput | null;

  @Field(() => Int, { nullable: true, description: 'Reviews with at least so many stars; other texts have none.' })
  minScore?: number | null;

  @Field(() => Int, { nullable: true, description: 'Reviews with at most so many stars.' })
  maxScore?: number | null;
}
