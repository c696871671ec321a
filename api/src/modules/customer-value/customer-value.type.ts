import { Field, Float, Int } from 'type-graphql';
import { Code } from '../../platform/graphql/code.type.ts';
import { describedEnum } from '../../platform/graphql/enum.ts';
import { everyone, OutputType, rowReaders } from '../../platform/graphql/roles.ts';
import { LocalDate } from '../../platform/graphql/scalars.ts';
import { Money } from '../../platform/graphql/shared.type.ts';
import { Interval } from '../metrics/index.ts';
import { EstimatedMoney, FindingAnswer, FindingRefusal } from '../second-orders/index.ts';

export const ModelVerdict = describedEnum('ModelVerdict', 'How well a model foretold days it had not seen.', {
  GOOD: 'Within 10 % of what came.',
  ROUGH: 'Within 25 %.',
  POOR: 'Further off: good for an order of customers, not for plans.',
});

@OutputType({ roles: everyone, description: 'A number of a model, with what it leaves open.' })
export class ModelParameter {
  @Field(() => String, {
    description:
      'r, alpha (days), a, b of BG/NBD (Fader, Hardie, Lee 2005); p, q, gamma (minor units) of Gamma-Gamma (Fader, Hardie 2013).',
  })
  symbol!: string;

  @Field(() => Float, { description: 'Its maximum-likelihood estimate.' })
  value!: number;

  @Field(() => Interval, {
    nullable: true,
    description: 'Range by the observed information; null where the data do not tell.',
  })
  interval!: Interval | null;
}

@OutputType({ roles: everyone, description: 'A number that is estimated, with its range.' })
export class EstimatedNumber {
  @Field(() => Float, { description: 'The estimate.' })
  value!: number;

  @Field(() => Interval, { nullable: true, description: 'Its range; null where the data do not tell.' })
  interval!: Interval | null;
}

@OutputType({ roles: everyone, description: 'Customers with a like chance of coming back at all.' })
export class AliveBand {
  @Field(() => Code, {
    description:
      'alive from 0.8, likely from 0.5, doubtful from 0.2, gone below; once: who came once, where the model cannot tell.',
  })
  band!: Code;

  @Field(() => Int, { description: 'Customers.' })
  customers!: number;

  @Field(() => Float, { description: 'Orders they are expected to place within 365 days.' })
  orders!: number;

  @Field(() => Money, { nullable: true, description: 'What those are worth; null where values have no mean.' })
  value!: Money | null;
}

@OutputType({
  roles: everyone,
  description: 'Repeat orders up to the end of a week, as they came and as the model has them.',
})
export class TrackedWeek {
  @Field(() => LocalDate, { description: 'Last day of the week.' })
  day!: string;

  @Field(() => Int, { description: 'Repeat order days from the beginning up to it.' })
  actual!: number;

  @Field(() => Float, { description: 'What the model expects of those who had come by then.' })
  expected!: number;

  @Field(() => Boolean, { description: 'True for days the model had not seen.' })
  heldOut!: boolean;
}

@OutputType({
  roles: everyone,
  description: 'Customers who had come equally often before the hold-out, and what they did in it.',
})
export class FrequencyCheck {
  @Field(() => Int, { description: 'Repeat orders before it.' })
  repeats!: number;

  @Field(() => Boolean, { description: 'So many and more.' })
  andMore!: boolean;

  @Field(() => Int, { description: 'Customers.' })
  customers!: number;

  @Field(() => Float, { description: 'Orders in it, for each customer.' })
  actual!: number;

  @Field(() => Interval, { nullable: true, description: 'Range of `actual`.' })
  interval!: Interval | null;

  @Field(() => Float, { description: 'What the model expected, for each customer.' })
  expected!: number;
}

@OutputType({ roles: everyone, description: 'How well the model foretold the last days, fitted without them.' })
export class ModelCheck {
  @Field(() => LocalDate, { description: 'The last day it was fitted to.' })
  fittedTo!: string;

  @Field(() => Int, { description: 'Days held out: a quarter of the history, 182 at most.' })
  days!: number;

  @Field(() => Int, { description: 'Repeat orders that came in them, of customers known before.' })
  actual!: number;

  @Field(() => Float, { description: 'Those that were expected.' })
  expected!: number;

  @Field(() => Float, { nullable: true, description: 'expected ÷ actual − 1; null where none came.' })
  error!: number | null;

  @Field(() => ModelVerdict, { description: 'What it is good for.' })
  verdict!: keyof typeof ModelVerdict;

  @Field(() => [TrackedWeek], { description: 'Week by week, from the first order on.' })
  weeks!: TrackedWeek[];

  @Field(() => [FrequencyCheck], {
    description: 'By how often customers had come. For executives without rows of fewer than five.',
  })
  byFrequency!: FrequencyCheck[];

  @Field(() => Float, {
    nullable: true,
    description: 'Correlation of how often and how much, −1 to 1: Gamma-Gamma takes it to be 0. Null for too few.',
  })
  correlation!: number | null;
}

@OutputType({ roles: everyone, description: 'Customers who fell silent, and who of them came back.' })
export class Lapse {
  @Field(() => Code, { description: 'What went wrong with the last order before; "all", "none".' })
  failure!: Code;

  @Field(() => Int, { description: 'Silences beyond three times the usual gap that began 180 days ago or earlier.' })
  lapsed!: number;

  @Field(() => Int, { description: 'Of them, ended by an order within 180 days: won back.' })
  back!: number;

  @Field(() => Float, { description: 'back ÷ lapsed.' })
  share!: number;

  @Field(() => Interval, { nullable: true, description: 'Range of the share (Wilson 1927).' })
  interval!: Interval | null;
}

@OutputType({
  roles: everyone,
  description:
    'What customers are expected to order: BG/NBD and Gamma-Gamma, fitted anew for each published state, and checked.',
})
export class CustomerValue {
  @Field(() => FindingAnswer, { description: 'The verdict in words.' })
  answer!: FindingAnswer;

  @Field(() => Int, { description: 'Customers with a valid order.' })
  customers!: number;

  @Field(() => EstimatedNumber, {
    nullable: true,
    description: 'Mean chance of being alive, 0 to 1; null without a model.',
  })
  aliveShare!: EstimatedNumber | null;

  @Field(() => EstimatedNumber, {
    nullable: true,
    description: 'Orders expected of them within 365 days; null without a model.',
  })
  orders!: EstimatedNumber | null;

  @Field(() => EstimatedMoney, { nullable: true, description: 'What those are worth; null where values have no mean.' })
  value!: EstimatedMoney | null;

  @Field(() => [AliveBand], { description: 'From the surest to the least sure, then who came once.' })
  bands!: AliveBand[];

  @Field(() => Code, {
    nullable: true,
    description:
      'BG_NBD, or MBG_NBD where letting customers leave after their first order too foretells the held-out days better; null without a model.',
  })
  model!: Code | null;

  @Field(() => [ModelParameter], { description: 'The models’ parameters; empty without a model.' })
  parameters!: ModelParameter[];

  @Field(() => ModelCheck, { nullable: true, description: 'How well it foretells; null without a model.' })
  check!: ModelCheck | null;

  @Field(() => [Lapse], { description: 'Observed, without a model. For executives without rows of fewer than five.' })
  lapses!: Lapse[];

  @Field(() => FindingRefusal, { nullable: true, description: 'Why there is no model; null where there is one.' })
  refusal!: FindingRefusal | null;

  @Field(() => LocalDate, { nullable: true, description: 'The last order day loaded; null before the first load.' })
  asOf!: string | null;
}

@OutputType({ roles: rowReaders, description: 'What is expected of a customer, by the models of their shop.' })
export class CustomerOutlook {
  @Field(() => Float, {
    description: 'Chance that they have not left, 0 to 1. Of who came once BG/NBD cannot tell and says 1; MBG/NBD can.',
  })
  alive!: number;

  @Field(() => Float, { description: 'Orders expected within 90 days.' })
  orders90!: number;

  @Field(() => Float, { description: 'Orders expected within 365 days.' })
  orders365!: number;

  @Field(() => Money, {
    nullable: true,
    description: 'What those of 365 days are worth; null where values have no mean.',
  })
  value365!: Money | null;

  @Field(() => Int, { description: 'Repeat order days this rests on.' })
  repeats!: number;
}
