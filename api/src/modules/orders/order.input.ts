import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { orderOf } from '../../platform/graphql/order.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { DimensionFilter } from '../dimensions/index.ts';
import { JourneyPath } from '../flows/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

export const OrderOddity = describedEnum(
  'OrderOddity',
  'What is odd about an order; `dataHealth.oddities` counts them.',
  {
    WITHOUT_ITEMS: 'It has no items.',
    WITHOUT_PAYMENT: 'It has no payment.',
    WITHOUT_REVIEW: 'No review is linked to it.',
    SEVERAL_REVIEWS: 'More than one review is linked to it.',
    DELIVERED_WITHOUT_DATE: 'Its status is delivered, but no delivery time is known.',
    DELIVERED_BEFORE_HANDED_OVER: 'It was delivered before the carrier took it over.',
  },
);
export const OrderOrder = orderOf('Order', 'orders', {
  ORDERED_AT: 'When they were placed.',
  DELAY_DAYS: 'Days against the promise; those without a delay come last.',
  PAID: 'What was paid.',
});
export type OrderOrder = InstanceType<typeof OrderOrder>;

@InputType({ description: 'Which orders; all conditions must hold.' })
export class OrderWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The orders behind a figure.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Placed on this day or later.' })
  orderedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Placed on this day or earlier.' })
  orderedTo?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Promised for this day or later.' })
  promisedFrom?: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Promised for this day or earlier.' })
  promisedTo?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of this customer.' })
  customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'With this id in the source.' })
  externalId?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;

  @Field(() => JourneyPath, {
    nullable: true,
    description: 'What they are at the stages of the journey: the orders of a flow of `journeyStages`.',
  })
  journey?: JourneyPath | null;

  @Field(() => Int, { nullable: true, description: 'With a review of at least so many stars.' })
  minScore?: number | null;

  @Field(() => Int, { nullable: true, description: 'With a review of at most so many stars.' })
  maxScore?: number | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Whose own row, or a row of whose items, payments, parcels or reviews, stands as this run brought it; with `behind`, the rows by which it moved a figure.',
  })
  broughtByRun?: string | null;

  @Field(() => OrderOddity, { nullable: true, description: 'Odd in this way.' })
  oddity?: keyof typeof OrderOddity | null;
}
