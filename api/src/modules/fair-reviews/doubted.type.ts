import { Field, Float, ID, InputType, Int } from 'type-graphql';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { connectionOf } from '../../platform/graphql/page.ts';
import { OutputType, Personal, rowReaders } from '../../platform/graphql/roles.ts';
import { DateTime } from '../../platform/graphql/scalars.ts';
import { UserError } from '../../platform/operations/user-error.type.ts';
import { PeriodInput } from '../metrics/index.ts';

export const ReviewVerdict = describedEnum('ReviewVerdict', 'What somebody decided about a review.', {
  GENUINE: 'Somebody bought and means it: it counts.',
  FAKE: 'Bought, planted or copied: ratings are told without it.',
});

@OutputType({ roles: rowReaders, description: 'A review about which something is odd.' })
export class DoubtedReview {
  @Field(() => ID, { description: 'Id of the review.' })
  id!: string;

  @Field(() => ID, { description: 'The order it is about.' })
  orderId!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The product, by the shop’s own number; null where it names none.',
  })
  product!: string | null;

  @Field(() => Int, { description: 'Stars, 1 to 5.' })
  score!: number;

  @Personal('free text')
  @Field(() => String, {
    nullable: true,
    description: 'Its comment; long numbers, addresses of mail and links are covered. Null where none was written.',
  })
  message!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When it was written.' })
  answeredAt!: Date | null;

  @Field(() => Int, { description: '0 to 100: the points of its reasons; suspicious from 60 on.' })
  suspicion!: number;

  @Field(() => [String], { description: 'Codes of its reasons; `reviewFairness.reasons` says what they mean.' })
  reasons!: string[];

  @Field(() => Int, { description: 'Other reviews of the product, within a week, in nearly the same words.' })
  copies!: number;

  @Field(() => Int, { description: 'Reviews of the product and kind in the three days around; 0: no burst.' })
  inBurst!: number;

  @Field(() => Float, { description: 'How many its usual pace would have brought in those days.' })
  expected!: number;

  @Field(() => ReviewVerdict, { nullable: true, description: 'What was decided; null: nothing yet.' })
  verdict!: keyof typeof ReviewVerdict | null;

  @Personal('account')
  @Field(() => String, { nullable: true, description: 'Who decided, as the audit names them.' })
  judgedBy!: string | null;

  @Field(() => DateTime, { nullable: true, description: 'When.' })
  judgedAt!: Date | null;

  @Personal('free text')
  @Field(() => String, { nullable: true, description: 'Why, in their words; null without.' })
  note!: string | null;
}

export const DoubtedReviewConnection = connectionOf(DoubtedReview, 'DoubtedReview', 'reviews', rowReaders);

@InputType({ description: 'Which odd reviews; all conditions must hold.' })
export class DoubtedReviewWhere {
  @Field(() => String, { nullable: true, description: 'Of this shop.' })
  shop?: string | null;

  @Field(() => PeriodInput, { nullable: true, description: 'Written on these days of UTC.' })
  period?: PeriodInput | null;

  @Field(() => String, { nullable: true, description: 'Of this product, by the shop’s own number.' })
  product?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Judged already, or not yet.' })
  judged?: boolean | null;

  @Field(() => Int, {
    nullable: true,
    description: 'With at least so many points; without it the suspicious ones, from 60.',
  })
  minSuspicion?: number | null;
}

@OutputType({ roles: rowReaders, description: 'A decision about a review.' })
export class JudgedReviewPayload {
  @Field(() => DoubtedReview, {
    nullable: true,
    description: 'The review as it stands now; null where nothing was done.',
  })
  judged!: DoubtedReview | null;

  @Field(() => [UserError], { description: 'Why nothing was done; empty where it was.' })
  userErrors!: UserError[];
}
