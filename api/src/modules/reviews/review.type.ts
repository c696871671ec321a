import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders, Personal } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { MetricRowsInput } from '../metrics/index.ts';

@OutputType({
  roles: rowReaders,
  description:
    'What a customer said about an order. One review of the source may be linked to several orders; each link is one here.',
})
export class Review {
  @Field(() => ID, { description: 'Stable id, the same on every reload.' })
  id!: string;

  @Field(() => String, { description: 'Its id in the source.' })
  externalId!: string;

  @Field(() => Int, { description: 'Stars, 1 to 5.' })
  score!: number;

  @Personal('free text')
  @Field(() => String, { nullable: true, description: 'Heading; null where none was written.' })
  title!: string | null;

  @Personal('free text')
  @Field(() => String, {
    nullable: true,
    description: 'The comment as written, line breaks included; null where none was written.',
  })
  message!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer was asked.' })
  invitedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer answered.' })
  answeredAt!: Date | null;

  @Field(() => DimensionValue, {
    description: 'Written, given by default, or rewarded; figures can leave the latter out.',
  })
  source!: DimensionValue;

  @Field(() => String, {
    nullable: true,
    description: 'The source’s id of the review it follows up; null for a first review.',
  })
  followUpOf!: string | null;

  @Field(() => Int, { nullable: true, description: 'Stars before they were changed; null where they never were.' })
  firstScore!: number | null;

  @Field(() => DateTime, { nullable: true, description: 'When the stars were changed; null where they were not.' })
  changedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the shop answered; null where it did not.' })
  repliedAt!: Date | null;

  @Personal('free text')
  @Field(() => String, { nullable: true, description: 'What the shop answered; null without an answer.' })
  reply!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'From when others see it; null where that is not known.' })
  shownAt!: Date | null;

  @Field(() => Int, { nullable: true, description: 'Photos added; null where that is not known.' })
  photos!: number | null;

  customerId!: string;
  orderId!: string;
  productId!: string | null;
}

export const ReviewConnection = connectionOf(Review, 'Review', 'reviews', rowReaders);

export const ReviewOddity = describedEnum(
  'ReviewOddity',
  'What is odd about a review; `dataHealth.oddities` counts them.',
  {
    SHARED_REVIEW_ID: 'Its id in the source is linked to several orders.',
    MULTI_LINE_MESSAGE: 'Its comment has line breaks.',
    WITHOUT_TIMES: 'It lacks the time it was asked for or the time of the answer.',
  },
);

@InputType({ description: 'Which reviews; all conditions must hold.' })
export class ReviewWhere {
  @Field(() => MetricRowsInput, { nullable: true, description: 'The reviews behind a figure that counts reviews.' })
  behind?: MetricRowsInput | null;

  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => Int, { nullable: true, description: 'With at least so many stars.' })
  minScore?: number | null;

  @Field(() => Int, { nullable: true, description: 'With at most so many stars.' })
  maxScore?: number | null;

  @Field(() => Boolean, { nullable: true, description: 'With a comment, or without one.' })
  hasMessage?: boolean | null;

  @Field(() => ReviewOddity, { nullable: true, description: 'Odd in this way.' })
  oddity?: keyof typeof ReviewOddity | null;

  @Field(() => String, { nullable: true, description: 'Of this product, by the shop’s own number.' })
  product?: string | null;

  @Field(() => String, { nullable: true, description: 'written, default or rewarded.' })
  source?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Without an answer by the shop; false: answered.' })
  unanswered?: boolean | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'By dimensions; all must hold.' })
  dimensions?: DimensionFilter[] | null;
}
