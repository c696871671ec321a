import { ArgsType, Field, Float, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { Dimension, DimensionFilter, DimensionValue } from '../dimensions/index.ts';
import { PeriodInput } from '../metrics/index.ts';

export const JourneyOutcome = describedEnum('JourneyOutcome', 'What became of the orders whose steps are counted.', {
  ALL: 'Whatever became of them.',
  REPURCHASED_90D: 'Valid, and followed by another valid order day of the customer within 90 days.',
  COMPLAINED: 'A complaint was made about it.',
  NEGATIVE_REVIEW: 'A review of at most two stars.',
  POSITIVE_REVIEW: 'A review of at least four stars.',
  CANCELED: 'Called off.',
});
export type JourneyOutcome = keyof typeof JourneyOutcome;

export const FunnelKind = describedEnum('FunnelKind', 'Whose steps are counted.', {
  ORDER: 'Orders, by the day they were placed: placed, paid, handed over, delivered, reviewed.',
  RETURN:
    'Return requests, by the day they were made: asked for, granted, sent, back, refunded. Refunds without a return skip two steps, exchanges and repairs the last.',
  VISIT: 'Visits, by their day: come, seen a product, put in the cart, checkout, paid.',
  DEPOSIT: 'Orders with a deposit, by the day they were placed: deposit, balance, handed over, delivered.',
});
export type FunnelKind = keyof typeof FunnelKind;

@OutputType({ roles: everyone, description: 'A step of orders.' })
export class JourneyStep {
  @Field(() => Code, { description: 'The step.' })
  step!: Code;

  @Field(() => Int, { description: 'Orders that came to it.' })
  orders!: number;
}

@OutputType({ roles: everyone, description: 'One step followed directly by another, over the orders counted.' })
export class JourneyStepEdge {
  @Field(() => Code, { description: 'The step before.' })
  from!: Code;

  @Field(() => Code, { description: 'The step after; `end` where nothing followed.' })
  to!: Code;

  @Field(() => Int, { description: 'Orders that went this way.' })
  orders!: number;

  @Field(() => Float, { description: '`orders` out of those that came to the step before, 0 to 1.' })
  share!: number;

  @Field(() => Float, { nullable: true, description: 'Median seconds between the two; null at the end.' })
  medianSeconds!: number | null;

  @Field(() => Float, { nullable: true, description: 'Seconds that nine of ten stay below; null at the end.' })
  p90Seconds!: number | null;

  @Field(() => DimensionValue, { nullable: true, description: 'The slice of `by`; null without `by`.' })
  key!: DimensionValue | null;
}

@OutputType({ roles: everyone, description: 'Which step follows which, how often and after how long.' })
export class JourneySteps {
  @Field(() => Int, { description: 'Orders counted.' })
  orders!: number;

  @Field(() => [JourneyStep], {
    description:
      'Every step that occurs, by the orders that came to it. A step stands by its time: one without, such as a payment of unknown moment, is not seen here.',
  })
  nodes!: JourneyStep[];

  @Field(() => [JourneyStepEdge], {
    description: 'The most frequent first; for executives without those of fewer than five orders.',
  })
  edges!: JourneyStepEdge[];
}

@OutputType({ roles: everyone, description: 'A step of a funnel.' })
export class FunnelStep {
  @Field(() => Code, { description: 'The step.' })
  step!: Code;

  @Field(() => Int, { description: 'Rows that came to it.' })
  count!: number;

  @Field(() => Float, {
    nullable: true,
    description: '`count` out of the rows of the first step, 0 to 1; null where there are none.',
  })
  share!: number | null;

  @Field(() => Float, {
    nullable: true,
    description: 'Median seconds since the step before; null at the first step and where times are not kept.',
  })
  medianSeconds!: number | null;

  @Field(() => Float, { nullable: true, description: 'Seconds that nine of ten stay below; null likewise.' })
  p90Seconds!: number | null;
}

@ArgsType()
export class JourneyStepsArguments {
  @Field(() => PeriodInput, { description: 'Orders placed in these days, both inclusive.' })
  period!: PeriodInput;

  @Field(() => String, { nullable: true, description: 'Of this shop; without it of all.' })
  shop?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'Filters on the orders; all must hold.' })
  where?: DimensionFilter[] | null;

  @Field(() => JourneyOutcome, { nullable: true, defaultValue: 'ALL', description: 'Only orders that ended so.' })
  outcome?: JourneyOutcome | null;

  @Field(() => Dimension, {
    nullable: true,
    description: 'Edges for each value of this dimension of orders; an order with several values counts in each.',
  })
  by?: Dimension | null;

  @Field(() => Int, { nullable: true, defaultValue: 100, description: 'Edges at most, 1 to 100.' })
  first!: number;
}

@ArgsType()
export class FunnelArguments {
  @Field(() => PeriodInput, { description: 'The days to look at, both inclusive.' })
  period!: PeriodInput;

  @Field(() => FunnelKind, { description: 'Whose steps.' })
  kind!: FunnelKind;

  @Field(() => String, { nullable: true, description: 'Of this shop; without it of all.' })
  shop?: string | null;

  @Field(() => [DimensionFilter], { nullable: true, description: 'Filters on the rows counted; all must hold.' })
  where?: DimensionFilter[] | null;
}
