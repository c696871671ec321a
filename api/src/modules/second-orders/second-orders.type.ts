import { Field, Float, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { LocalizedText, Money } from '../../platform/graphql/shared.type.ts';
import { StillAtRisk, SurvivalStep } from '../cohorts/index.ts';
import { Interval } from '../metrics/index.ts';

export const SecondOrderCut = describedEnum('SecondOrderCut', 'By what first orders are told apart.', {
  LATE: 'Delivered late against on time.',
  DELAY: 'How many days late, or not delivered, against on time.',
  FAILURE: 'What went wrong, against nothing; an order counts in each of its failures.',
  RECOVERY: 'Of orders with a failure: whether anything was given for it, against nothing given.',
});

export const EffectVerdict = describedEnum('EffectVerdict', 'What can be said of a group against its reference.', {
  FEWER: 'Fewer order again: the interval lies below 0.',
  MORE: 'More order again: the interval lies above 0.',
  CANNOT_TELL: 'The interval holds 0: there may be a difference, or none.',
  TOO_FEW: 'Fewer than 30 orders have been observed for 90 days and have their like.',
  REFERENCE: 'The group the others are held against.',
});

@OutputType({ roles: everyone, description: 'An amount of money that is estimated, with its range.' })
export class EstimatedMoney {
  @Field(() => Money, { description: 'The estimate.' })
  amount!: Money;

  @Field(() => Money, { description: 'Lower end of the 95 % interval.' })
  low!: Money;

  @Field(() => Money, { description: 'Upper end of the 95 % interval.' })
  high!: Money;
}

@OutputType({ roles: everyone, description: 'The share back by a day that is asked for by name.' })
export class SecondOrderMark {
  @Field(() => Int, { description: 'Days since the first order: 30, 60 or 90.' })
  day!: number;

  @Field(() => Float, { nullable: true, description: 'Share back, 0 to 1; null where nobody was observed so long.' })
  share!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Its range; null where nobody is back yet.' })
  interval!: Interval | null;
}

@OutputType({
  roles: everyone,
  description:
    'A group against the reference by day 90, like held against like: the reference is given the group’s mix of quarters, service levels, tiers and standings (direct standardisation).',
})
export class LikeForLike {
  @Field(() => Int, {
    description: 'Orders of the group that are compared: their 90 days are over, and they have their like.',
  })
  orders!: number;

  @Field(() => Int, { description: 'Orders of the group without their like in the reference: left out.' })
  unlike!: number;

  @Field(() => Float, { description: 'Of them the share with another valid order day within 90 days, 0 to 1.' })
  share!: number;

  @Field(() => Float, { description: 'What the reference would have in the same mix, 0 to 1.' })
  expected!: number;

  @Field(() => Float, { description: '`share` − `expected`: −0.1 is ten points fewer.' })
  value!: number;

  @Field(() => Interval, { description: 'Range of `value`.' })
  interval!: Interval;

  @Field(() => Float, { nullable: true, description: '`value` out of `expected`; null where that is 0.' })
  relative!: number | null;

  @Field(() => Interval, { nullable: true, description: 'Range of `relative` (Katz et al. 1978).' })
  relativeInterval!: Interval | null;
}

@OutputType({
  roles: everyone,
  description: 'The stratified log-rank test of a group against the reference, all days together.',
})
export class LogRankTest {
  @Field(() => Float, { description: 'Second orders of the group.' })
  observed!: number;

  @Field(() => Float, { description: 'What it would have at the pace of both together.' })
  expected!: number;

  @Field(() => Float, { description: 'χ² with one degree of freedom (Mantel 1966).' })
  chiSquare!: number;

  @Field(() => Float, { description: 'How often chance alone would set them so far apart, 0 to 1.' })
  pValue!: number;

  @Field(() => Float, { description: 'Pace of second orders against the reference, 1: as fast (Peto’s estimate).' })
  paceRatio!: number;

  @Field(() => Interval, { description: 'Range of the pace.' })
  interval!: Interval;
}

@OutputType({ roles: everyone, description: 'How soon first-time customers of a group order again.' })
export class SecondOrderGroup {
  @Field(() => Code, { description: 'The group.' })
  group!: Code;

  @Field(() => Boolean, { description: 'True for the group the others are held against.' })
  reference!: boolean;

  @Field(() => Int, { description: 'First-time customers, those still under observation included.' })
  customers!: number;

  @Field(() => Int, { description: 'The last day, up to 366, on which anybody was observed.' })
  seenDays!: number;

  @Field(() => [SurvivalStep], { description: 'The curve (Kaplan, Meier 1958) with Greenwood’s bands, up to a year.' })
  steps!: SurvivalStep[];

  @Field(() => [StillAtRisk], { description: 'Every 30 days.' })
  atRisk!: StillAtRisk[];

  @Field(() => [SecondOrderMark], { description: 'Days 30, 60 and 90.' })
  marks!: SecondOrderMark[];

  @Field(() => LikeForLike, { nullable: true, description: 'Null for the reference, and where nothing compares.' })
  difference!: LikeForLike | null;

  @Field(() => LogRankTest, { nullable: true, description: 'Null for the reference, and where nothing compares.' })
  logRank!: LogRankTest | null;

  @Field(() => EffectVerdict, { description: 'What can be said.' })
  verdict!: keyof typeof EffectVerdict;

  @Field(() => Int, {
    nullable: true,
    description:
      'Where nothing can be told: orders of the group that would tell a difference of this size in 80 of 100 cases.',
  })
  needed!: number | null;
}

@OutputType({ roles: everyone, description: 'What the late first parcels of the last whole quarter cost.' })
export class LateParcelCost {
  @Field(() => LocalDate, { description: 'First day of the quarter.' })
  from!: string;

  @Field(() => LocalDate, { description: 'Its last day.' })
  to!: string;

  @Field(() => Int, { description: 'First valid orders of the quarter that came late.' })
  late!: number;

  @Field(() => Float, {
    description: 'Second orders that do not come within 90 days: late × the difference of like and like.',
  })
  lost!: number;

  @Field(() => Interval, { description: 'Range of `lost`.' })
  lostInterval!: Interval;

  @Field(() => EstimatedMoney, {
    description: 'Mean value of a repeat order, items and freight, of the 365 days up to today.',
  })
  orderValue!: EstimatedMoney;

  @Field(() => EstimatedMoney, { description: '`lost` × `orderValue`: the second order alone, not those after it.' })
  worth!: EstimatedMoney;
}

@OutputType({ roles: everyone, description: 'A verdict in words: what comes first, and what explains or limits it.' })
export class FindingAnswer {
  @Field(() => LocalizedText, { description: 'The answer.' })
  lead!: LocalizedText;

  @Field(() => LocalizedText, { description: 'What stands behind it, and what it does not say.' })
  rest!: LocalizedText;
}

@OutputType({ roles: everyone, description: 'Why a finding tells nothing, kindly.' })
export class FindingRefusal {
  @Field(() => String, { description: 'For programs: NO_ORDERS, TOO_YOUNG, NO_REFERENCE, TOO_FEW, NO_FIT.' })
  code!: string;

  @Field(() => LocalizedText, { description: 'What is missing, and what to do about it.' })
  words!: LocalizedText;
}

@OutputType({
  roles: everyone,
  description: 'How soon first-time customers order again, by what happened to their first order.',
})
export class SecondOrders {
  @Field(() => FindingAnswer, { description: 'The verdict in words.' })
  answer!: FindingAnswer;

  @Field(() => [SecondOrderGroup], {
    description: 'The reference first, then the largest. For executives without groups of fewer than five.',
  })
  groups!: SecondOrderGroup[];

  @Field(() => LateParcelCost, { nullable: true, description: 'Only by LATE, and with 30 late orders to go by.' })
  cost!: LateParcelCost | null;

  @Field(() => FindingRefusal, { nullable: true, description: 'Why nothing is told; null where it is.' })
  refusal!: FindingRefusal | null;

  @Field(() => LocalDate, { nullable: true, description: 'First order day of the shop; null without one.' })
  from!: string | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded; null before the first load.' })
  asOf!: string | null;
}
