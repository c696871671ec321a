import { Field, Float, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Interval } from '../metrics/index.ts';
import { EstimatedMoney, FindingAnswer, FindingRefusal } from '../second-orders/index.ts';

@OutputType({
  roles: everyone,
  description: 'What a failure costs for each order it happens to, beyond an order to which nothing happened.',
})
export class FailureCost {
  @Field(() => Code, { description: 'The failure.' })
  failure!: Code;

  @Field(() => Int, { description: 'Valid orders of the window with it; an order counts in each of its failures.' })
  orders!: number;

  @Field(() => EstimatedMoney, { nullable: true, description: 'Money paid back; null for too few orders.' })
  refund!: EstimatedMoney | null;

  @Field(() => EstimatedMoney, {
    nullable: true,
    description: 'Coupons, points and cash given; null for too few orders.',
  })
  compensation!: EstimatedMoney | null;

  @Field(() => EstimatedMoney, {
    nullable: true,
    description: 'Cost of cases and returns; null where it is not known.',
  })
  handling!: EstimatedMoney | null;

  @Field(() => EstimatedMoney, {
    nullable: true,
    description:
      'Next orders within 90 days that do not come × the mean value of a repeat order; null where nothing compares.',
  })
  lostRepurchase!: EstimatedMoney | null;

  @Field(() => EstimatedMoney, { nullable: true, description: 'The known parts together, for each order.' })
  each!: EstimatedMoney | null;

  @Field(() => EstimatedMoney, { nullable: true, description: '`each` × `orders`.' })
  total!: EstimatedMoney | null;

  @Field(() => Float, { nullable: true, description: 'Share of orders whose next one is lost: 0.1 is one in ten.' })
  lostShare!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of `lostShare`.' })
  lostInterval!: Interval | null;
}

@OutputType({ roles: everyone, description: 'What failures cost.' })
export class ValueAtStake {
  @Field(() => FindingAnswer, { description: 'The verdict in words.' })
  answer!: FindingAnswer;

  @Field(() => [FailureCost], {
    description: 'Dearest in all first. For executives without failures of fewer than five orders.',
  })
  failures!: FailureCost[];

  @Field(() => LocalDate, {
    nullable: true,
    description: 'First order day of the window: a year, the last 30 days left out.',
  })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'Its last day: refunds of younger orders are still to come.' })
  to!: string | null;

  @Field(() => FindingRefusal, { nullable: true, description: 'Why nothing is told; null where it is.' })
  refusal!: FindingRefusal | null;
}
