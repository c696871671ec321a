import { Field, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';

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

  @Field(() => String, { nullable: true, description: 'Heading; null where none was written.' })
  title!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The comment as written, line breaks included; null where none was written.',
  })
  message!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer was asked.' })
  invitedAt!: Date | null;

  @Field(() => DateTime, { nullable: true, description: 'When the customer answered.' })
  answeredAt!: Date | null;

  customerId!: string;
  orderId!: string;
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
}
