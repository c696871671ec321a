import { Field, Float, Int } from 'type-graphql';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalizedText } from '../../platform/graphql/shared.type.ts';
import { Interval } from '../metrics/index.ts';

@OutputType({ roles: everyone, description: 'A reason for which a review is held to be odd.' })
export class DoubtReason {
  @Field(() => String, { description: 'Its code.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What it is called.' })
  label!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What was seen.' })
  means!: LocalizedText;

  @Field(() => Int, { description: 'What it adds to the suspicion, of 100. A review is suspicious from 60 on.' })
  points!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Doubtful reviews with it; null where so few that they are withheld.',
  })
  reviews!: number | null;
}

@OutputType({ roles: everyone, description: 'A product whose rating doubtful reviews move.' })
export class ProductInDoubt {
  @Field(() => String, { description: 'The shop’s own number.' })
  product!: string;

  @Field(() => LocalizedText, { nullable: true, description: 'Its title; null where it has none.' })
  label!: LocalizedText | null;

  @Field(() => Int, { nullable: true, description: 'Reviews in the period.' })
  reviews!: number | null;

  @Field(() => Int, { nullable: true, description: 'Of them doubtful.' })
  doubtful!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean stars of all.' })
  rating!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean stars of the others.' })
  ratingWithout!: number | null;
}

@OutputType({
  roles: everyone,
  description:
    'How much of a rating is owed to reviews that somebody may have bought or planted. Reviews given by default are left out. Odd is not fake: a person decides.',
})
export class ReviewFairness {
  @Field(() => LocalizedText, { description: 'The answer, in a sentence.' })
  answer!: LocalizedText;

  @Field(() => Int, { nullable: true, description: 'Reviews of the period.' })
  reviews!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of them suspicious and not judged genuine, or judged fake; null where so few that they are withheld.',
  })
  doubtful!: number | null;

  @Field(() => Float, { nullable: true, description: '`doubtful` over `reviews`.' })
  share!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Of the share.' })
  shareInterval!: Interval | null;

  @Field(() => Float, { nullable: true, description: 'Mean stars of all.' })
  rating!: number | null;

  @Field(() => Float, { nullable: true, description: 'Mean stars without the doubtful ones.' })
  ratingWithout!: number | null;

  @Field(() => [DoubtReason], { description: 'Why: a review may have several reasons.' })
  reasons!: DoubtReason[];

  @Field(() => [ProductInDoubt], { description: 'Where: at most twelve, the most doubtful reviews first.' })
  products!: ProductInDoubt[];

  @Field(() => Int, { nullable: true, description: 'Suspicious reviews that nobody has judged yet.' })
  open!: number | null;

  @Field(() => Int, { nullable: true, description: 'Judged fake.' })
  judgedFake!: number | null;

  @Field(() => Int, { nullable: true, description: 'Judged genuine.' })
  judgedGenuine!: number | null;
}
